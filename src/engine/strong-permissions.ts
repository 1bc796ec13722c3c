/**
 * Permissions that no audit needs and that an auditor's session had better not carry, with what their holder can do:
 * a clause (Salesforce Help, the descriptions of user permissions). Manage Users and what it depends on are among
 * them: where no requirement asks whether a user is frozen, nobody needs them.
 */
export const strongPermissions: Readonly<Record<string, string>> = {
  ModifyAllData: 'read, change and delete every record',
  ViewAllData: 'read every record',
  CustomizeApplication: 'change what the org is made of: objects, fields, layouts, automation',
  ModifyMetadata: 'change metadata through the Metadata API',
  AuthorApex: 'write code that runs with all rights',
  ManageUsers: 'create users and change them, their passwords and their rights',
  ManageInternalUsers: 'create internal users and change them',
  AssignPermissionSets: 'give permission sets to anybody',
  ManageProfilesPermissionsets: 'change what every profile and permission set grants',
  ManageRoles: 'change the role hierarchy',
  ManageSharing: 'change who sees which records',
  ResetPasswords: 'reset passwords and unlock users',
  FreezeUsers: 'freeze users',
  DelegatedTwoFactor: 'manage the multi-factor authentication of others',
  ManageIpAddresses: 'change from where people may log in',
  ManageLoginAccessPolicies: 'change who may log in as others',
  ManagePasswordPolicies: 'change the rules for passwords',
  MonitorLoginHistory: 'see who logs in when',
  DataExport: 'export all data of the org',
  BulkApiHardDelete: 'delete records for good',
};
