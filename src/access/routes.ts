import type { AssignmentRef, NearMiss } from '../model/access.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Assignment, SubjectRecord } from '../model/subject.ts';
import type { IndexedContainer, IndexedGroup, SnapshotIndex } from './container-index.ts';
import { by } from './order.ts';

/** One way from the subject to a container: its assignment, and the group it goes through. */
export interface Route {
  readonly assignment: Assignment;
  readonly through: AssignmentRef;
  readonly group: IndexedGroup | null;
  /** Null where the assigned container was not read. */
  readonly container: IndexedContainer | null;
  readonly standing: Standing;
}

/** What an assignment is worth by itself. */
export type Standing =
  | { readonly kind: 'in-force' }
  /** It gives nothing any more. */
  | { readonly kind: 'lapsed'; readonly why: NearMiss['kind'] & ('expired' | 'inactive' | 'revoked') }
  /** Whether and what it gives is not known. */
  | { readonly kind: 'doubtful'; readonly stale: Gap | null; readonly session: Gap | null };

/**
 * The subject's routes, sorted. A muting set gives nothing to anybody (its entries mean the opposite of
 * grants), so no route leads to one.
 */
export function routesOf(record: SubjectRecord, index: SnapshotIndex, asOf: string): Part<readonly Route[]> {
  if (record.assignments.status === 'unavailable') return record.assignments;
  const routes = record.assignments.value.map((assignment) => routeOf(assignment, index, asOf));
  const giving = routes.filter(({ container }) => container?.container.kind !== 'muting');
  return { status: 'ok', value: giving.toSorted(inOrder) };
}

const kindOrder = { profile: 0, 'permission-set': 1, group: 2, muting: 3 } as const;

/** Profile first, then sets, then groups, each by title. */
export const inOrder = by<Route>(
  ({ container }) => (container ? kindOrder[container.container.kind] : 4),
  ({ container }) => container?.ref.title ?? '',
  ({ assignment }) => assignment.containerId,
  ({ assignment }) => assignment.id,
);

function routeOf(assignment: Assignment, index: SnapshotIndex, asOf: string): Route {
  const container = index.containers.get(assignment.containerId) ?? null;
  const groupId = assignment.groupId ?? groupOfAggregate(container);
  const group = groupId === null ? null : (index.groups.get(groupId) ?? null);
  const through = {
    id: assignment.id,
    group: groupId === null ? null : groupRef(groupId, group, container),
    expires: assignment.expires,
  };
  const standing = standingOf(assignment, through, group, container, asOf);
  return { assignment, through, group, container, standing };
}

function groupOfAggregate(container: IndexedContainer | null): string | null {
  return container?.container.kind === 'group' ? container.container.groupId : null;
}

function groupRef(id: string, group: IndexedGroup | null, container: IndexedContainer | null) {
  if (group) return { id, title: group.group.title, status: group.group.status };
  return { id, title: container?.ref.title ?? id, status: 'Unknown' };
}

/**
 * Whether an expired row stays with IsActive = false is not documented, so both are asked: IsActive, and
 * ExpirationDate against the snapshot's time. A session-based member of a group needs no activation
 * (Object Reference, "SessionPermSetActivation"), a session-based group does.
 */
function standingOf(
  { isRevoked, isActive, expires }: Assignment,
  through: AssignmentRef,
  group: IndexedGroup | null,
  container: IndexedContainer | null,
  asOf: string,
): Standing {
  if (isRevoked) return { kind: 'lapsed', why: 'revoked' };
  // Negated, so that a time that cannot be parsed counts as past.
  if (expires !== null && !(Date.parse(expires) > Date.parse(asOf)))
    return { kind: 'lapsed', why: 'expired' };
  if (!isActive) return { kind: 'lapsed', why: 'inactive' };
  const name = through.group
    ? `Permission set group '${through.group.title}'`
    : `Permission set '${container?.ref.title}'`;
  const sessionBased = container?.container.sessionBased === true || group?.group.sessionBased === true;
  const session = sessionBased ? sessionGap(name) : null;
  const stale = through.group === null ? null : staleGap(through.group, group);
  return session === null && stale === null ? { kind: 'in-force' } : { kind: 'doubtful', stale, session };
}

function sessionGap(name: string): Gap {
  return {
    code: 'undocumented',
    message: `${name} is session-based: whether an API session that nobody activates gets anything from it is not documented`,
    mend: 'grant it through a permission set or group that requires no session activation',
  };
}

function staleGap(
  { title, status }: { title: string; status: string },
  group: IndexedGroup | null,
): Gap | null {
  if (group === null) {
    return {
      code: 'auditor-blind',
      message: `Permission set group '${title}' was not read, so whether it is up to date is not known`,
      mend: 'give the auditor View Setup and Configuration',
    };
  }
  if (status === 'Updated') return null;
  return {
    code: 'stale-group',
    message: `Permission set group '${title}' has the status ${status}: what it gives may be out of date`,
    mend: 'recalculate the group in Setup, then collect again',
  };
}
