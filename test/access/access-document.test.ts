import { describe, expect, test } from 'vitest';
import { decideAccess, decideAll } from '../../src/access/decide-access.ts';
import type { NeedName } from '../../src/model/needs.ts';
import type { Part } from '../../src/model/part.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { AssignedLicense, Subject } from '../../src/model/subject.ts';
import { accessIn } from './decide.ts';
import { need, ok, unread, userId } from './org-parts.ts';
import { richOrg } from './rich-org.ts';
import { snapshotOf } from './snapshot-builder.ts';

test('is the same for every way of asking', () => {
  const snapshot = snapshotOf(richOrg);
  expect(decideAll(snapshot)).toEqual([decideAccess(snapshot, userId)]);
});

test('is frozen all the way down, JSON without loss, and leaves the snapshot as it was', () => {
  const snapshot = snapshotOf(richOrg);
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
    const { [part]: _, ...needs } = { ...richOrg.needs };
    expect(accessIn({ ...richOrg, needs })[part]).toMatchObject({ reason: { code: 'not-collected' } });
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
    subjects: snapshotOf(richOrg).subjects.map((record) => ({ ...record, permissionSetLicenses: part })),
  });

  test('are those asked for, or null', () => {
    const access = accessIn(
      richOrg,
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
    const access = accessIn(richOrg, withLicenses(unread));
    expect(access.permissionSetLicenses).toEqual({ OtherPsl: unread, SalesPsl: unread });
  });
});

test('a field that several requirements ask for has the label of one and the configured name of another', () => {
  const fields = [
    { object: 'Account', field: 'X__c', label: 'X' },
    { object: 'Account', field: 'X__c', configured: 'Site' },
    { object: 'Account', field: 'X__c' },
  ];
  const { fields: decided } = accessIn({ ...richOrg, needs: need({ fields }) });
  expect(decided['Account.X__c']).toMatchObject({
    asked: { label: 'X', configured: 'Site' },
    foundBy: 'configured',
  });
});

test('each subject has its own access', () => {
  const snapshot = snapshotOf(richOrg);
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
