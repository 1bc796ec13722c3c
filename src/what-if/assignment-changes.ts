import type { AssignmentChange } from '../model/change.ts';
import type { Container } from '../model/container.ts';
import type { Part } from '../model/part.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Assignment } from '../model/subject.ts';

type Assignments = readonly Assignment[];

export function withAssignmentChange(snapshot: Snapshot, change: AssignmentChange): Snapshot {
  switch (change.kind) {
    case 'assign':
      return assigned(snapshot, change.subjectId, change.containerId);
    case 'add-set': {
      const container = containerOf(change.set);
      const others = snapshot.containers.filter(({ id }) => id !== container.id);
      return assigned({ ...snapshot, containers: [...others, container] }, change.subjectId, container.id);
    }
    case 'unassign':
      return changed(snapshot, (all) => all.filter(({ id }) => id !== change.assignmentId));
    case 'expire':
      // An assignment that ends in the moment of the reading has ended.
      return edited(snapshot, change.assignmentId, { expires: snapshot.collectedAt });
    case 'renew':
      return edited(snapshot, change.assignmentId, { isActive: true, isRevoked: false, expires: null });
  }
}

/** The Id that a set has before it is made. */
export const draftId = ({ name }: PermissionSetDraft): string => `permission-set:${name}`;

function containerOf(set: PermissionSetDraft): Container {
  const { systemPermissions, objects, fields, flows } = set.entries;
  return {
    ...{ id: draftId(set), kind: 'permission-set', title: set.label, apiName: set.name },
    ...{ completeness: { kind: 'complete' }, isCustom: true, sessionBased: false },
    ...{ groupId: null, license: null },
    systemPermissions: { status: 'ok', value: systemPermissions },
    objects: { status: 'ok', value: objects },
    fields: { status: 'ok', value: fields },
    flows: { status: 'ok', value: flows },
  };
}

function assigned(snapshot: Snapshot, subjectId: string, containerId: string): Snapshot {
  const container = snapshot.containers.find(({ id }) => id === containerId);
  if (container === undefined) return snapshot;
  const { kind, groupId } = container;
  const assignment: Assignment = {
    id: `${subjectId} ${containerId}`,
    containerId,
    groupId: kind === 'group' ? groupId : null,
    ...{ isActive: true, isRevoked: false, expires: null },
  };
  return changed(snapshot, (all) => [...all.filter(({ id }) => id !== assignment.id), assignment], subjectId);
}

const edited = (snapshot: Snapshot, assignmentId: string, change: Partial<Assignment>): Snapshot =>
  changed(snapshot, (all) => all.map((each) => (each.id === assignmentId ? { ...each, ...change } : each)));

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
