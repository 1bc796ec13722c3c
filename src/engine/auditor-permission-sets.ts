import { withDependencies } from './auditor-rights.ts';

/** A permission set for an auditing user, as metadata. */
export interface AuditorPermissionSet {
  /** API name. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** System permissions: nothing else is in it. */
  readonly permissions: readonly string[];
}

/** All that an audit reads, but for UserLogin. */
const auditor: AuditorPermissionSet = {
  name: 'Syncgate_Auditor',
  label: 'Syncgate Auditor',
  description:
    'Lets syncgate read who may do what. It gives no access to records and changes nothing. View Roles is in it because Salesforce wants it beside View Setup.',
  permissions: withDependencies(['ApiEnabled', 'ViewAllUsers', 'ViewSetup']),
};

/** Apart from it, because it is strong: who has it can make themselves an administrator. */
const logins: AuditorPermissionSet = {
  name: 'Syncgate_Auditor_Logins',
  label: 'Syncgate Auditor: Logins',
  description:
    'STRONG. Lets syncgate read who is frozen or locked, which needs Manage Users, and what Salesforce wants beside that. Assign it only where that has to be known.',
  permissions: withDependencies(['ManageUsers']),
};

export const auditorPermissionSets: readonly AuditorPermissionSet[] = [auditor, logins];

/** Where it stands in a project in source format, from the folder of the package. */
export const permissionSetPath = ({ name }: AuditorPermissionSet): string =>
  `permissionsets/${name}.permissionset-meta.xml`;

/** Its metadata, elements in the order in which Salesforce writes them (Metadata API, PermissionSet). */
export function permissionSetXml({ label, description, permissions }: AuditorPermissionSet): string {
  const line = (depth: number, text: string) => `${'    '.repeat(depth)}${text}`;
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">',
    line(1, `<description>${escaped(description)}</description>`),
    line(1, '<hasActivationRequired>false</hasActivationRequired>'),
    line(1, `<label>${escaped(label)}</label>`),
    ...permissions.flatMap((permission) => [
      line(1, '<userPermissions>'),
      line(2, '<enabled>true</enabled>'),
      line(2, `<name>${escaped(permission)}</name>`),
      line(1, '</userPermissions>'),
    ]),
    '</PermissionSet>',
  ].join('\n')}\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (found) => entities[found] ?? found);
