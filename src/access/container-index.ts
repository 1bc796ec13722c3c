import type { ContainerRef } from '../model/access.ts';
import type { Container, ObjectEntry, PermissionSetGroup } from '../model/container.ts';
import type { Gap, Location, Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { nameKey } from '../salesforce/names.ts';
import { implications } from './implications.ts';
import { by } from './order.ts';
import { keyOf, type Way } from './ways.ts';

/** A container with its entries by key. Built once a snapshot, so that every question is one look-up. */
export interface IndexedContainer {
  readonly container: Container;
  readonly ref: ContainerRef;
  readonly entries: ReadonlyMap<string, Location | undefined>;
}

export interface IndexedGroup {
  readonly group: PermissionSetGroup;
  /** Null where it is not known of which sets the group is made, or one of them was not read. */
  readonly components: {
    readonly members: readonly IndexedContainer[];
    readonly muting: readonly IndexedContainer[];
  } | null;
}

/** A snapshot's containers, found by Id, by what they hold, and by group. */
export interface SnapshotIndex {
  readonly containers: ReadonlyMap<string, IndexedContainer>;
  readonly groups: ReadonlyMap<string, IndexedGroup>;
  /** Key of an entry → the sets and groups that hold it. Profiles and muting sets are not among them. */
  readonly holders: ReadonlyMap<string, readonly IndexedContainer[]>;
  /** Lower-case names of objects on which some container has object permissions: they can be granted. */
  readonly objectsWithRows: ReadonlySet<string>;
}

/** Whether a container's own entries hold something. */
export type Held =
  | { readonly held: 'yes'; readonly at: Location | undefined }
  | { readonly held: 'no' }
  | { readonly held: 'unknown'; readonly gap: Gap };

export function indexSnapshot(snapshot: Snapshot): SnapshotIndex {
  const indexed = snapshot.containers.map(indexContainer).toSorted(by(({ container }) => container.id));
  const containers = new Map(indexed.map((each) => [each.container.id, each]));
  const groups = new Map(snapshot.groups.map((group) => [group.id, indexGroup(group, containers)]));
  const objectsWithRows = indexed.flatMap(({ container }) => entriesOf(container.objects));
  return {
    containers,
    groups,
    holders: holdersOf(indexed),
    objectsWithRows: new Set(objectsWithRows.map(({ object }) => nameKey(object))),
  };
}

/** Whether a container holds any of these keys; in a partial container what is missing is not known. */
export function holds(
  { container, ref, entries }: IndexedContainer,
  kind: Way['entry']['kind'],
  keys: readonly string[],
): Held {
  const part = partFor(container, kind);
  if (part.status === 'unavailable') return { held: 'unknown', gap: part.reason };
  const found = keys.find((key) => entries.has(key));
  if (found !== undefined) return { held: 'yes', at: entries.get(found) };
  if (container.completeness === 'complete') return { held: 'no' };
  return {
    held: 'unknown',
    gap: {
      code: 'source-cannot-tell',
      message: `'${ref.title}' is known in part only: what it does not mention may be granted or not`,
      mend: 'read the org itself, where every container is complete',
    },
  };
}

function partFor(container: Container, kind: Way['entry']['kind']): Part<readonly unknown[]> {
  switch (kind) {
    case 'system':
      return container.systemPermissions;
    case 'object':
      return container.objects;
    case 'field':
      return container.fields;
    case 'flow':
      return container.flows;
  }
}

function indexContainer(container: Container): IndexedContainer {
  const { id, kind, title, at } = container;
  const keyed: (readonly [string, Location | undefined])[] = [
    ...entriesOf(container.systemPermissions).map(
      (entry) => [keyOf.system(entry.permission), entry.at] as const,
    ),
    ...entriesOf(container.objects).flatMap((entry) =>
      ownRights(entry, container).map((right) => [keyOf.object(entry.object, right), entry.at] as const),
    ),
    ...entriesOf(container.fields).flatMap(({ object, field, read, edit, at }) => [
      ...(read ? [[keyOf.field(object, field, 'read'), at] as const] : []),
      ...(edit ? [[keyOf.field(object, field, 'edit'), at] as const] : []),
    ]),
    ...entriesOf(container.flows).map((entry) => [keyOf.flow(entry.flowId), entry.at] as const),
  ];
  return { container, ref: { id, kind, title, ...(at && { at }) }, entries: firstOfEach(keyed) };
}

/**
 * The rights that the entry itself gives. What it only shows because of View All Data or Modify All Data is an
 * implication of that permission, and goes where it goes: into a muting set, out of a group.
 */
function ownRights({ rights, inferred = [] }: ObjectEntry, { systemPermissions }: Container) {
  if (inferred.length === 0) return rights;
  const held = new Set(entriesOf(systemPermissions).map(({ permission }) => permission));
  const explained = implications.flatMap(({ cause, effect }) =>
    cause.kind === 'system' && effect.kind === 'object' && held.has(cause.permission) ? effect.rights : [],
  );
  return rights.filter((right) => !inferred.includes(right) || !explained.includes(right));
}

/** Of several entries for the same thing the first in the file is shown, in whatever order they came. */
function firstOfEach(keyed: readonly (readonly [string, Location | undefined])[]) {
  const inOrder = keyed.toSorted(
    by(
      ([, at]) => at?.file ?? '',
      ([, at]) => at?.line ?? 0,
      ([, at]) => at?.column ?? 0,
    ),
  );
  return new Map(inOrder.toReversed());
}

function indexGroup(
  group: PermissionSetGroup,
  containers: ReadonlyMap<string, IndexedContainer>,
): IndexedGroup {
  if (group.components.status === 'unavailable') return { group, components: null };
  const find = (ids: readonly string[]) =>
    [...new Set(ids)].toSorted().flatMap((id) => containers.get(id) ?? []);
  const { members, muting } = group.components.value;
  const found = { members: find(members), muting: find(muting) };
  const complete =
    found.members.length === new Set(members).size && found.muting.length === new Set(muting).size;
  return { group, components: complete ? found : null };
}

function holdersOf(indexed: readonly IndexedContainer[]): ReadonlyMap<string, readonly IndexedContainer[]> {
  const holders = new Map<string, IndexedContainer[]>();
  for (const each of indexed) {
    if (each.container.kind !== 'permission-set' && each.container.kind !== 'group') continue;
    for (const key of each.entries.keys()) {
      const known = holders.get(key);
      if (known) known.push(each);
      else holders.set(key, [each]);
    }
  }
  return holders;
}

function entriesOf<T>(part: Part<readonly T[]>): readonly T[] {
  return part.status === 'ok' ? part.value : [];
}
