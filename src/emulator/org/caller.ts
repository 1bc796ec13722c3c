import type { FieldDescription, OrgDescription } from '../org-description.ts';
import { type Grants, unionOf } from './grants.ts';
import { type Assignment, isEffective } from './tables/assignment-tables.ts';

/** What the user who asks can do, by all assignments that count at the org's time. */
export interface CallerAccess {
  readonly userId: string;
  readonly grants: Grants;
  /** Ids of the permission sets assigned, whether or not they grant anything just now. */
  readonly assignedSetIds: ReadonlySet<string>;
  may(permission: string): boolean;
  mayReadObject(object: string): boolean;
  mayReadField(object: string, field: string): boolean;
  mayEditField(object: string, field: string): boolean;
}

export function callerAccess(
  userId: string,
  assignments: readonly Assignment[],
  description: OrgDescription,
): CallerAccess {
  const grants = unionOf(
    assignments
      .filter((assignment) => isEffective(assignment, description.now))
      .map((assignment) => assignment.grants),
  );
  const may = (permission: string): boolean => grants.system.has(permission);
  const fieldOf = (object: string, name: string): FieldDescription | undefined =>
    description.objects[object]?.fields.find((field) => field.name === name);

  const mayReadObject = (object: string): boolean => {
    const described = description.objects[object];
    if (described === undefined) return false;
    // Objects without object permissions follow a parent's sharing; the emulator lets everyone read them.
    if (described.permissionable === false) return true;
    return may('ViewAllData') || may('ModifyAllData') || grants.objects.get(object)?.has('read') === true;
  };
  const mayEditObject = (object: string): boolean =>
    description.objects[object]?.permissionable === false ||
    may('ModifyAllData') ||
    grants.objects.get(object)?.has('edit') === true;
  const isOpen = (object: string, field: string): boolean =>
    fieldOf(object, field)?.permissionable === false || fieldOf(object, field) === undefined;

  return {
    userId,
    grants,
    assignedSetIds: new Set(assignments.map((assignment) => assignment.setId)),
    may,
    mayReadObject,
    mayReadField: (object, field) =>
      mayReadObject(object) &&
      (isOpen(object, field) ||
        grants.fields.has(`${object}.${field}`) ||
        may('ViewAllFieldsGlobal') ||
        grants.objects.get(object)?.has('viewAllFields') === true),
    mayEditField: (object, field) =>
      mayEditObject(object) && (isOpen(object, field) || grants.fields.get(`${object}.${field}`) === 'edit'),
  };
}
