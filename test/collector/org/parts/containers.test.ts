import { describe, expect, test } from 'vitest';
import { sightOf } from '../../../../src/collector/org/parts/auditor.ts';
import { groupsOf } from '../../../../src/collector/org/parts/groups.ts';
import { loginsOf } from '../../../../src/collector/org/parts/user.ts';
import type { OrgDescription } from '../../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../../src/emulator/scenarios/load-scenario.ts';
import { collected, gapOf, okValue } from '../emulated.ts';

const grouped = await loadScenario('via-permission-sets');
const expired = await loadScenario('expired-and-session');
const integration = 'integration@acme.example';

describe('a container is shown by the name that people know', () => {
  test("a profile by its own, a set by its label, a group by the group's, a muting set by its label", async () => {
    const { containers } = await collected({ org: grouped });
    const titles = Object.fromEntries(containers.map(({ apiName, title }) => [apiName, title]));
    expect(titles).toMatchObject({
      'Minimum Access Integration': 'Minimum Access Integration',
      Sync_Objects: 'Sync: objects',
      Demandbase_Sync: 'Demandbase sync',
      Demandbase_Sync_Muting: 'Demandbase sync muting',
    });
  });

  test('a profile whose name is filtered says so', async () => {
    const faults = [{ match: 'FROM PermissionSet WHERE Id IN (SELECT', dropColumn: 'Profile' }];
    const { containers } = await collected({ org: grouped, faults });
    expect(containers.find(({ kind }) => kind === 'profile')?.title).toBe('a profile whose name is hidden');
  });
});

describe('assignments', () => {
  test('are all there, whatever they are worth, with their expiry in ISO time', async () => {
    const described = expired.users.find(({ username }) => username === integration)?.assignments ?? [];
    const [subject] = (await collected({ org: expired })).subjects;
    const assignments = okValue(subject?.assignments);
    expect(assignments.length).toBe(described.length + 1);
    const expiries = described
      .flatMap(({ expires }) => expires ?? [])
      .map((time) => new Date(time).toISOString());
    expect(assignments.flatMap(({ expires }) => expires ?? []).toSorted()).toEqual(expiries.toSorted());
    expect(assignments.filter(({ isRevoked }) => isRevoked).length).toBe(
      described.filter(({ revoked }) => revoked).length,
    );
    expect(assignments.filter(({ isActive }) => !isActive).length).toBe(
      described.filter(({ active }) => active === false).length,
    );
  });

  test('point at containers that are there, and through groups that are there', async () => {
    for (const org of [grouped, expired]) {
      const { subjects, containers, groups } = await collected({ org });
      for (const { containerId, groupId } of okValue(subjects[0]?.assignments)) {
        const container = containers.find(({ id }) => id === containerId);
        expect(container?.groupId ?? null).toBe(groupId);
        if (groupId !== null) expect(groups.map(({ id }) => id)).toContain(groupId);
      }
    }
  });

  test('that need a session say so', async () => {
    const { containers } = await collected({ org: expired });
    const described = (expired.permissionSets ?? []).filter(
      ({ hasActivationRequired }) => hasActivationRequired,
    );
    const sessionBased = containers.filter((one) => one.sessionBased && one.kind === 'permission-set');
    for (const { apiName } of sessionBased) expect(described.map(({ name }) => name)).toContain(apiName);
    expect(sessionBased.length).toBeGreaterThan(0);
  });
});

describe('licences, logins, peers and the user', () => {
  const org: OrgDescription = {
    ...grouped,
    users: grouped.users.map((user) =>
      user.username === integration
        ? {
            ...user,
            permissionSetLicenses: ['SalesforceAPIIntegrationPsl'],
            frozen: true,
            lastLogin: null,
            flowUser: true,
          }
        : user,
    ),
  };

  test('are as they are', async () => {
    const [subject] = (await collected({ org })).subjects;
    expect(okValue(subject?.permissionSetLicenses)).toMatchObject([
      { name: 'SalesforceAPIIntegrationPsl', status: 'Active', expires: null },
    ]);
    expect(okValue(subject?.login)).toEqual({ isFrozen: true, isPasswordLocked: false });
    expect(okValue(subject?.user)).toMatchObject({
      isActive: true,
      lastLoginDate: null,
      flowUser: { status: 'ok', value: true },
    });
    expect(okValue(subject?.profile)).toMatchObject({
      name: 'Minimum Access Integration',
      isCustom: { value: true },
      license: { value: { name: 'Salesforce', key: 'SFDC' } },
    });
  });

  test('a standard profile is no custom one', async () => {
    const [subject] = (await collected({ users: ['ada.okafor@acme.example'] })).subjects;
    expect(okValue(subject?.profile).isCustom).toEqual({ status: 'ok', value: false });
  });

  test('peers are the other active users of the profile, at most five of them by name', async () => {
    const template = grouped.users.find(({ username }) => username === integration);
    if (template === undefined) throw new Error('no such user');
    const { assignments: _, ...plain } = template;
    const others = Array.from({ length: 7 }, (__, index) => ({
      ...plain,
      username: `peer${index}@acme.example`,
      alias: `peer${index}`,
      active: index !== 3,
    }));
    const [subject] = (await collected({ org: { ...grouped, users: [...grouped.users, ...others] } }))
      .subjects;
    expect(okValue(subject?.profilePeers)).toEqual({
      total: 6,
      examples: [0, 1, 2, 4, 5].map((index) => `peer${index}@acme.example`),
    });
  });

  test('a user without a login record is not free, but hidden', () => {
    const login = loginsOf({ status: 'ok', value: [] })('005000000000001AAA');
    expect(gapOf(login)).toMatchObject({ code: 'auditor-blind', mend: 'give the auditor Manage Users' });
  });
});

describe('a group', () => {
  const group = {
    Id: '0PG1',
    DeveloperName: 'G',
    MasterLabel: 'G',
    Status: 'Updated',
    HasActivationRequired: false,
  };
  const component = (PermissionSetId: string) => ({ PermissionSetGroupId: '0PG1', PermissionSetId });
  const read = (PermissionsViewSetup: boolean, ...ids: readonly string[]) => {
    const sight = sightOf({ status: 'ok', value: [{ PermissionsViewSetup }] });
    const groups = groupsOf(
      { status: 'ok', value: [group] },
      { status: 'ok', value: ids.map(component) },
      sight,
    );
    return okValue(groups)[0]?.components;
  };

  test('tells its members from its muting sets', () => {
    expect(okValue(read(true, '0PS2', '0QM1', '0PS1', '0PS2'))).toEqual({
      members: ['0PS1', '0PS2'],
      muting: ['0QM1'],
    });
  });

  test('that shows no members, or shows them to one who does not see setup, may have others', () => {
    expect(gapOf(read(true))).toMatchObject({ code: 'auditor-blind' });
    expect(gapOf(read(false, '0PS1'))).toMatchObject({ code: 'auditor-blind' });
  });
});
