import {
  auditColumns,
  date,
  datetime,
  id,
  int,
  isDeleted,
  picklist,
  reference,
  string,
  systemModstamp,
} from './column.ts';
import { objectType } from './object-type.ts';

export const userLicenseType = objectType({
  name: 'UserLicense',
  label: 'User License',
  keyPrefix: '100',
  columns: [
    id('User License ID'),
    string('LicenseDefinitionKey', 'License Def. ID', 40),
    int('TotalLicenses', 'Total Licenses'),
    picklist('Status', 'Status', 40, ['Active', 'Disabled', 'LegacyEntitlementFeature']),
    int('UsedLicenses', 'Used Licenses'),
    datetime('UsedLicensesLastUpdated', 'Used Licenses Last Updated', 'nillable'),
    string('Name', 'Name', 40, 'nameField'),
    string('MasterLabel', 'Master Label', 40),
    datetime('CreatedDate', 'Created Date', 'defaultedOnCreate'),
    datetime('LastModifiedDate', 'Last Modified Date', 'defaultedOnCreate'),
    systemModstamp,
  ],
});

/** Without the `MaximumPermissions…` columns: an org description says nothing of what a licence allows. */
export const permissionSetLicenseType = objectType({
  name: 'PermissionSetLicense',
  label: 'Permission Set License',
  keyPrefix: '0PL',
  since: 29,
  columns: [
    id('PermissionSetLicense ID'),
    isDeleted,
    string('DeveloperName', 'Permission Set License Name', 80, 'nameField'),
    picklist('Language', 'Master Language', 40, ['en_US'], 'defaultedOnCreate', 'nillable'),
    string('MasterLabel', 'Permission Set License Label', 80),
    ...auditColumns,
    string('PermissionSetLicenseKey', 'Permission Set License Key', 255),
    int('TotalLicenses', 'Total Licenses'),
    picklist('Status', 'Status', 40, ['Active', 'Disabled', 'LegacyEntitlementFeature']),
    date('ExpirationDate', 'Expiration Date', 'nillable'),
    int('UsedLicenses', 'Used Licenses'),
  ],
});

export const permissionSetLicenseAssignType = objectType({
  name: 'PermissionSetLicenseAssign',
  label: 'Permission Set License Assignment',
  keyPrefix: '2LA',
  since: 29,
  allows: new Set(['create', 'delete']),
  columns: [
    id('PermissionSetLicenseAssign ID'),
    isDeleted,
    ...auditColumns,
    reference(
      'PermissionSetLicenseId',
      'Permission Set License ID',
      'PermissionSetLicense',
      'PermissionSetLicense',
      'createable',
    ),
    reference('AssigneeId', 'Assigned User ID', 'Assignee', 'User', 'createable'),
  ],
});
