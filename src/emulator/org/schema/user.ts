import { addressColumns } from './address.ts';
import {
  auditColumns,
  boolean,
  type Column,
  datetime,
  flag,
  id,
  int,
  picklist,
  reference,
  string,
  textarea,
  typed,
} from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import { editable, mailColumns, nameColumns, optional, phone } from './user-identity.ts';
import { userPreferences } from './user-preferences.ts';
import { userTypes } from './user-types.ts';

const settings: readonly Column[] = [
  boolean('IsActive', 'Active', ...editable),
  picklist('TimeZoneSidKey', 'Time Zone', 40, ['America/Los_Angeles', 'GMT'], ...editable),
  reference('UserRoleId', 'Role ID', 'UserRole', 'UserRole', 'searchPrefilterable', ...optional),
  picklist('LocaleSidKey', 'Locale', 40, ['en_US', 'en_GB'], ...editable),
  boolean('ReceivesInfoEmails', 'Info Emails', ...editable),
  boolean('ReceivesAdminInfoEmails', 'Admin Info Emails', ...editable),
  picklist('EmailEncodingKey', 'Email Encoding', 40, ['UTF-8', 'ISO-8859-1'], ...editable),
  reference('ProfileId', 'Profile ID', 'Profile', 'Profile', 'searchPrefilterable', ...editable),
  picklist('UserType', 'User Type', 40, userTypes, 'nillable'),
  picklist('LanguageLocaleKey', 'Language', 40, [{ value: 'en_US', label: 'English' }], ...editable),
  string('EmployeeNumber', 'Employee Number', 20, 'idLookup', ...optional),
  reference('DelegatedApproverId', 'Delegated Approver ID', undefined, ['Group', 'User'], ...optional),
  reference('ManagerId', 'Manager ID', 'Manager', 'User', 'searchPrefilterable', ...optional),
  datetime('LastLoginDate', 'Last Login', 'nillable'),
  datetime('LastPasswordChangeDate', 'Last Password Change or Reset', 'nillable'),
];

const permissions: readonly Column[] = [
  int('NumberOfFailedLogins', 'Failed Login Attempts', 'nillable'),
  datetime('OfflineTrialExpirationDate', 'Offline Edition Trial Expiration Date', 'nillable'),
  datetime('OfflinePdaTrialExpirationDate', 'Sales Anywhere Trial Expiration Date', 'nillable'),
  flag('UserPermissionsMarketingUser', 'Marketing User', ...editable),
  flag('UserPermissionsOfflineUser', 'Offline User', ...editable),
  flag('UserPermissionsAvantgoUser', 'AvantGo User', ...editable),
  flag('UserPermissionsCallCenterAutoLogin', 'Auto-login To Call Center', ...editable),
  flag('UserPermissionsSFContentUser', 'Salesforce CRM Content User', ...editable),
  flag('UserPermissionsInteractionUser', 'Flow User', ...editable),
  flag('UserPermissionsSupportUser', 'Service Cloud User', ...editable),
  boolean('ForecastEnabled', 'Allow Forecasting', ...editable),
  ...userPreferences.map((name) => flag(`UserPreferences${name}`, name, ...editable)),
];

const url = (name: string, label: string, extraTypeInfo?: string): Column =>
  typed(
    'url',
    name,
    label,
    { length: 1024, ...(extraTypeInfo === undefined ? {} : { extraTypeInfo }) },
    'nillable',
    'notGroupable',
  );
const never = { value: 'N', label: 'Never' };
const daily = { value: 'D', label: 'Daily' };
const weekly = { value: 'W', label: 'Weekly' };

const relations: readonly Column[] = [
  reference('ContactId', 'Contact ID', 'Contact', 'Contact', 'searchPrefilterable', ...optional),
  reference('AccountId', 'Account ID', 'Account', 'Account', 'searchPrefilterable', 'nillable'),
  reference('CallCenterId', 'Call Center ID', undefined, 'CallCenter', ...optional),
  phone('Extension', 'Extension'),
  string('FederationIdentifier', 'SAML Federation ID', 512, 'idLookup', 'notGroupable', ...optional),
  textarea('AboutMe', 'About Me', 1000, 'notGroupable', ...optional),
  url('FullPhotoUrl', 'Url for full-sized Photo'),
  url('SmallPhotoUrl', 'Photo', 'imageurl'),
  boolean('IsExtIndicatorVisible', 'Show external indicator'),
  string('OutOfOfficeMessage', 'Out of office message', 40, 'nillable', 'notAggregatable'),
  url('MediumPhotoUrl', 'Url for medium profile photo', 'imageurl'),
  {
    ...picklist(
      'DigestFrequency',
      'Chatter Email Highlights Frequency',
      40,
      [daily, weekly, never],
      'defaultedOnCreate',
      ...editable,
    ),
    defaultValue: 'N',
  },
  {
    ...picklist(
      'DefaultGroupNotificationFrequency',
      'Default Notification Frequency when Joining Groups',
      40,
      [
        { value: 'P', label: 'Email on Each Post' },
        { value: 'D', label: 'Daily Digests' },
        { value: 'W', label: 'Weekly Digests' },
        never,
      ],
      'defaultedOnCreate',
      ...editable,
    ),
    defaultValue: 'N',
  },
  datetime('LastViewedDate', 'Last Viewed Date', 'nillable'),
  datetime('LastReferencedDate', 'Last Referenced Date', 'nillable'),
  url('BannerPhotoUrl', 'Url for banner photo'),
  url('SmallBannerPhotoUrl', 'Url for IOS banner photo'),
  url('MediumBannerPhotoUrl', 'Url for Android banner photo'),
  boolean('IsProfilePhotoActive', 'Has Profile Photo'),
  reference('IndividualId', 'Individual ID', 'Individual', 'Individual', 'searchPrefilterable', ...optional),
];

/** User. `PasswordExpirationDate` exists only in some orgs (docs/salesforce.md, "The user"). */
export function userType(hasPasswordExpiry: boolean): ObjectType {
  const expiry = datetime('PasswordExpirationDate', 'Password Expiration Date', 'nillable');
  return objectType({
    name: 'User',
    label: 'User',
    keyPrefix: '005',
    surfaces: ['data', 'tooling'],
    allows: new Set(['create', 'update', 'search', 'layout', 'recentlyUsed', 'replicate']),
    columns: [
      id('User ID'),
      ...nameColumns,
      ...addressColumns(...optional),
      ...mailColumns,
      ...settings,
      ...(hasPasswordExpiry ? [expiry] : []),
      ...auditColumns,
      ...permissions,
      ...relations,
    ],
  });
}
