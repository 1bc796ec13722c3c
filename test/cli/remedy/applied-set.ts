import { XMLParser } from 'fast-xml-parser';
import type {
  OrgDescription,
  PermissionEntries,
  PermissionSetDescription,
} from '../../../src/emulator/org-description.ts';

/** What a flag of the metadata is called in an org description. */
const flags = {
  allowRead: 'read',
  allowCreate: 'create',
  allowEdit: 'edit',
  allowDelete: 'delete',
  viewAllRecords: 'viewAllRecords',
  modifyAllRecords: 'modifyAllRecords',
  viewAllFields: 'viewAllFields',
} as const;

const lists = ['fieldPermissions', 'flowAccesses', 'objectPermissions', 'userPermissions'];

/** The entries of a permission set file, read by somebody else's reader of XML. */
export function entriesIn(xml: string): PermissionEntries & { readonly label: string } {
  const parser = new XMLParser({ isArray: (name) => lists.includes(name), parseTagValue: false });
  const { PermissionSet: set } = parser.parse(xml);
  const isOn = (value: unknown) => value === 'true';
  return {
    label: set.label,
    system: (set.userPermissions ?? []).map(({ name }: { name: string }) => name),
    objects: Object.fromEntries(
      (set.objectPermissions ?? []).map((entry: Record<string, string>) => [
        entry.object,
        Object.entries(flags).flatMap(([flag, right]) => (isOn(entry[flag]) ? [right] : [])),
      ]),
    ),
    fields: Object.fromEntries(
      (set.fieldPermissions ?? []).map((entry: Record<string, string>) => [
        entry.field,
        isOn(entry.editable) ? 'edit' : 'read',
      ]),
    ),
    flows: (set.flowAccesses ?? [])
      .filter(({ enabled }: { enabled: string }) => isOn(enabled))
      .map(({ flow }: { flow: string }) => flow.replace(/^[a-z]+__/u, '')),
  };
}

/** The org after a deployment of this file, and the assignment of what it holds. */
export function withSet(org: OrgDescription, name: string, xml: string, username: string): OrgDescription {
  const set: PermissionSetDescription = { name, ...entriesIn(xml) };
  return {
    ...org,
    permissionSets: [...(org.permissionSets ?? []), set],
    users: org.users.map((user) =>
      user.username === username
        ? { ...user, assignments: [...(user.assignments ?? []), { permissionSet: name }] }
        : user,
    ),
  };
}
