import type { Part } from '../../model/part.ts';
import { flag, parsed, text } from './parts/cells.ts';
import type { OrgReader } from './reader/org-reader.ts';
import type { Row, RowsRead } from './reader/read.ts';
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

/** Object permissions that its own permission sets give, where they let it change records. */
const changeableRead = (userId: string): RowsRead => ({
  kind: 'rows',
  part: "the auditor's own object permissions",
  soql: [
    soql`SELECT SobjectType, PermissionsCreate, PermissionsEdit, PermissionsDelete FROM ObjectPermissions WHERE ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ${userId})`,
  ],
});

interface OwnPermissions {
  /** System permissions of which the org told, and those of them that are held. */
  readonly told: readonly string[];
  readonly held: readonly string[];
  /** Objects whose records may be created, changed or deleted. */
  readonly changeable: Part<readonly string[]>;
}

/**
 * What whose session it is may do. Everybody may ask for their own system permissions (Object Reference,
 * UserPermissionAccess). One round trip.
 */
export async function readOwnPermissions(reader: OrgReader): Promise<Part<OwnPermissions>> {
  const { caller } = reader;
  const { own, objects } = await reader.together({
    own: ownPermissionsRead,
    objects: caller.status === 'ok' ? changeableRead(caller.value.userId) : undefined,
  });
  const changeable = parsed(objects, (rows) =>
    [...new Set(rows.filter(changesRecords).map((row) => text(row, 'SobjectType')))].toSorted(),
  );
  return parsed(own, ([row = {}]) => {
    const told = Object.keys(row).filter((name) => name.startsWith(prefix));
    const names = (columns: readonly string[]) => columns.map((name) => name.slice(prefix.length)).toSorted();
    return { told: names(told), held: names(told.filter((name) => row[name] === true)), changeable };
  });
}

const changesRecords = (row: Row): boolean =>
  flag(row, 'PermissionsCreate') || flag(row, 'PermissionsEdit') || flag(row, 'PermissionsDelete');
