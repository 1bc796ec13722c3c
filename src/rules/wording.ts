import type { ObjectRight } from '../model/snapshot.ts';

/** What Setup calls the rights on an object (Object Settings, Standard Object Permissions). */
export const rightLabels: Readonly<Record<ObjectRight, string>> = {
  read: 'Read',
  create: 'Create',
  edit: 'Edit',
  delete: 'Delete',
  viewAllRecords: 'View All',
  modifyAllRecords: 'Modify All',
  viewAllFields: 'View All Fields',
};

/** What Setup calls a system permission, for those that packs are known to ask for (salesforce.md, "Permission sets"). */
const permissionLabels: Readonly<Record<string, string>> = {
  ApiEnabled: 'API Enabled',
  ApiUserOnly: 'Api Only User',
  CustomizeApplication: 'Customize Application',
  EditReadonlyFields: 'Edit Read Only Fields',
  ManageInteraction: 'Manage Flow',
  ManageUsers: 'Manage Users',
  ModifyAllData: 'Modify All Data',
  PasswordNeverExpires: 'Password Never Expires',
  RunFlow: 'Run Flows',
  ViewAllData: 'View All Data',
  ViewAllFieldsGlobal: 'View All Fields (Global)',
  ViewAllUsers: 'View All Users',
  ViewSetup: 'View Setup and Configuration',
};

/** Setup's label of a system permission; its API name where it is not known here. */
export function permissionLabel(name: string): string {
  return Object.hasOwn(permissionLabels, name) ? (permissionLabels[name] ?? name) : name;
}

function joined(names: readonly string[], word: string): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
}

/** `A, B and C`. */
export function listed(names: readonly string[]): string {
  return joined(names, 'and');
}

/** `A, B or C`. */
export function eitherOf(names: readonly string[]): string {
  return joined(names, 'or');
}

/** The first few of a list that may be long, and how many more there are: `A, B, C and 40 more`. */
export function firstOf(names: readonly string[], count = 5): string {
  return names.length <= count
    ? listed(names)
    : `${names.slice(0, count).join(', ')} and ${names.length - count} more`;
}

/** The day of an ISO 8601 time, as it is written there: `2026-10-01`. */
export function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Permissions under one heading each: `Account: Read`, `Account: Edit` become `Account: Read and Edit`. */
export function byTopic(permissions: readonly string[]): readonly string[] {
  const topics = new Map<string, string[]>();
  for (const permission of permissions) {
    const colon = permission.lastIndexOf(': ');
    const [topic, right] =
      colon < 0 ? [permission, []] : [permission.slice(0, colon), [permission.slice(colon + 2)]];
    topics.set(topic, [...(topics.get(topic) ?? []), ...right]);
  }
  return [...topics].map(([topic, rights]) => (rights.length === 0 ? topic : `${topic}: ${listed(rights)}`));
}
