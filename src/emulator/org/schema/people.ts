import {
  auditColumns,
  boolean,
  date,
  datetime,
  flag,
  id,
  int,
  isDeleted,
  picklist,
  reference,
  string,
  systemModstamp,
  typed,
} from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import { permissionColumns } from './permission-columns.ts';
import { addressColumns, userTypes } from './user.ts';

/** Frozen and locked users; only those who manage users see it (salesforce.md). */
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

const defaultAccess = ['None', 'Read', 'Edit', 'ReadEditTransfer', 'All', 'ControlledByParent'];

export const organizationType = objectType({
  name: 'Organization',
  label: 'Organization',
  keyPrefix: '00D',
  surfaces: ['data', 'tooling'],
  allows: new Set(['update', 'replicate']),
  columns: [
    id('Organization ID'),
    string('Name', 'Name', 80, 'nameField', 'updateable'),
    string('Division', 'Division', 80, 'nillable', 'updateable'),
    ...addressColumns('nillable', 'updateable'),
    typed('phone', 'Phone', 'Phone', { length: 40 }, 'nillable', 'updateable'),
    typed('phone', 'Fax', 'Fax', { length: 40 }, 'nillable', 'updateable'),
    string('PrimaryContact', 'Primary Contact', 80, 'nillable', 'updateable'),
    picklist('DefaultLocaleSidKey', 'Locale', 40, ['en_US', 'en_GB'], 'updateable'),
    picklist('TimeZoneSidKey', 'Time Zone', 40, ['America/Los_Angeles', 'GMT'], 'updateable'),
    picklist('LanguageLocaleKey', 'Language', 40, ['en_US'], 'updateable'),
    boolean('ReceivesInfoEmails', 'Info Emails', 'updateable'),
    boolean('ReceivesAdminInfoEmails', 'Info Emails Admin', 'updateable'),
    flag('PreferencesRequireOpportunityProducts', 'RequireOpportunityProducts', 'updateable'),
    flag('PreferencesConsentManagementEnabled', 'ConsentManagementEnabled', 'updateable'),
    flag('PreferencesAutoSelectIndividualOnMerge', 'AutoSelectIndividualOnMerge', 'updateable'),
    flag('PreferencesLightningLoginEnabled', 'LightningLoginEnabled', 'updateable'),
    flag('PreferencesOnlyLLPermUserAllowed', 'OnlyLLPermUserAllowed', 'updateable'),
    int('FiscalYearStartMonth', 'Fiscal Year Starts In', 'updateable'),
    boolean('UsesStartDateAsFiscalYearName', 'Fiscal Year Name by Start', 'updateable'),
    ...['Account', 'Contact', 'Opportunity', 'Lead', 'Case', 'Calendar', 'Pricebook', 'Campaign'].map(
      (name) => picklist(`Default${name}Access`, `Default ${name} Access`, 40, defaultAccess, 'nillable'),
    ),
    systemModstamp,
    typed('email', 'ComplianceBccEmail', 'Compliance BCC Email', { length: 80 }, 'nillable', 'updateable'),
    picklist('UiSkin', 'UI Skin', 40, ['Theme1', 'Theme2', 'Theme3'], 'nillable', 'updateable'),
    string('SignupCountryIsoCode', 'Signup Country', 2, 'nillable'),
    datetime('TrialExpirationDate', 'Trial Expiration Date', 'nillable'),
    int('NumKnowledgeService', 'Knowledge Licenses', 'nillable'),
    picklist('OrganizationType', 'Edition', 40, [
      'Team Edition',
      'Professional Edition',
      'Enterprise Edition',
      'Developer Edition',
      'Personal Edition',
      'Unlimited Edition',
      'Contact Manager Edition',
      'Base Edition',
    ]),
    string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
    string('InstanceName', 'Instance Name', 5, 'nillable'),
    boolean('IsSandbox', 'Is Sandbox'),
    string('WebToCaseDefaultOrigin', 'Web to Cases Default Origin', 40, 'nillable', 'updateable'),
    int('MonthlyPageViewsUsed', 'Monthly Page Views Used', 'nillable'),
    int('MonthlyPageViewsEntitlement', 'Monthly Page Views Allowed', 'nillable'),
    boolean('IsReadOnly', 'Is Read Only'),
    ...auditColumns.filter(({ name }) => name !== 'SystemModstamp'),
  ],
});
