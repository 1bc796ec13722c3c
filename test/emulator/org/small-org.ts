import type { CallContext, EmulatedOrg } from '../../../src/emulator/emulated-org.ts';
import { createOrg } from '../../../src/emulator/org/create-org.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';

/** An org as small as can be that still has one of everything. Tests change what they are about. */
export const smallOrg: OrgDescription = {
  description: 'One of everything',
  now: '2026-11-01T10:00:00Z',
  organization: { name: 'Small', type: 'Enterprise Edition' },
  userLicenses: [{ name: 'Salesforce', key: 'SFDC' }],
  permissionSetLicenses: [{ name: 'SalesPsl', label: 'Sales' }],
  packages: { iv: 'InsideView' },
  objects: {
    Account: {
      label: 'Account',
      fields: [
        { name: 'Name', label: 'Account Name', type: 'Name', permissionable: false, required: true },
        { name: 'ParentId', label: 'Parent Account', type: 'Hierarchy(Account)' },
        { name: 'Industry', label: 'Industry', type: 'Picklist' },
        { name: 'Score__c', label: 'Score', type: 'Formula (Number)' },
        { name: 'iv__InsideView_Company_ID__c', label: 'InsideView Company Id', type: 'Text(40)' },
      ],
    },
    Contact: {
      label: 'Contact',
      fields: [{ name: 'AccountId', label: 'Account Name', type: 'Lookup(Account)' }],
    },
    Task: {
      label: 'Task',
      permissionable: false,
      fields: [{ name: 'Subject', label: 'Subject', type: 'Text(255)' }],
    },
  },
  flows: [
    { name: 'Enrich', label: 'Enrich', processType: 'AutoLaunchedFlow', restrictsAccess: true },
    { name: 'Old_Screen', label: 'Old screen', processType: 'Flow', active: false },
    { name: 'iv__Sync', label: 'Sync', processType: 'AutoLaunchedFlow', namespace: 'iv' },
  ],
  profiles: [
    {
      name: 'Auditor',
      license: 'Salesforce',
      custom: true,
      system: ['ApiEnabled', 'ViewSetup', 'ViewAllUsers', 'ManageUsers'],
    },
    {
      name: 'API Only',
      license: 'Salesforce',
      custom: true,
      system: ['ApiEnabled', 'ApiUserOnly'],
      objects: { Account: ['edit'] },
      fields: { 'Account.Industry': 'edit', 'Account.Score__c': 'edit' },
    },
    { name: 'System Administrator', license: 'Salesforce', custom: false, system: ['ModifyAllData'] },
  ],
  permissionSets: [
    {
      name: 'Objects',
      label: 'Objects',
      objects: { Account: ['modifyAllRecords'], Contact: ['read'] },
      fields: { 'Account.Industry': 'edit', 'Contact.AccountId': 'read' },
      system: ['RunFlow'],
      flows: ['Enrich'],
    },
    { name: 'System', label: 'System', system: ['ViewAllData', 'ManageInteraction'] },
    { name: 'Step_Up', label: 'Step up', hasActivationRequired: true, system: ['CustomizeApplication'] },
  ],
  permissionSetGroups: [
    {
      name: 'Sync',
      label: 'Sync',
      members: ['Objects', 'System'],
      muting: {
        name: 'Sync_Muting',
        label: 'Sync muting',
        system: ['ViewAllData'],
        objects: { Account: ['delete'] },
        fields: { 'Account.Industry': 'edit' },
      },
    },
  ],
  users: [
    {
      username: 'auditor@small.example',
      alias: 'audit',
      name: 'Ann Auditor',
      profile: 'Auditor',
      lastLogin: null,
    },
    {
      username: 'sync@small.example',
      alias: 'sync',
      name: 'Sync',
      profile: 'API Only',
      lastLogin: '2026-10-31T08:00:00Z',
      assignments: [{ group: 'Sync' }, { permissionSet: 'Step_Up' }],
      permissionSetLicenses: ['SalesPsl'],
    },
    {
      username: 'admin@small.example',
      alias: 'admin',
      name: 'Ada Admin',
      profile: 'System Administrator',
      active: false,
      lastLogin: '2026-01-05T08:00:00Z',
    },
  ],
  auditor: 'auditor@small.example',
  audit: [{ username: 'sync@small.example', label: 'The sync user' }],
};

/** The small org with some of it changed, and a caller's context in the newest version. */
export function orgWith(change: Partial<OrgDescription> = {}): {
  readonly org: EmulatedOrg;
  as(username: string, context?: Partial<CallContext>): CallContext;
} {
  const org = createOrg({ ...smallOrg, ...change });
  return {
    org,
    as: (username, context) => {
      const userId = org.userId(username);
      if (userId === undefined) throw new Error(`No user ${username}`);
      return { caller: { userId }, surface: 'data', apiVersion: 67, ...context };
    },
  };
}
