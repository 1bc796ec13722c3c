import type { FieldEntry } from '../../../model/container.ts';
import { mends } from '../mends.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { chunked, fragment, type SoqlFragment, soql } from '../soql.ts';
import { flag, grouped, text } from './cells.ts';

/** A field whose permissions are read, and the name they stand under where it is part of a compound field. */
export interface FieldToRead {
  readonly object: string;
  readonly field: string;
  /** `BillingAddress` for `BillingStreet`: field-level security is set on the whole. */
  readonly securedBy: string;
}

/**
 * @param fields exactly these fields.
 * @param wholeObjects objects of which every field is read, because it is not known which fields they have.
 */
export function fieldPermissionsRead(
  parents: readonly SoqlFragment[],
  fields: readonly FieldToRead[],
  wholeObjects: readonly string[],
): RowsRead {
  const names = [
    ...new Set(
      fields.flatMap(({ object, securedBy }) => spellings(securedBy).map((name) => `${object}.${name}`)),
    ),
  ];
  const objects = [...new Set(fields.map(({ object }) => object))].toSorted();
  const conditions = [
    ...chunked(names.toSorted(), 4_500).map(
      (chunk) => fragment`SobjectType IN ${objects} AND Field IN ${chunk}`,
    ),
    ...chunked(wholeObjects, 4_500).map((chunk) => fragment`SobjectType IN ${chunk}`),
  ];
  const ask = (condition: SoqlFragment) => parents.map((parent) => query(condition, parent));
  return {
    kind: 'rows',
    part: 'field permissions',
    soql: conditions.flatMap(ask),
    // A field that cannot be filtered by must not take the others down.
    orElse: chunked([...new Set([...objects, ...wholeObjects])], 4_500).flatMap((chunk) =>
      ask(fragment`SobjectType IN ${chunk}`),
    ),
    mend: mends.viewSetup,
  };
}

const query = (condition: SoqlFragment, parent: SoqlFragment) =>
  soql`SELECT ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE ${condition} AND ParentId IN ${parent}`;

/** Lookups are spelled `Account.Parent` in older answers, `Account.ParentId` since 50.0. */
export const spellings = (field: string): readonly string[] =>
  /[a-z0-9]Id$/.test(field) ? [field, field.slice(0, -2)] : [field];

/** What each parent's rows grant on the fields to read, by parent Id. */
export function fieldEntries(
  rows: readonly Row[],
  fields: readonly FieldToRead[],
): ReadonlyMap<string, readonly FieldEntry[]> {
  const wanted = new Map<string, FieldToRead[]>();
  for (const field of fields) {
    for (const name of spellings(field.securedBy)) {
      const key = `${field.object}.${name}`.toLowerCase();
      wanted.set(key, [...(wanted.get(key) ?? []), field]);
    }
  }
  const entriesOf = (row: Row): readonly FieldEntry[] => {
    const qualified = text(row, 'Field');
    const own = qualified.slice(qualified.indexOf('.') + 1);
    return (wanted.get(qualified.toLowerCase()) ?? []).map(({ object, field, securedBy }) => ({
      object,
      field: field === securedBy ? own : field,
      read: flag(row, 'PermissionsRead'),
      edit: flag(row, 'PermissionsEdit'),
    }));
  };
  return new Map(
    [...grouped(rows, 'ParentId')].map(([parent, own]) => [parent, added(own.flatMap(entriesOf))]),
  );
}

/** Two rows for one field are added up; sorted by name. */
function added(entries: readonly FieldEntry[]): readonly FieldEntry[] {
  const sums = new Map<string, FieldEntry>();
  for (const entry of entries) {
    const key = `${entry.object}.${entry.field}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum === undefined ? entry : { ...sum, read: sum.read || entry.read, edit: sum.edit || entry.edit },
    );
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}
