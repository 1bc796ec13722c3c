import { describe, expect, test } from 'vitest';
import { provenAssignments } from '../../../src/collector/org/parts/assignments.ts';
import { sightOf } from '../../../src/collector/org/parts/auditor.ts';
import { flowsRead } from '../../../src/collector/org/parts/flows.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { Container } from '../../../src/model/container.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { collected, gapOf, okValue } from './emulated.ts';

// The twelve of docs/salesforce.md, "Traps". Trap 7 (profiles in a repository are partial) is the source collector's;
// traps 9 to 11 are decided by access, and here only that the collector adds nothing of its own.

const compliant = await loadScenario('compliant');
const grouped = await loadScenario('via-permission-sets');

const container = (snapshot: Snapshot, kind: Container['kind'], apiName?: string): Container => {
  const found = snapshot.containers.find(
    (one) => one.kind === kind && (apiName ?? one.apiName) === one.apiName,
  );
  if (found === undefined) throw new Error(`no ${kind} ${apiName}`);
  return found;
};
const permissions = (one: Container) => okValue(one.systemPermissions).map(({ permission }) => permission);

/** The org, with this profile's own entries. */
const withProfile = (
  org: OrgDescription,
  name: string,
  entries: Partial<OrgDescription['profiles'][number]>,
): OrgDescription => ({
  ...org,
  profiles: org.profiles.map((profile) => (profile.name === name ? { ...profile, ...entries } : profile)),
});

describe('trap 1: permissions that the org does not have', () => {
  test('do not take the others down, and are not there rather than not granted', async () => {
    const org = { ...compliant, absentPermissions: ['CustomizeApplication'] };
    const needs = { systemPermissions: ['ApiEnabled', 'CustomizeApplication', 'NoSuchPermission'] };
    const snapshot = await collected({ org, needs });
    expect(permissions(container(snapshot, 'profile'))).toEqual(['ApiEnabled']);
    const available = okValue(snapshot.availablePermissions);
    expect(available).toContain('ApiEnabled');
    expect(available).not.toContain('CustomizeApplication');
    expect(available).not.toContain('NoSuchPermission');
  });

  test('are left out where members of a group are asked about them by name', async () => {
    const org = { ...grouped, absentPermissions: ['CustomizeApplication'] };
    const snapshot = await collected({
      org,
      needs: { systemPermissions: ['ApiEnabled', 'CustomizeApplication'] },
    });
    expect(permissions(container(snapshot, 'permission-set', 'Sync_System'))).toEqual(['ApiEnabled']);
    expect(permissions(container(snapshot, 'group'))).toEqual(['ApiEnabled']);
  });

  test('cost nothing where the auditor lacks a column of its own permissions', async () => {
    const org = { ...compliant, absentPermissions: ['ViewAllUsers'] };
    const snapshot = await collected({ org });
    expect(okValue(snapshot.auditor).permissions).toEqual(['ViewSetup']);
    expect(okValue(snapshot.subjects[0]?.assignments).length).toBeGreaterThan(0);
  });
});

describe('trap 2: two rows for one object, one of them a placeholder', () => {
  test('are added up to one entry, which tells what the placeholder alone shows', async () => {
    const org = withProfile(compliant, 'API Only', {
      system: ['ApiEnabled', 'ViewAllData'],
      objects: { Account: ['create'] },
    });
    const snapshot = await collected({ org, needs: { objects: ['Account', 'Contact'] } });
    expect(okValue(container(snapshot, 'profile').objects)).toEqual([
      { object: 'Account', rights: ['read', 'create', 'viewAllRecords'], inferred: ['viewAllRecords'] },
      { object: 'Contact', rights: ['read', 'viewAllRecords'], inferred: ['read', 'viewAllRecords'] },
    ]);
  });
});

describe('trap 3: rows of muting sets mean the opposite of a grant', () => {
  test('and stand in containers of their own kind, never among what is granted', async () => {
    const snapshot = await collected({
      org: grouped,
      needs: { objects: ['Account'], systemPermissions: ['ViewAllData'] },
    });
    const muting = container(snapshot, 'muting');
    expect(okValue(muting.objects)).toEqual([{ object: 'Account', rights: ['delete', 'modifyAllRecords'] }]);
    expect(permissions(muting)).toEqual(['ViewAllData']);
    const group = container(snapshot, 'group');
    expect(okValue(group.objects)[0]?.rights).toEqual(['read', 'create', 'edit', 'viewAllRecords']);
    expect(permissions(group)).toEqual([]);
    const assigned = okValue(snapshot.subjects[0]?.assignments).map(({ containerId }) => containerId);
    expect(assigned).toContain(group.id);
    expect(assigned).not.toContain(muting.id);
  });
});

