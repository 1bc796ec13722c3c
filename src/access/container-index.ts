import type { ContainerRef } from '../model/access.ts';
import type { Container, Entries, ObjectEntry, PermissionSetGroup } from '../model/container.ts';
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
  /** What its files mention and do not grant. */
  readonly denials: ReadonlyMap<string, Location | undefined>;
}

export interface IndexedGroup {
  readonly group: PermissionSetGroup;
  /** Null where it is not known of which sets the group is made. */
  readonly components: {
    /** False: one of them was not read. */
    readonly complete: boolean;
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
  /** Keys of field entries that some container has, granting or not: such a field has field-level security. */
  readonly fieldsWithRows: ReadonlySet<string>;
}

/** Whether a container's own entries hold something. */
export type Held =
  | { readonly held: 'yes'; readonly at: Location | undefined }
  /** `refusedAt`: where an entry for it says so. */
  | { readonly held: 'no'; readonly refusedAt?: Location }
  | { readonly held: 'unknown'; readonly gap: Gap };

export function indexSnapshot(snapshot: Snapshot): SnapshotIndex {
  const indexed = snapshot.containers.map(indexContainer).toSorted(by(({ container }) => container.id));
  const containers = new Map(indexed.map((each) => [each.container.id, each]));
  const groups = new Map(snapshot.groups.map((group) => [group.id, indexGroup(group, containers)]));
  const objectsWithRows = indexed.flatMap(({ container }) => [
    ...entriesOf(container.objects),
    ...(container.denials?.objects ?? []),
  ]);
  return {
    containers,
    groups,
    holders: holdersOf(indexed),
    objectsWithRows: new Set(objectsWithRows.map(({ object }) => nameKey(object))),
    fieldsWithRows: new Set(
      indexed.flatMap(({ entries, denials }) =>
        [...entries.keys(), ...denials.keys()].filter((key) => key.startsWith('field ')),
      ),
    ),
  };
}

/** Whether a container holds any of these keys; in a partial container what is missing is not known. */
export function holds(
  { container, entries, denials }: IndexedContainer,
  kind: Way['entry']['kind'],
  keys: readonly string[],
): Held {
  const part = partFor(container, kind);
  if (part.status === 'unavailable') return { held: 'unknown', gap: part.reason };
  const found = keys.find((key) => entries.has(key));
  if (found !== undefined) return { held: 'yes', at: entries.get(found) };
  const denied = keys.find((key) => denials.has(key));
  if (denied !== undefined) {
    const refusedAt = denials.get(denied);
    return { held: 'no', ...(refusedAt && { refusedAt }) };
  }
  const { completeness } = container;
  return completeness.kind === 'complete' ? { held: 'no' } : { held: 'unknown', gap: completeness.reason };
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
  const { id, kind, title, at, denials } = container;
  const granted = keyed({
    systemPermissions: entriesOf(container.systemPermissions),
    objects: entriesOf(container.objects).map((entry) => ({ ...entry, rights: ownRights(entry, container) })),
    fields: entriesOf(container.fields),
    flows: entriesOf(container.flows),
  });
  return {
    container,
    ref: { id, kind, title, ...(at && { at }) },
    entries: firstOfEach(granted),
    denials: firstOfEach(denials === undefined ? [] : keyed(denials)),
  };
}

type Keyed = readonly [key: string, at: Location | undefined];

function keyed({ systemPermissions, objects, fields, flows }: Entries): readonly Keyed[] {
  return [
    ...systemPermissions.map(({ permission, at }): Keyed => [keyOf.system(permission), at]),
    ...objects.flatMap(({ object, rights, at }) =>
      rights.map((right): Keyed => [keyOf.object(object, right), at]),
    ),
    ...fields.flatMap(({ object, field, read, edit, at }): readonly Keyed[] => [
      ...(read ? [[keyOf.field(object, field, 'read'), at] as const] : []),
      ...(edit ? [[keyOf.field(object, field, 'edit'), at] as const] : []),
    ]),
    ...flows.map(({ flowId, at }): Keyed => [keyOf.flow(flowId), at]),
  ];
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
function firstOfEach(keyed: readonly Keyed[]): ReadonlyMap<string, Location | undefined> {
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
  return { group, components: { ...found, complete } };
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
