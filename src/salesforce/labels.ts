import type { ContainerKind, ObjectRight } from '../model/container.ts';

/** What Setup calls what carries permissions, within a sentence. */
export const containerKinds: Readonly<Record<ContainerKind, string>> = {
  profile: 'profile',
  'permission-set': 'permission set',
  group: 'permission set group',
  muting: 'muting permission set',
};

/** Every right there is on an object, in the order in which Setup shows them. */
export const objectRights = [
  'read',
  'create',
  'edit',
  'delete',
  'viewAllRecords',
  'modifyAllRecords',
  'viewAllFields',
] as const satisfies readonly ObjectRight[];

/** What Setup calls the rights on an object (Object Settings); a field's rights are called alike. */
export const rightLabels: Readonly<Record<ObjectRight, string>> = {
  read: 'Read',
  create: 'Create',
  edit: 'Edit',
  delete: 'Delete',
  viewAllRecords: 'View All',
  modifyAllRecords: 'Modify All',
  viewAllFields: 'View All Fields',
};

/** What Setup calls the permissions that requirements, implications and auditors have to do with (describe of 2026). */
const permissionLabels: Readonly<Record<string, string>> = {
  ApiEnabled: 'API Enabled',
  ApiUserOnly: 'Api Only User',
  AssignPermissionSets: 'Assign Permission Sets',
  AuthorApex: 'Author Apex',
  BulkApiHardDelete: 'Bulk API Hard Delete',
  CustomizeApplication: 'Customize Application',
  DataExport: 'Weekly Data Export',
  DelegatedTwoFactor: 'Manage MFA in User Interface',
  EditReadonlyFields: 'Edit Read Only Fields',
  FlowUFLRequired: 'Require Flow User Feature License',
  FreezeUsers: 'Freeze Users',
  ManageCustomPermissions: 'Manage Custom Permissions',
  ManageInteraction: 'Manage Flow',
  ManageInternalUsers: 'Manage Internal Users',
  ManageIpAddresses: 'Manage IP Addresses',
  ManageLoginAccessPolicies: 'Manage Login Access Policies',
  ManagePasswordPolicies: 'Manage Password Policies',
  ManageProfilesPermissionsets: 'Manage Profiles and Permission Sets',
  ManageRoles: 'Manage Roles',
  ManageSharing: 'Manage Sharing',
  ManageUsers: 'Manage Users',
  ModifyAllData: 'Modify All Data',
  ModifyMetadata: 'Modify Metadata Through Metadata API Functions',
  MonitorLoginHistory: 'Monitor Login History',
  PasswordNeverExpires: 'Password Never Expires',
  ResetPasswords: 'Reset User Passwords and Unlock Users',
  RunFlow: 'Run Flows',
  UseAnyApiClient: 'Use Any API Client',
  ViewAllData: 'View All Data',
  ViewAllFieldsGlobal: 'View All Fields (Global)',
  ViewAllUsers: 'View All Users',
  ViewRoles: 'View Roles and Role Hierarchy',
  ViewSetup: 'View Setup and Configuration',
};

/** API names of the permissions whose labels are known here. */
export const labelledPermissions: readonly string[] = Object.keys(permissionLabels);

/** Setup's label of a system permission, such as `Run Flows`; its API name where the label is not known. */
export function permissionLabel(name: string): string {
  return Object.hasOwn(permissionLabels, name) ? (permissionLabels[name] ?? name) : name;
}
