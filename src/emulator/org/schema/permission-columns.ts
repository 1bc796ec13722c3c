import permissionLabels from '../permissions.json' with { type: 'json' };
import { available, type Column, flag, type Trait } from './column.ts';

/** Labels by API name of the system permissions a full org has; columns are called `Permissions` + name. */
export const permissionLabelsByName: Readonly<Record<string, string>> = permissionLabels;

/** Permissions younger than the oldest version syncgate asks for (release notes, v). */
const permissionSince: Readonly<Record<string, number>> = { ViewAllFieldsGlobal: 63 };

/** On Profile three permissions keep an older name (v: recorded describes of both objects). */
const namesOnProfile: Readonly<Record<string, string>> = {
  InstallPackaging: 'InstallMultiforce',
  CreatePackaging: 'CreateMultiforce',
  PublishPackaging: 'PublishMultiforce',
};

/** The `Permissions…` columns an object has, given the permissions this org knows. */
export function permissionColumns(
  known: readonly string[],
  on: 'Profile' | 'PermissionSet' | 'MutingPermissionSet' | 'UserPermissionAccess',
): readonly Column[] {
  const traits: Record<typeof on, readonly Trait[]> = {
    Profile: ['updateable'],
    PermissionSet: ['createable', 'updateable'],
    MutingPermissionSet: ['createable', 'updateable'],
    UserPermissionAccess: [],
  };
  return known.map((permission) => {
    const name = on === 'Profile' ? (namesOnProfile[permission] ?? permission) : permission;
    const label = permissionLabelsByName[permission] ?? permission;
    const column = { ...flag(`Permissions${name}`, label, ...traits[on]), permission };
    const since = permissionSince[permission];
    return since === undefined ? column : available(since, column);
  });
}
