import { auditColumns, boolean, datetime, id, picklist, reference, string } from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import { permissionColumns } from './permission-columns.ts';
import { userTypes } from './user-types.ts';

/** Frozen and locked users; only those who manage users see it (docs/salesforce.md, "The user"). */
export const userLoginType = objectType({
  name: 'UserLogin',
  label: 'User Login',
  keyPrefix: '0Yw',
  since: 29,
  allows: new Set(['update']),
  columns: [
    id('User Login ID'),
    reference('UserId', 'User ID', 'User', 'User'),
    boolean('IsFrozen', 'Frozen', 'updateable'),
    boolean('IsPasswordLocked', 'Password Locked', 'updateable'),
    datetime('LastModifiedDate', 'Last Modified Date', 'defaultedOnCreate'),
    reference('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy', 'User', 'defaultedOnCreate'),
  ],
});

export function profileType(permissions: readonly string[]): ObjectType {
  return objectType({
    name: 'Profile',
    label: 'Profile',
    labelPlural: 'Profile',
    keyPrefix: '00e',
    surfaces: ['data', 'tooling'],
    allows: new Set(['update', 'delete', 'search', 'recentlyUsed', 'replicate']),
    columns: [
      id('Profile ID'),
      string('Name', 'Name', 255, 'idLookup', 'nameField', 'updateable'),
      ...permissionColumns(permissions, 'Profile'),
      reference('UserLicenseId', 'User License ID', 'UserLicense', 'UserLicense', 'searchPrefilterable'),
      picklist('UserType', 'User Type', 40, userTypes, 'nillable'),
      ...auditColumns,
      string('Description', 'Description', 255, 'nillable', 'updateable'),
      datetime('LastViewedDate', 'Last Viewed Date', 'nillable'),
      datetime('LastReferencedDate', 'Last Referenced Date', 'nillable'),
    ],
  });
}
