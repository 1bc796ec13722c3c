import { describe, expect, test } from 'vitest';
import { decideAccess, decideAll } from '../../src/access/decide-access.ts';
import type { Assignments } from '../../src/model/access.ts';
import type { NeedName } from '../../src/model/needs.ts';
import type { Part } from '../../src/model/part.ts';
import type { AssignedLicense, Snapshot, Subject } from '../../src/model/snapshot.ts';
import { accessIn } from './decide.ts';
import {
  asOf,
  field,
  flow,
  flowId,
  need,
  type Org,
  ok,
  snapshotOf,
  unread,
  userId,
} from './snapshot-builder.ts';

/** An org with something of everything. */
const org: Org = {
  needs: need({
    systemPermissions: ['RunFlow', 'ApiEnabled'],
    objects: ['Lead', 'Account'],
    fields: [
      'Lead.Site',
      { object: 'Account', field: 'X__c', label: 'Sit', configured: 'Site' },
      'Account.Sité',
    ],
    flows: true,
    permissionSetLicenses: ['SalesPsl', 'OtherPsl'],
    login: true,
  }),
  catalogue: { Account: [field('Sita'), field('Site'), field('Sitb')], Lead: [field('Site')] },
  profile: {
    system: ['ApiEnabled'],
    objects: { Account: ['edit', 'read'] },
    fields: { 'Lead.Site': 'read' },
  },
  sets: {
    Extra: {
      objects: { Lead: ['read'], Account: ['create', 'read'] },
      flows: ['Sync', 'Open', 'On save'].map(flowId),
    },
    Session: { system: ['RunFlow', 'EditReadonlyFields'], sessionBased: true },
    Member: { fields: { 'Account.Site': 'edit' } },
    Apart: { system: ['RunFlow'], objects: { Lead: ['read', 'edit'] } },
    Aside: { system: ['RunFlow'] },
  },
  groups: {
    Fresh: {
      members: ['Session', 'Member'],
      fields: { 'Account.Site': 'edit' },
      muting: { system: ['RunFlow'] },
    },
    Stale: { members: ['Member', 'Extra'], status: 'Outdated' },
  },
  assigned: ['Stale', 'Fresh', 'Session', { to: 'Extra', expires: '2026-11-01T00:00:00Z' }],
  flows: [
    flow('Sync'),
    flow('Open', { restricted: ok(false) }),
    flow('On save', { triggerType: 'RecordAfterSave' }),
  ],
};

test('is the same for every way of asking', () => {
  const snapshot = snapshotOf(org);
  expect(decideAll(snapshot)).toEqual([decideAccess(snapshot, userId)]);
});

test('is frozen all the way down, JSON without loss, and leaves the snapshot as it was', () => {
  const snapshot = snapshotOf(org);
  const before = structuredClone(snapshot);
  const unfrozen = unfrozenIn(snapshot);
  const access = decideAccess(snapshot, userId);
  expect(unfrozenIn(access)).toEqual([]);
  expect(JSON.parse(JSON.stringify(access))).toEqual(access);
  expect(snapshot).toEqual(before);
  expect(unfrozenIn(snapshot)).toEqual(unfrozen);
});

describe('a part that nobody asked for', () => {
  const parts: readonly NeedName[] = [
    'organization',
    'user',
    'profilePeers',
    'limits',
    'login',
    'flows',
    'assignments',
  ];
  test.each(parts)('is unavailable, whatever the snapshot says: %s', (part) => {
    const { [part]: _, ...needs } = { ...org.needs };
    expect(accessIn({ ...org, needs })[part]).toMatchObject({ reason: { code: 'not-collected' } });
  });

  test('is there as it was read where it was asked for', () => {
    const needs = { organization: true, user: true, profilePeers: true, limits: true, login: true } as const;
    const snapshot = snapshotOf({ needs });
    const [record] = snapshot.subjects;
    const { organization, user, profilePeers, limits, login } = decideAccess(snapshot, userId);
    expect([organization, limits]).toEqual([snapshot.organization, snapshot.limits]);
    expect([user, profilePeers, login]).toEqual([record?.user, record?.profilePeers, record?.login]);
  });
});

