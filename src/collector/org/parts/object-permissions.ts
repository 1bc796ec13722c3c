import type { ObjectEntry, ObjectRight } from '../../../model/container.ts';
import type { Part } from '../../../model/part.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import { isObject } from '../reader/outcome.ts';
import type { ResourceRead, Row, RowsRead } from '../reader/read.ts';
import { columns, fragment, type SoqlFragment, soql } from '../soql.ts';
import { flag, grouped, text } from './cells.ts';

const rightColumns: Readonly<Record<ObjectRight, string>> = {
  read: 'PermissionsRead',
  create: 'PermissionsCreate',
  edit: 'PermissionsEdit',
  delete: 'PermissionsDelete',
  viewAllRecords: 'PermissionsViewAllRecords',
  modifyAllRecords: 'PermissionsModifyAllRecords',
  viewAllFields: 'PermissionsViewAllFields',
};

export const rightColumn = (right: ObjectRight): string => rightColumns[right];

/** `PermissionsViewAllFields` came with 63.0 (Object Reference). */
const withViewAllFields = '63.0';

const rightsIn = (newestVersion: string): readonly ObjectRight[] =>
  (Object.keys(rightColumns) as readonly ObjectRight[]).filter(
    (right) => right !== 'viewAllFields' || Number(newestVersion) >= Number(withViewAllFields),
  );

/**
 * @param parents IN-lists of permission sets and muting sets.
 * @param newestVersion the newest version that the org offers: which rights there are at all.
 */
export function objectPermissionsRead(
  parents: readonly SoqlFragment[],
  objects: readonly string[],
  newestVersion: string,
): RowsRead {
  const select = columns('Id', 'ParentId', 'SobjectType', ...rightsIn(newestVersion).map(rightColumn));
  return {
    kind: 'rows',
    part: 'object permissions',
    since: withViewAllFields,
    soql: parents.map(
      (parent) =>
        soql`SELECT ${select} FROM ObjectPermissions WHERE ${fragment`SobjectType IN ${objects}`} AND ParentId IN ${parent}`,
    ),
    mend: mends.viewSetup,
  };
}

/**
 * What each parent's rows grant, by parent Id. A parent can have two rows for one object, one of them a
 * placeholder for inferred access (Id `000…`): both are true, so they are added up, and it is noted what the
 * placeholder alone shows (docs/salesforce.md, trap 2).
 */
export function objectEntries(
  rows: readonly Row[],
  objects: readonly string[],
  newestVersion: string,
): ReadonlyMap<string, readonly ObjectEntry[]> {
  const rights = rightsIn(newestVersion);
  const names = new Map(objects.map((name) => [name.toLowerCase(), name]));
  const shownBy = (rows: readonly Row[]) =>
    rights.filter((right) => rows.some((row) => flag(row, rightColumn(right))));
  const entriesOf = (rowsOfParent: readonly Row[]) =>
    [...grouped(rowsOfParent, 'SobjectType')]
      .map(([object, same]): ObjectEntry => {
        const own = shownBy(same.filter((row) => !isPlaceholder(row)));
        const inferred = shownBy(same.filter(isPlaceholder)).filter((right) => !own.includes(right));
        return {
          object: names.get(object.toLowerCase()) ?? object,
          rights: rights.filter((right) => own.includes(right) || inferred.includes(right)),
          ...(inferred.length > 0 && { inferred }),
        };
      })
      .filter((entry) => entry.rights.length > 0)
      .toSorted((one, other) => (one.object < other.object ? -1 : 1));
  return new Map([...grouped(rows, 'ParentId')].map(([parent, own]) => [parent, entriesOf(own)]));
}

const isPlaceholder = (row: Row): boolean => text(row, 'Id').startsWith('000');

/** Objects that the rows speak of, in lower case. */
export const objectsIn = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.map(({ SobjectType }) => String(SobjectType).toLowerCase()));

/** Which objects can have object permissions at all: the values of one picklist (docs/salesforce.md, trap 12). */
export const permissionableObjectsRead: ResourceRead = {
  kind: 'resource',
  part: 'objects that have object permissions',
  path: 'sobjects/ObjectPermissions/describe',
  mend: mends.viewSetup,
};

export function permissionableObjectsOf(describe: Part<unknown>): Part<readonly string[]> {
  if (describe.status === 'unavailable') return describe;
  const fields =
    isObject(describe.value) && Array.isArray(describe.value.fields) ? describe.value.fields : [];
  const column: unknown = fields.find((field: unknown) => isObject(field) && field.name === 'SobjectType');
  const values = isObject(column) && Array.isArray(column.picklistValues) ? column.picklistValues : [];
  const names = values.flatMap((entry: unknown) =>
    isObject(entry) && typeof entry.value === 'string' ? entry.value : [],
  );
  if (names.length > 0) return ok([...new Set(names)].toSorted());
  return unavailable({
    code: 'query-failed',
    message: 'The describe of ObjectPermissions does not list the objects that have object permissions',
    query: permissionableObjectsRead.path,
    mend: mends.viewSetup,
  });
}
