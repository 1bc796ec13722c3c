import type { Entries } from '../model/container.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import { withDependencies } from './auditor-rights.ts';

/** System permissions: an auditor needs nothing else. */
const granting = (permissions: readonly string[]): Entries => ({
  systemPermissions: withDependencies(permissions).map((permission) => ({ permission })),
  ...{ objects: [], fields: [], flows: [] },
});

/** All that an audit reads, but for UserLogin. */
const auditor: PermissionSetDraft = {
  name: 'Syncgate_Auditor',
  label: 'Syncgate Auditor',
  description:
    'Lets syncgate read who may do what. It gives no access to records and changes nothing. View Roles is in it because Salesforce wants it beside View Setup.',
  entries: granting(['ApiEnabled', 'ViewAllUsers', 'ViewSetup']),
};

/** Apart from it, because it is strong: who has it can make themselves an administrator. */
const logins: PermissionSetDraft = {
  name: 'Syncgate_Auditor_Logins',
  label: 'Syncgate Auditor: Logins',
  description:
    'STRONG. Lets syncgate read who is frozen or locked, which needs Manage Users, and what Salesforce wants beside that. Assign it only where that has to be known.',
  entries: granting(['ManageUsers']),
};

export const auditorPermissionSets: readonly PermissionSetDraft[] = [auditor, logins];
