import type { Entry } from '../model/access.ts';
import type { ObjectRight } from '../model/snapshot.ts';

/** What Setup calls the rights on an object: salesforce.md, "Object permissions". */
export const rightLabels: Readonly<Record<ObjectRight, string>> = {
  read: 'Read',
  create: 'Create',
  edit: 'Edit',
  delete: 'Delete',
  viewAllRecords: 'View All',
  modifyAllRecords: 'Modify All',
  viewAllFields: 'View All Fields',
};

/** What Setup calls the permissions of the mission: salesforce.md, "Permission sets, profiles, assignments". */
const permissionLabels: ReadonlyMap<string, string> = new Map([
  ['ApiEnabled', 'API Enabled'],
  ['ApiUserOnly', 'Api Only User'],
  ['CustomizeApplication', 'Customize Application'],
  ['EditReadonlyFields', 'Edit Read Only Fields'],
  ['FlowUFLRequired', 'Require Flow User Feature License'],
  ['ManageInteraction', 'Manage Flow'],
  ['ManageUsers', 'Manage Users'],
  ['ModifyAllData', 'Modify All Data'],
  ['PasswordNeverExpires', 'Password Never Expires'],
  ['RunFlow', 'Run Flows'],
  ['UseAnyApiClient', 'Use Any API Client'],
  ['ViewAllData', 'View All Data'],
  ['ViewAllFieldsGlobal', 'View All Fields (Global)'],
  ['ViewSetup', 'View Setup and Configuration'],
]);

/** Setup's label of a system permission, or its API name where no label is known. */
export const permissionLabel = (name: string): string => permissionLabels.get(name) ?? name;

/** An entry as a person would name it in Setup: `View All on Account`, `API Enabled`. */
export function entryLabel(entry: Entry): string {
  switch (entry.kind) {
    case 'system':
      return permissionLabel(entry.permission);
    case 'object':
      return `${rightLabels[entry.right]} on ${entry.object}`;
    case 'field':
      return `${entry.right === 'edit' ? 'Edit' : 'Read'} on ${entry.object}.${entry.field}`;
    case 'flow':
      return `the flow '${entry.flow}'`;
    case 'fixed':
      return entry.what;
  }
}