describe('trap 4: the muting set of a group', () => {
  test('is found among its components by its Id, since nothing else leads to it', async () => {
    const { groups, containers } = await collected({ org: grouped });
    const { members, muting } = okValue(groups[0]?.components);
    expect(muting).toEqual([expect.stringMatching(/^0QM/)]);
    expect(members.length).toBe(4);
    expect(containers.find(({ id }) => id === muting[0])).toMatchObject({
      kind: 'muting',
      groupId: groups[0]?.id,
    });
    for (const id of members)
      expect(containers.some((one) => one.id === id && one.kind === 'permission-set')).toBe(true);
  });
});

describe('trap 5: an empty answer may be a blind eye', () => {
  test('an auditor who does not see setup proves nothing about assignments, and nothing is empty', async () => {
    const snapshot = await collected({ org: await loadScenario('blind-auditor') });
    const [subject] = snapshot.subjects;
    expect(gapOf(subject?.assignments)).toMatchObject({
      code: 'auditor-blind',
      mend: 'give the auditor View Setup and Configuration',
    });
    expect(gapOf(subject?.permissionSetLicenses)).toMatchObject({ code: 'auditor-blind' });
    expect(gapOf(subject?.profilePeers)).toMatchObject({
      code: 'auditor-blind',
      mend: 'give the auditor View All Users',
    });
    expect(gapOf(subject?.login)).toMatchObject({
      errorCode: 'INVALID_TYPE',
      mend: 'give the auditor Manage Users',
    });
    expect(gapOf(snapshot.flows)).toMatchObject({ mend: 'give the auditor View Setup and Configuration' });
    for (const { objects, fields, flows } of snapshot.containers) {
      for (const part of [objects, fields, flows]) expect(part.status).toBe('unavailable');
    }
  });

  test('an auditor who sees its own permission sets alone does not take what it misses there for nothing', async () => {
    const { containers, subjects } = await collected({
      org: await loadScenario('blind-auditor'),
      users: ['report.bot@acme.example'],
    });
    expect(gapOf(subjects[0]?.assignments)).toMatchObject({ code: 'auditor-blind' });
    expect(containers.length).toBeGreaterThan(0);
    for (const { objects, fields, flows } of containers) {
      for (const part of [objects, fields, flows])
        expect(gapOf(part)).toMatchObject({ code: 'auditor-blind' });
    }
  });

  test('an auditor who sees flows, but not setup, does not take those for all', async () => {
    const org = withProfile(compliant, 'Access Auditor', { system: ['ApiEnabled', 'ManageInteraction'] });
    expect(gapOf((await collected({ org })).flows)).toMatchObject({ code: 'auditor-blind' });
  });

  test('an auditor with setup, but not all users, believes in no empty profile', async () => {
    const org = withProfile(compliant, 'Access Auditor', { system: ['ApiEnabled', 'ViewSetup'] });
    const [subject] = (await collected({ org })).subjects;
    expect(subject?.assignments.status).toBe('ok');
    expect(gapOf(subject?.profilePeers)).toMatchObject({ code: 'auditor-blind' });
    expect(gapOf(subject?.login)).toMatchObject({ mend: 'give the auditor Manage Users' });
  });

  const sight = sightOf({ status: 'ok', value: [{ PermissionsViewSetup: true }] });
  const assignment = (PermissionSetId: string) => ({
    Id: `0Pa${PermissionSetId}`,
    PermissionSetId,
    PermissionSetGroupId: null,
    IsActive: true,
    ExpirationDate: null,
  });
  const owned = { status: 'ok', value: new Set(['profile', 'other']) } as const;
  test.each([
    ['none', [], 'auditor-blind'],
    ['no profile', ['set'], 'auditor-blind'],
    ['two profiles', ['profile', 'other'], 'auditor-blind'],
    ['one profile', ['profile', 'set'], null],
  ])('assignments with %s', (_, ids, code) => {
    const part = provenAssignments({ status: 'ok', value: ids.map(assignment) }, owned, sight);
    if (code === null) expect(okValue(part).length).toBe(ids.length);
    else expect(gapOf(part)).toMatchObject({ code });
  });

  test("the auditor's own rights that cannot be read prove nothing", async () => {
    const faults = [
      { match: 'FROM UserPermissionAccess', status: 400, errorCode: 'INVALID_TYPE', message: 'No.' },
    ];
    const [subject] = (await collected({ faults })).subjects;
    expect(gapOf(subject?.assignments)).toMatchObject({ code: 'auditor-blind', errorCode: 'INVALID_TYPE' });
  });
});

