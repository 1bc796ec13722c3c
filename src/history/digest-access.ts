import type { Access, Assignments } from '../model/access.ts';
import type { Container } from '../model/container.ts';
import type {
  AccessDigest,
  AssignmentDigest,
  DecidedAlike,
  FieldDigest,
  GroupDigest,
  NamedContainer,
} from '../model/history.ts';
import type { Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { decidedAlike } from './digest-decisions.ts';
import { digestFacts } from './digest-facts.ts';
import { gapDigest } from './gap-digest.ts';
import { sortedUnique } from './order.ts';

/** As much of a snapshot as the access document leaves out: what groups are made of, and what could be read. */
type Holders = Pick<Snapshot, 'containers' | 'groups'>;

/**
 * What a subject can do, cut down to what tells later why it changed. The snapshot is the one that the access was
 * decided from. The same access gives the same digest.
 */
export function digestAccess(access: Access, snapshot: Holders): AccessDigest {
  const assignments = partOf(access.assignments, (value) => digestAssignments(value, snapshot));
  const decided = decidedAlike(access);
  return deepFreeze({
    asOf: access.asOf,
    facts: digestFacts(access),
    fields: digestFields(access.fields),
    ...{ assignments, decided },
    containers: namedIn(assignments, decided, access, snapshot),
  });
}

function partOf<T, D>(part: Part<T>, digest: (value: T) => D): Part<D> {
  return part.status === 'ok'
    ? { status: 'ok', value: digest(part.value) }
    : { status: 'unavailable', reason: gapDigest(part.reason) };
}

function digestFields(fields: Access['fields']): AccessDigest['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { field, writable }]): readonly [string, FieldDigest] => {
      const found = partOf(field, (value) => value?.name ?? null);
      return [name, { found, writable: writable.status === 'ok' ? writable.value : null }];
    }),
  );
}

function digestAssignments(
  { all }: Assignments,
  { containers, groups }: Holders,
): readonly AssignmentDigest[] {
  const read = new Map(containers.map((container) => [container.id, container]));
  const known = new Map(groups.map((group) => [group.id, group]));
  const groupOf = (id: string | null, title: string): GroupDigest | null => {
    if (id === null) return null;
    const group = known.get(id);
    if (group === undefined) return { id, title, status: 'Unknown', members: null };
    const members = group.components.status === 'ok' ? group.components.value.members : null;
    return { id, title: group.title, status: group.status, members };
  };
  return all.map(({ container, containerId, groupId, isActive, isRevoked, expires }) => ({
    container: container.id,
    group: groupOf(groupId ?? read.get(containerId)?.groupId ?? null, container.title),
    active: isActive,
    revoked: isRevoked,
    expires,
    complete: isComplete(read.get(containerId)),
  }));
}

const isComplete = (container: Container | undefined): boolean =>
  container !== undefined &&
  container.completeness.kind === 'complete' &&
  (['systemPermissions', 'objects', 'fields', 'flows'] as const).every((entries) => {
    const part = container[entries];
    return part.status === 'ok' || part.reason.code === 'not-collected';
  });

/** The names of all that is spoken of; what was not read goes by what its assignment calls it, else by its Id. */
function namedIn(
  assignments: AccessDigest['assignments'],
  decided: readonly DecidedAlike[],
  access: Access,
  { containers }: Holders,
): AccessDigest['containers'] {
  const held = assignments.status === 'ok' ? assignments.value : [];
  const ids = [
    ...held.flatMap(({ container, group }) => [container, ...(group?.members ?? [])]),
    ...decided.flatMap(({ ways, misses }) => [
      ...ways.flatMap(({ container, members }) => [container, ...members]),
      ...misses.flatMap(({ container, mutedBy }) => [container, ...(mutedBy === null ? [] : [mutedBy])]),
    ]),
  ];
  const assigned = access.assignments.status === 'ok' ? access.assignments.value.all : [];
  const known = [...assigned.map(({ container }) => container), ...containers].map(
    ({ id, kind, title }): readonly [string, NamedContainer] => [id, { kind, title }],
  );
  const names = new Map(known);
  return Object.fromEntries(
    sortedUnique(ids).map((id) => [id, names.get(id) ?? { kind: 'permission-set', title: id }]),
  );
}
