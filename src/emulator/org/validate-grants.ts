import type { FieldDescription, OrgDescription, PermissionEntries } from '../org-description.ts';
import { permissionLabelsByName } from './schema/permission-columns.ts';

/** Checks that everything a container grants exists and can be granted. */
export function grantChecker(
  description: OrgDescription,
): (container: string, entries: PermissionEntries) => void {
  const flows = new Set((description.flows ?? []).map(({ name }) => name));
  const fieldsByName: ReadonlyMap<string, FieldDescription> = new Map(
    Object.entries(description.objects).flatMap(([object, { fields }]) =>
      fields.map((field) => [`${object}.${field.name}`, field] as const),
    ),
  );
  const permissionable = new Map(
    Object.entries(description.objects).map(([name, object]) => [name, object.permissionable !== false]),
  );
  return (container, { system, objects, fields, flows: granted }) => {
    for (const name of system ?? []) {
      if (Object.hasOwn(permissionLabelsByName, name)) continue;
      throw new Error(`${container} has the system permission '${name}', which is no permission.`);
    }
    for (const name of Object.keys(objects ?? {})) {
      if (permissionable.get(name) === true) continue;
      const why = permissionable.has(name) ? 'which has no object permissions' : 'which is not described';
      throw new Error(`${container} has rights on the object '${name}', ${why}.`);
    }
    for (const name of Object.keys(fields ?? {})) {
      const field = fieldsByName.get(name);
      if (field !== undefined && field.permissionable !== false) continue;
      const why = field === undefined ? 'which is not described' : 'which has no field-level security';
      throw new Error(`${container} has rights on the field '${name}', ${why}.`);
    }
    for (const name of granted ?? []) {
      if (!flows.has(name))
        throw new Error(`${container} enables the flow '${name}', which is not described.`);
    }
  };
}
