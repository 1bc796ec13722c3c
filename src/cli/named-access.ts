import type { Access } from '../model/access.ts';
import type { FieldNeed, Needs } from '../model/needs.ts';
import { wrongUsage } from './failure.ts';

/** What `syncgate access` was asked about by name. */
export interface Named {
  readonly permission?: readonly string[] | undefined;
  readonly object?: readonly string[] | undefined;
  readonly field?: readonly string[] | undefined;
}

export const namesAnything = ({ permission = [], object = [], field = [] }: Named): boolean =>
  permission.length + object.length + field.length > 0;

/** A permission may be named as its column is: `PermissionsApiEnabled`. */
const permissionName = (name: string): string => name.replace(/^Permissions(?=[A-Z])/u, '');

export const namedNeeds = ({ permission = [], object = [], field = [] }: Named): Needs => ({
  user: true,
  profile: true,
  assignments: true,
  ...(permission.length > 0 && { systemPermissions: permission.map(permissionName) }),
  ...(object.length > 0 && { objects: object }),
  ...(field.length > 0 && { fields: field.map(fieldNeed) }),
});

function fieldNeed(name: string): FieldNeed {
  const [object, field, ...more] = name.split('.');
  if (!object || !field || more.length > 0) {
    throw wrongUsage(`--field ${name} is not Object.Field. Write it like --field Account.Industry`);
  }
  return { object, field };
}

/** The access document cut down to what was named; what was read only to decide it is left out. */
export function onlyNamed(access: Access, named: Named): Access {
  const { permission = [], object = [], field = [] } = named;
  return {
    ...access,
    systemPermissions: pick(access.systemPermissions, permission.map(permissionName)),
    objects: pick(access.objects, object),
    fields: pick(access.fields, field),
    flows: { status: 'unavailable', reason: { code: 'not-collected', message: 'Flows were not asked for' } },
    permissionSetLicenses: {},
  };
}

function pick<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(
    names.map((name) => {
      const found = Object.keys(record).find((key) => key.toLowerCase() === name.toLowerCase());
      const value = found === undefined ? undefined : record[found];
      if (found === undefined || value === undefined) {
        throw wrongUsage(
          `${name} is not in the snapshot: it was collected for other needs. Ask the org itself about it`,
        );
      }
      return [found, value];
    }),
  );
}