describe('permission set licences', () => {
  const sales: AssignedLicense = { name: 'SalesPsl', label: 'Sales', status: 'Active', expires: null };
  const withLicenses = (part: Part<readonly AssignedLicense[]>): Partial<Snapshot> => ({
    subjects: snapshotOf(org).subjects.map((record) => ({ ...record, permissionSetLicenses: part })),
  });

  test('are those asked for, or null', () => {
    const access = accessIn(
      org,
      withLicenses(
        ok([
          { ...sales, name: 'Other' },
          { ...sales, name: 'SALESPSL' },
        ]),
      ),
    );
    expect(access.permissionSetLicenses).toEqual({
      OtherPsl: ok(null),
      SalesPsl: ok({ ...sales, name: 'SALESPSL' }),
    });
  });

  test('are unknown where they could not be read', () => {
    const access = accessIn(org, withLicenses(unread));
    expect(access.permissionSetLicenses).toEqual({ OtherPsl: unread, SalesPsl: unread });
  });
});

describe('assignments', () => {
  const assignmentsIn = (one: Org): Assignments => {
    const { assignments } = accessIn(one);
    if (assignments.status === 'unavailable') throw new Error(assignments.reason.message);
    return assignments.value;
  };

  test('are all there, each with what it gives', () => {
    const assigned = ['Nobody read this', { to: 'Extra', expires: asOf }, { to: 'Session', revoked: true }];
    expect(assignmentsIn({ ...org, assigned }).all).toMatchObject([
      { containerId: 'Profile', container: { kind: 'profile', title: 'Profile' } },
      { container: { kind: 'permission-set', title: 'Extra' }, expires: asOf },
      { container: { title: 'Session' }, isRevoked: true },
      { container: { kind: 'permission-set', title: 'Nobody read this' } },
    ]);
  });

  test('have as dependents what is granted or may be, in the words of Setup', () => {
    const { dependents } = assignmentsIn(org);
    expect(dependents.map(({ permission, decision }) => `${permission}: ${decision.decision}`)).toEqual([
      'API Enabled: granted',
      'Account.Site: Edit: granted',
      'Account.Site: Read: granted',
      'Account: Create: granted',
      'Account: Edit: granted',
      'Account: Read: granted',
      'Edit Read Only Fields: unknown',
      'Flow Sync: Run: granted',
      'Lead.Site: Edit: unknown',
      'Lead.Site: Read: granted',
      'Lead: Read: granted',
      'Run Flows: unknown',
    ]);
  });

  test('are the same decisions that the document has elsewhere', () => {
    const access = accessIn(org);
    const dependents = access.assignments.status === 'ok' ? access.assignments.value.dependents : [];
    expect(dependents.find(({ permission }) => permission === 'API Enabled')?.decision).toBe(
      access.systemPermissions.ApiEnabled,
    );
  });
});

test('a field that several requirements ask for has the label of one and the configured name of another', () => {
  const fields = [
    { object: 'Account', field: 'X__c', label: 'X' },
    { object: 'Account', field: 'X__c', configured: 'Site' },
    { object: 'Account', field: 'X__c' },
  ];
  const { fields: decided } = accessIn({ ...org, needs: need({ fields }) });
  expect(decided['Account.X__c']).toMatchObject({
    asked: { label: 'X', configured: 'Site' },
    foundBy: 'configured',
  });
});

test('each subject has its own access', () => {
  const snapshot = snapshotOf(org);
  const other: Subject = { kind: 'user', id: 'other', name: 'other@example.com', title: 'Other' };
  const both = {
    ...snapshot,
    subjects: snapshot.subjects.flatMap((record) => [
      record,
      { ...record, subject: other, assignments: ok([]) },
    ]),
  };
  const [first, second] = decideAll(both);
  expect(first).toEqual(decideAccess(snapshot, userId));
  expect(second?.systemPermissions.ApiEnabled).toMatchObject({ decision: 'denied' });
});

function unfrozenIn(value: unknown, path = 'access'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => unfrozenIn(inner, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}
