import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAccess } from '../../src/access/decide-access.ts';
import type { Container } from '../../src/model/container.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { runs } from '../runs.ts';
import { flowId, ok, partly, unread, userId } from './org-parts.ts';
import { decisionsOf, snapshots, withContainers } from './random-snapshot.ts';

type Change = (snapshot: Snapshot) => Snapshot;

/** Decisions that a change made other than they were, and that it may not. */
function wronglyChanged(
  snapshot: Snapshot,
  change: Change,
  allowed: (before: string, after: string | undefined) => boolean,
): readonly string[] {
  const before = decisionsOf(decideAccess(snapshot, userId));
  const after = decisionsOf(decideAccess(change(snapshot), userId));
  return [...before].flatMap(([path, { decision }]) => {
    const now = after.get(path)?.decision;
    return allowed(decision, now) ? [] : [`${path}: ${decision} → ${now}`];
  });
}

const added: readonly ((container: Container) => Partial<Container>)[] = [
  () => ({ systemPermissions: ok([{ permission: 'ApiEnabled' }, { permission: 'ModifyAllData' }]) }),
  () => ({ systemPermissions: ok([{ permission: 'EditReadonlyFields' }]) }),
  () => ({ objects: ok([{ object: 'Account', rights: ['read', 'edit', 'viewAllFields'] }]) }),
  () => ({ fields: ok([{ object: 'Account', field: 'Site', read: true, edit: true }]) }),
  () => ({ flows: ok([{ flowId: flowId('Sync') }]) }),
];

/** What a container has, and more. */
function merged(container: Container, more: Partial<Container>): Container {
  const both = Object.entries(more).map(([name, part]) => {
    const own = container[name as 'fields'];
    return [
      name,
      own.status === 'ok' && part && typeof part === 'object' && 'value' in part
        ? ok([...own.value, ...(part.value as [])])
        : own,
    ];
  });
  return { ...container, ...Object.fromEntries(both) };
}

const anyAddition: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(), fc.constantFrom(...added))
  .map(([nth, addition]) => (snapshot) => {
    const granting = snapshot.containers.filter(({ kind }) => kind !== 'muting');
    const chosen = granting[nth % granting.length];
    return withContainers(snapshot, (each) => (each === chosen ? merged(each, addition(each)) : each));
  });

test('one grant more never takes another away', () => {
  fc.assert(
    fc.property(snapshots, anyAddition, (snapshot, change) => {
      expect(
        wronglyChanged(snapshot, change, (before, after) => before !== 'granted' || after === 'granted'),
      ).toEqual([]);
    }),
    runs(100),
  );
});

const blocks = ['systemPermissions', 'objects', 'fields', 'flows'] as const;

const losses: readonly ((nth: number) => Change)[] = [
  () => (snapshot) => ({ ...snapshot, availablePermissions: unread }),
  () => (snapshot) => ({ ...snapshot, permissionableObjects: unread }),
  () => (snapshot) => ({ ...snapshot, catalogue: { Account: unread } }),
  () => (snapshot) => ({ ...snapshot, catalogue: {} }),
  () => (snapshot) => ({
    ...snapshot,
    subjects: snapshot.subjects.map((each) => ({ ...each, assignments: unread })),
  }),
  () => (snapshot) => ({ ...snapshot, groups: [] }),
  () => (snapshot) => ({
    ...snapshot,
    groups: snapshot.groups.map((each) => ({ ...each, components: unread })),
  }),
  () => (snapshot) => ({
    ...snapshot,
    groups: snapshot.groups.map((each) => ({ ...each, status: 'Outdated' })),
  }),
  () => (snapshot) => withContainers(snapshot, (each) => ({ ...each, completeness: partly })),
  (nth) => (snapshot) => withContainers(snapshot, (each) => (each === at(snapshot, nth) ? null : each)),
  ...blocks.map(
    (block) => (nth: number) => (snapshot: Snapshot) =>
      withContainers(snapshot, (each) => (each === at(snapshot, nth) ? { ...each, [block]: unread } : each)),
  ),
];

const at = ({ containers }: Snapshot, nth: number) => containers[nth % containers.length];

const anyLoss: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(), fc.constantFrom(...losses))
  .map(([nth, loss]) => loss(nth));

test('what was not read makes things unknown, and nothing else of them', () => {
  fc.assert(
    fc.property(snapshots, anyLoss, (snapshot, change) => {
      expect(
        wronglyChanged(snapshot, change, (before, after) => after === before || after === 'unknown'),
      ).toEqual([]);
    }),
    runs(150),
  );
});

test('what nobody asked for makes things unknown, and nothing else of them', () => {
  const forget: Change = (snapshot) => ({
    ...snapshot,
    needs: { ...snapshot.needs, systemPermissions: [], objects: [] },
  });
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const allowed = (before: string, after: string | undefined) =>
        [before, 'unknown', undefined].includes(after);
      expect(wronglyChanged(snapshot, forget, allowed)).toEqual([]);
    }),
    runs(100),
  );
});

/** Every list of a snapshot in another order; of its records only the catalogue is a list in disguise. */
function reordered(snapshot: Snapshot, order: (list: readonly unknown[]) => readonly unknown[]): Snapshot {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return order(value.map(turn));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]));
  };
  return turn(snapshot) as Snapshot;
}

test('the order in which things were read changes no byte', () => {
  fc.assert(
    fc.property(snapshots, fc.infiniteStream(fc.nat()), (snapshot, numbers) => {
      const shuffled = reordered(snapshot, (list) =>
        list
          .map((each) => [each, numbers.next().value] as const)
          .sort(([, a], [, b]) => a - b)
          .map(([each]) => each),
      );
      const [before, after] = [snapshot, shuffled].map((each) => JSON.stringify(decideAccess(each, userId)));
      expect(after).toBe(before);
    }),
    runs(100),
  );
});
