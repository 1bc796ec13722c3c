import fc from 'fast-check';
import type { Access, Decision } from '../../src/model/access.ts';
import type { Container, ObjectRight } from '../../src/model/container.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { asOf, field, flow, flowId, need } from './org-parts.ts';
import { type Assigned, type Org, type SetUp, snapshotOf } from './snapshot-builder.ts';

const permissions = [
  'ApiEnabled',
  'ModifyAllData',
  'ViewAllData',
  'ViewAllFieldsGlobal',
  'EditReadonlyFields',
];
const rights: readonly ObjectRight[] = [
  'read',
  'create',
  'edit',
  'delete',
  'modifyAllRecords',
  'viewAllFields',
];
const needs = need({
  systemPermissions: ['ApiEnabled'],
  fields: ['Account.Site', 'Account.OwnerId'],
  flows: true,
});
const names = ['A', 'B', 'C'] as const;

const holds = fc.record(
  {
    system: fc.subarray(permissions, { maxLength: 2 }),
    objects: fc.record({ Account: fc.subarray([...rights], { maxLength: 3 }) }),
    fields: fc.record({ 'Account.Site': fc.constantFrom('read', 'edit') }),
    flows: fc.subarray([flowId('Sync')]),
  },
  { requiredKeys: [] },
);

const sometimes = fc.integer({ min: 0, max: 3 }).map((n) => n === 0);

const setUp: fc.Arbitrary<SetUp> = fc
  .tuple(holds, fc.record({ sessionBased: sometimes, partial: sometimes }))
  .map(([held, flags]) => ({ ...held, ...flags }));

const group = fc
  .tuple(setUp, holds, fc.subarray([...names]), fc.constantFrom('Updated', 'Updated', 'Outdated'), sometimes)
  .map(([aggregate, muting, members, status, componentsUnread]) => ({
    ...aggregate,
    members,
    muting,
    status,
    componentsUnread,
  }));

const assigned: fc.Arbitrary<readonly Assigned[]> = fc
  .subarray([...names, 'Group', 'Other group'])
  .chain((all) =>
    fc.tuple(...all.map((to) => fc.record({ to: fc.constant(to), active: fc.boolean(), past: sometimes }))),
  )
  .map((all) => all.map(({ to, active, past }) => ({ to, active, ...(past && { expires: asOf }) })));

const org: fc.Arbitrary<Org> = fc.record({
  needs: fc.constant(needs),
  available: fc
    .subarray(needs.systemPermissions ? [...needs.systemPermissions] : [])
    .map((value) => ({ status: 'ok', value }) as const),
  permissionable: fc.subarray(['Account']).map((value) => ({ status: 'ok', value }) as const),
  profile: setUp,
  sets: fc.record({ A: setUp, B: setUp, C: setUp }),
  groups: fc.record({ Group: group, 'Other group': group }),
  assigned,
  catalogue: fc.constantFrom(
    { Account: [field('Site'), field('OwnerId', { permissionable: false })] },
    { Account: [] },
  ),
  flows: fc.constant([flow('Sync')]),
});

/** Orgs of a few containers in which everything that decides occurs often, and meets. */
export const snapshots: fc.Arbitrary<Snapshot> = org.map(snapshotOf);

/** All decisions of an access document, each under its path. */
export function decisionsOf(access: Access): ReadonlyMap<string, Decision> {
  const found = new Map<string, Decision>();
  const collect = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('decision' in value && typeof value.decision === 'string') found.set(path, value as Decision);
    else for (const [key, inner] of Object.entries(value)) collect(inner, `${path}/${key}`);
  };
  collect({ ...access, assignments: null }, '');
  return found;
}

/** The same snapshot with some containers exchanged for others. */
export function withContainers(
  snapshot: Snapshot,
  change: (container: Container) => Container | null,
): Snapshot {
  return { ...snapshot, containers: snapshot.containers.flatMap((container) => change(container) ?? []) };
}
