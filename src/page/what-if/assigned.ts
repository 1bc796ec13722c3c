import type { Container } from '../../model/container.ts';
import type { Part } from '../../model/part.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Assignment } from '../../model/subject.ts';
import { dayOf } from '../../plain/days.ts';
import { containerKinds } from '../../salesforce/labels.ts';

/** An assignment of a subject, and what can be done with it. */
export interface AssignedRow {
  readonly assignment: Assignment;
  /** Such as `permission set 'Sync extras'`. */
  readonly name: string;
  readonly state: string;
  readonly canEnd: boolean;
  readonly canRenew: boolean;
  /** The profile is part of the user: it can be changed, not taken away. */
  readonly canTakeAway: boolean;
}

/** The subject's assignments, or why they are not known. */
export function assignedRows(snapshot: Snapshot, subjectId: string): Part<readonly AssignedRow[]> {
  const part = assignmentsOf(snapshot, subjectId);
  if (part.status === 'unavailable') return part;
  const containers = new Map(snapshot.containers.map((container) => [container.id, container]));
  return {
    status: 'ok',
    value: part.value.map((assignment) =>
      rowOf(assignment, containers.get(assignment.containerId), snapshot.collectedAt),
    ),
  };
}

const noSubject: Part<never> = {
  status: 'unavailable',
  reason: { code: 'not-collected', message: 'this user was not read' },
};

const assignmentsOf = ({ subjects }: Snapshot, subjectId: string): Part<readonly Assignment[]> =>
  subjects.find(({ subject }) => subject.id === subjectId)?.assignments ?? noSubject;

function rowOf(assignment: Assignment, container: Container | undefined, asOf: string): AssignedRow {
  const { expires, isActive, isRevoked } = assignment;
  const isOver = expires !== null && expires <= asOf;
  const isProfile = container?.kind === 'profile';
  return {
    assignment,
    name: container === undefined ? assignment.containerId : nameOf(container),
    state: stateWords(assignment, isOver),
    canEnd: !isProfile && isActive && !isRevoked && !isOver,
    canRenew: !isProfile && (!isActive || isRevoked || expires !== null),
    canTakeAway: !isProfile,
  };
}

function stateWords({ expires, isActive, isRevoked }: Assignment, isOver: boolean): string {
  if (isRevoked) return 'revoked';
  if (!isActive) return 'inactive';
  if (expires === null) return 'assigned';
  return isOver ? `expired on ${dayOf(expires)}` : `assigned until ${dayOf(expires)}`;
}

export const nameOf = ({ kind, title }: Pick<Container, 'kind' | 'title'>): string =>
  `${containerKinds[kind]} '${title}'`;

/** Permission sets and groups that were read and could be assigned: those that are not, by name. */
export function assignable(snapshot: Snapshot, subjectId: string): readonly Container[] {
  const part = assignmentsOf(snapshot, subjectId);
  if (part.status === 'unavailable') return [];
  const assigned = new Set(part.value.map(({ containerId }) => containerId));
  return snapshot.containers
    .filter(({ id, kind }) => (kind === 'permission-set' || kind === 'group') && !assigned.has(id))
    .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
