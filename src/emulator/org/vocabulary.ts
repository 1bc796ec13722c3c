import type { OrgDescription } from '../org-description.ts';
import { knownPermissions } from './editions.ts';
import type { OrgVocabulary } from './schema/org-vocabulary.ts';
import { lookupSpellings } from './tables/permission-tables.ts';

/** What can be granted in this org: permissions its edition knows, objects and fields under permissions. */
export function vocabularyOf(description: OrgDescription): OrgVocabulary {
  const objects = Object.entries(description.objects);
  const fields = objects.flatMap(([object, { fields }]) =>
    fields
      .filter((field) => field.permissionable !== false)
      .map((field) => ({ value: `${object}.${field.name}`, label: field.label })),
  );
  const spellings = lookupSpellings(description.objects);
  return {
    permissions: knownPermissions(description.organization.type, description.absentPermissions ?? []),
    permissionableObjects: objects
      .filter(([, object]) => object.permissionable !== false)
      .map(([value, { label }]) => ({ value, label })),
    objectsWithFields: objects.map(([value, { label }]) => ({ value, label })),
    permissionableFields: fields,
    permissionableFieldsBefore50: fields.map(({ value, label }) => ({
      value: spellings.get(value) ?? value,
      label,
    })),
    fieldSpellings: new Map([...spellings].map(([now, before]) => [before.toLowerCase(), now.toLowerCase()])),
    hasRevokedAssignments: description.users.some((user) =>
      user.assignments?.some((assignment) => assignment.revoked !== undefined),
    ),
  };
}
