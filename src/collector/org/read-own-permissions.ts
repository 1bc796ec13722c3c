import type { Part } from '../../model/part.ts';
import { parsed } from './parts/cells.ts';
import type { OrgReader } from './reader/org-reader.ts';
import type { RowsRead } from './reader/read.ts';
import { columns, soql } from './soql.ts';

const prefix = 'Permissions';

/** Those that an audit may need: asked for by name where the org refuses to tell all. */
const decisive = ['ApiEnabled', 'ViewSetup', 'ViewAllUsers', 'ManageUsers'];

const ownPermissionsRead: RowsRead = {
  kind: 'rows',
  part: "the auditor's own permissions",
  soql: [soql`SELECT FIELDS(STANDARD) FROM UserPermissionAccess`],
  orElse: [soql`SELECT ${columns(...decisive.map((name) => prefix + name))} FROM UserPermissionAccess`],
};

/**
 * All system permissions of whose session it is: those that the org told, and those of them that are held. Everybody
 * may ask this about themselves (Object Reference, UserPermissionAccess). One round trip.
 */
export async function readOwnPermissions(
  reader: OrgReader,
): Promise<Part<{ readonly told: readonly string[]; readonly held: readonly string[] }>> {
  const { own } = await reader.together({ own: ownPermissionsRead });
  return parsed(own, ([row = {}]) => {
    const told = Object.keys(row).filter((name) => name.startsWith(prefix));
    const names = (columns: readonly string[]) => columns.map((name) => name.slice(prefix.length)).toSorted();
    return { told: names(told), held: names(told.filter((name) => row[name] === true)) };
  });
}
