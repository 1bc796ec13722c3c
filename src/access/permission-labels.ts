import type { ObjectRight } from '../model/snapshot.ts';

/** Setup's labels of the system permissions that requirements and implications speak of (describe of 2026). */
const labels: Readonly<Record<string, string>> = {
  ApiEnabled: 'API Enabled',
  ApiUserOnly: 'Api Only User',
  CustomizeApplication: 'Customize Application',
  EditReadonlyFields: 'Edit Read Only Fields',
  FlowUFLRequired: 'Require Flow User Feature License',
  ManageInteraction: 'Manage Flow',
  ManageUsers: 'Manage Users',
  ModifyAllData: 'Modify All Data',
  PasswordNeverExpires: 'Password Never Expires',
  RunFlow: 'Run Flows',
  UseAnyApiClient: 'Use Any API Client',
  ViewAllData: 'View All Data',
  ViewAllFieldsGlobal: 'View All Fields (Global)',
  ViewSetup: 'View Setup and Configuration',
};

/** Setup's label of a system permission, such as `Run Flows`; its API name where the label is not known. */
export function permissionLabel(name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

/** Setup's labels of the rights on an object. */
export const rightLabels: Readonly<Record<ObjectRight, string>> = {
  read: 'Read',
  create: 'Create',
  edit: 'Edit',
  delete: 'Delete',
  viewAllRecords: 'View All',
  modifyAllRecords: 'Modify All',
  viewAllFields: 'View All Fields',
};

/** Every right there is on an object, in the order Setup shows them. */
export const objectRights = Object.keys(rightLabels) as readonly ObjectRight[];