describe('trap 6: flows that restrict access', () => {
  const flows = [
    { name: 'Restricted', label: 'Restricted', processType: 'Flow', restrictsAccess: true },
    { name: 'Open', label: 'Open', processType: 'AutoLaunchedFlow' },
    { name: 'Managed', label: 'Managed', processType: 'Flow', namespace: 'iv', restrictsAccess: true },
    {
      name: 'Triggered',
      label: 'Triggered',
      processType: 'AutoLaunchedFlow',
      triggerType: 'RecordAfterSave',
      restrictsAccess: true,
    },
    { name: 'Off', label: 'Off', processType: 'Flow', active: false, restrictsAccess: true },
  ];
  const org = withProfile({ ...compliant, flows }, 'API Only', { flows: ['Restricted'] });

  test('are told from open ones; what a package hides is not known; what runs in system context is not asked for', async () => {
    const snapshot = await collected({ org, needs: { flows: true } });
    const restricted = Object.fromEntries(
      okValue(snapshot.flows).map((flow) => [flow.name, flow.restricted]),
    );
    expect(restricted).toMatchObject({
      Restricted: { status: 'ok', value: true },
      Open: { status: 'ok', value: false },
      Managed: { status: 'unavailable', reason: { code: 'unreadable' } },
      Triggered: { status: 'unavailable', reason: { code: 'not-collected' } },
    });
    expect(restricted.Off).toBeUndefined();
    const ids = okValue(snapshot.flows)
      .filter(({ name }) => name === 'Restricted')
      .map(({ id }) => id);
    expect(okValue(container(snapshot, 'profile').flows)).toEqual(ids.map((flowId) => ({ flowId })));
  });

  // `IsActive` says whether the latest version is the active one: a flow with a newer draft has it false.
  test('are asked for by their active version, not by IsActive', () => {
    expect(flowsRead.soql.join()).toContain('ActiveVersionId != null');
    expect(flowsRead.soql.join()).not.toContain('IsActive');
  });

  test('whose metadata is refused are not taken for open ones', async () => {
    const faults = [{ match: 'FROM Flow WHERE', status: 400, errorCode: 'INVALID_TYPE', message: 'No.' }];
    const snapshot = await collected({ org, needs: { flows: true }, faults });
    const open = okValue(snapshot.flows).find(({ name }) => name === 'Open');
    expect(gapOf(open?.restricted)).toMatchObject({ code: 'query-failed', errorCode: 'INVALID_TYPE' });
  });
});

describe('trap 8: what jsforce does unless it is told otherwise', () => {
  test('a page that says it is the last, and is not all that was promised, is a short read', async () => {
    const faults = [{ match: 'FROM PermissionSetAssignment WHERE Assignee.Username', shortPage: 1 }];
    const [subject] = (await collected({ org: grouped, faults })).subjects;
    expect(gapOf(subject?.assignments)).toMatchObject({ code: 'short-read' });
  });

  test('more than one page is followed to the end', async () => {
    const [one, paged] = [await collected({ org: grouped }), await collected({ org: grouped, pageSize: 1 })];
    expect(paged.containers).toEqual(one.containers);
    expect(paged.subjects).toEqual(one.subjects);
  });

  test('a version is spoken that knows flow access', async () => {
    const snapshot = await collected({ needs: { flows: true } });
    expect(snapshot.source).toMatchObject({ apiVersion: '67.0' });
    expect(okValue(container(snapshot, 'profile').flows).length).toBe(1);
  });
});

describe('traps 9 and 10: what seems to follow, and does not', () => {
  test('View All Data adds no field permissions, Modify All no Create', async () => {
    const org = withProfile(compliant, 'API Only', {
      system: ['ApiEnabled', 'ViewAllData'],
      objects: { Account: ['modifyAllRecords'] },
      fields: {},
    });
    const needs = { objects: ['Account'], fields: [{ object: 'Account', field: 'Industry' }] };
    const profile = container(await collected({ org, needs }), 'profile');
    expect(okValue(profile.fields)).toEqual([]);
    expect(okValue(profile.objects)[0]?.rights).toEqual([
      'read',
      'edit',
      'delete',
      'viewAllRecords',
      'modifyAllRecords',
    ]);
  });
});

describe('trap 11: fields without field-level security', () => {
  test('are told from fields that nobody was given', async () => {
    const snapshot = await collected({ needs: { fields: [{ object: 'Account', field: 'OwnerId' }] } });
    const fields = okValue(snapshot.catalogue.Account).fields;
    const permissionable = Object.fromEntries(fields.map((field) => [field.name, field.permissionable]));
    expect(permissionable).toMatchObject({ OwnerId: false, CreatedDate: false, Id: false, Industry: true });
  });
});

describe('trap 12: objects that have no object permissions', () => {
  test('are not on the list of those that have', async () => {
    const snapshot = await collected({ needs: { objects: ['Account', 'Task'] } });
    const listed = okValue(snapshot.permissionableObjects);
    expect(listed).toContain('Account');
    expect(listed).not.toContain('Task');
  });

  test('are the only reason to ask for the list', async () => {
    const snapshot = await collected({ needs: { objects: ['Account', 'Contact'] } });
    expect(gapOf(snapshot.permissionableObjects)).toMatchObject({ code: 'not-collected' });
  });
});
