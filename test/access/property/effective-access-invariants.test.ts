import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { Truth } from '../../../src/emulator/effective-access/truth.ts';
import type { OrgDescription, PermissionEntries } from '../../../src/emulator/org-description.ts';
import { runs } from '../../runs.ts';
import { truthsOf } from './claims.ts';
import { randomEntries } from './random-entries.ts';
import { randomOrg, users } from './random-org.ts';

const user = users[0];
const rank: Readonly<Record<Truth, number>> = { denied: 0, unknown: 1, granted: 2 };

/** The claims for which the second org gives more than the first. */
function gains(before: OrgDescription, after: OrgDescription): readonly string[] {
  const first = truthsOf(effectiveAccess(before, user));
  const second = truthsOf(effectiveAccess(after, user));
  return [...second].flatMap(([claim, truth]) => {
    const was = first.get(claim) ?? 'denied';
    return rank[truth] > rank[was] ? [`${claim}: ${was} becomes ${truth}`] : [];
  });
}

const withUser = (
  org: OrgDescription,
  change: (of: OrgDescription['users'][number]) => object,
): OrgDescription => ({
  ...org,
  users: org.users.map((each) => (each.username === user ? { ...each, ...change(each) } : each)),
});

test('more muting never grants', () => {
  fc.assert(
    fc.property(randomOrg, randomEntries, (org, muting) => {
      const muted = (org.permissionSetGroups ?? []).map((group) => ({
        ...group,
        muting: { name: 'M', label: 'M', ...group.muting, ...joined(group.muting ?? {}, muting) },
      }));
      expect(gains(org, { ...org, permissionSetGroups: muted })).toEqual([]);
    }),
    runs(100),
  );
});

/** Both muting sets in one: where both mute a field, Read is the one that takes more. */
function joined(one: PermissionEntries, other: PermissionEntries): PermissionEntries {
  const objects = { ...one.objects };
  for (const [name, rights] of Object.entries(other.objects ?? {})) {
    objects[name] = [...(objects[name] ?? []), ...rights];
  }
  const fields = { ...one.fields, ...other.fields };
  for (const name of Object.keys(fields)) {
    if (one.fields?.[name] === 'read') fields[name] = 'read';
  }
  return {
    system: [...(one.system ?? []), ...(other.system ?? [])],
    objects,
    fields,
    flows: [...(one.flows ?? []), ...(other.flows ?? [])],
  };
}

test('one assignment less never grants', () => {
  fc.assert(
    fc.property(randomOrg, fc.nat(4), (org, index) => {
      const fewer = withUser(org, ({ assignments = [] }) => ({
        assignments: assignments.toSpliced(index, 1),
      }));
      expect(gains(org, fewer)).toEqual([]);
    }),
    runs(100),
  );
});

test('time passing never grants', () => {
  fc.assert(
    fc.property(randomOrg, fc.nat(50_000_000), (org, seconds) => {
      const later = new Date(Date.parse(org.now) + seconds * 1000).toISOString();
      expect(gains(org, { ...org, now: later })).toEqual([]);
    }),
    runs(100),
  );
});

test('the order of assignments, sets and members changes nothing', () => {
  fc.assert(
    fc.property(randomOrg, (org) => {
      const turned: OrgDescription = {
        ...withUser(org, ({ assignments = [] }) => ({ assignments: assignments.toReversed() })),
        permissionSets: org.permissionSets?.toReversed() ?? [],
        permissionSetGroups: (org.permissionSetGroups ?? [])
          .map((group) => ({ ...group, members: group.members.toReversed() }))
          .toReversed(),
      };
      expect(effectiveAccess(turned, user)).toEqual(effectiveAccess(org, user));
    }),
    runs(100),
  );
});

test('another user changes nothing', () => {
  fc.assert(
    fc.property(randomOrg, (org) => {
      const alone = { ...org, users: org.users.filter(({ username }) => username === user) };
      expect(effectiveAccess(alone, user)).toEqual(effectiveAccess(org, user));
    }),
    runs(100),
  );
});

test('what is granted stays granted when doubt is settled either way', () => {
  fc.assert(
    fc.property(randomOrg, fc.boolean(), (org, favourably) => {
      const before = truthsOf(effectiveAccess(org, user));
      const after = truthsOf(effectiveAccess(settled(org, favourably), user));
      const overturned = [...before].filter(
        ([claim, truth]) => truth === 'granted' && after.get(claim) !== 'granted',
      );
      expect(overturned).toEqual([]);
    }),
    runs(100),
  );
});

/** The org as it would be if every session were on and every group recalculated, or none of it ever. */
function settled(org: OrgDescription, favourably: boolean): OrgDescription {
  const doubtful = new Set([
    ...(org.permissionSets ?? []).filter((set) => set.hasActivationRequired).map(({ name }) => name),
    ...(org.permissionSetGroups ?? [])
      .filter(
        ({ status, hasActivationRequired }) => hasActivationRequired || (status ?? 'Updated') !== 'Updated',
      )
      .map(({ name }) => name),
  ]);
  if (!favourably) {
    return withUser(org, ({ assignments = [] }) => ({
      assignments: assignments.filter(
        ({ permissionSet, group }) => !doubtful.has(permissionSet ?? group ?? ''),
      ),
    }));
  }
  return {
    ...org,
    permissionSets: (org.permissionSets ?? []).map((set) => ({ ...set, hasActivationRequired: false })),
    permissionSetGroups: (org.permissionSetGroups ?? []).map((group) => ({
      ...group,
      status: 'Updated',
      hasActivationRequired: false,
    })),
  };
}
