import { atomsOf } from '../access/atoms.ts';
import type { AssignmentChange } from '../model/change.ts';
import type { Part } from '../model/part.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Assignment } from '../model/subject.ts';
import { mayHave, replaced } from './container-changes.ts';
import { draftContainer, namesake, savedId } from './draft-container.ts';
import { doubtedReads } from './in-part.ts';
import { contentsOf } from './make-up.ts';

type Assignments = readonly Assignment[];

export function withAssignmentChange(snapshot: Snapshot, change: AssignmentChange): Snapshot {
  switch (change.kind) {
    case 'assign':
      return assigned(snapshot, change.subjectId, change.containerId);
    case 'add-set':
      return assigned(withDraft(snapshot, change.set), change.subjectId, savedId(change.set, snapshot));
    case 'unassign':
      return isOfProfile(snapshot, change.assignmentId)
        ? snapshot
        : changed(snapshot, (all) => all.filter(({ id }) => id !== change.assignmentId));
    case 'expire':
      // An assignment that ends in the moment of the reading has ended.
      return edited(snapshot, change.assignmentId, { expires: snapshot.collectedAt });
    case 'renew':
      return edited(snapshot, change.assignmentId, inForce);
  }
}

const inForce = { isActive: true, isRevoked: false, expires: null } as const;

function withDraft(snapshot: Snapshot, set: PermissionSetDraft): Snapshot {
  const container = draftContainer(set, snapshot);
  const known = namesake(snapshot, set);
  if (known === undefined) return { ...snapshot, containers: [...snapshot.containers, container] };
  const has = atomsOf(container);
  const atoms = [...atomsOf(known), ...has, ...doubtedReads(has, contentsOf(container, container.id))];
  return replaced(snapshot, container, { atoms, way: 'both', touches: mayHave(known) });
}

/** Nobody has a set twice: who had it once, and no more, has it again. */
function assigned(snapshot: Snapshot, subjectId: string, containerId: string): Snapshot {
  const container = snapshot.containers.find(({ id }) => id === containerId);
  if (container?.kind !== 'permission-set' && container?.kind !== 'group') return snapshot;
  const assignment: Assignment = {
    id: `${subjectId} ${containerId}`,
    containerId,
    // Of an aggregate without a group nobody knows whether it is up to date.
    groupId: container.kind === 'group' ? (container.groupId ?? containerId) : null,
    ...inForce,
  };
  const again = (all: Assignments): Assignments =>
    all.some((each) => each.containerId === containerId)
      ? all.map((each) => (each.containerId === containerId ? { ...each, ...inForce } : each))
      : [...all, assignment];
  return changed(snapshot, again, subjectId);
}

/** The profile's own permissions are assigned too, by nobody: they come and go with the profile. */
function isOfProfile({ subjects, containers }: Snapshot, assignmentId: string): boolean {
  const assignment = subjects
    .flatMap(({ assignments }) => (assignments.status === 'ok' ? assignments.value : []))
    .find(({ id }) => id === assignmentId);
  return containers.some(({ id, kind }) => kind === 'profile' && id === assignment?.containerId);
}

const edited = (snapshot: Snapshot, assignmentId: string, change: Partial<Assignment>): Snapshot =>
  isOfProfile(snapshot, assignmentId)
    ? snapshot
    : changed(snapshot, (all) =>
        all.map((each) => (each.id === assignmentId ? { ...each, ...change } : each)),
      );

/** @param subjectId Whose assignments; absent: everybody's. */
function changed(
  snapshot: Snapshot,
  change: (all: Assignments) => Assignments,
  subjectId?: string,
): Snapshot {
  const subjects = snapshot.subjects.map((record) => {
    const { assignments, subject } = record;
    if (assignments.status === 'unavailable' || (subjectId !== undefined && subject.id !== subjectId))
      return record;
    const value: Part<Assignments> = { status: 'ok', value: change(assignments.value) };
    return { ...record, assignments: value };
  });
  return { ...snapshot, subjects };
}
