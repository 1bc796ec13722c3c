import type { Part } from '../../../model/part.ts';
import { ok, unavailable } from '../../parts.ts';
import { CollectorError } from '../collector-error.ts';
import { isObject } from '../reader/outcome.ts';
import type { Row } from '../reader/read.ts';

/** An answer lacks a column that was asked for, or has something else in it: nothing may be guessed from it. */
class StrangeCell extends CollectorError {}

/** The cell at a path such as `Profile.UserLicense.Name`; null where a relationship on the way is empty. */
function cellAt(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (value === null) return null;
    value = isObject(value) ? value[name] : undefined;
  }
  return value;
}

/** Whether the answer has the column at all: not every org has every column. */
export const hasCell = (row: Row, path: string): boolean => cellAt(row, path) !== undefined;

export function text(row: Row, path: string): string {
  const value = cellAt(row, path);
  return typeof value === 'string' ? value : strange(row, path);
}

export function textOrNull(row: Row, path: string): string | null {
  const value = cellAt(row, path);
  return typeof value === 'string' || value === null ? value : strange(row, path);
}

export function flag(row: Row, path: string): boolean {
  const value = cellAt(row, path);
  return typeof value === 'boolean' ? value : strange(row, path);
}

/** A date or time, ISO 8601 UTC: Salesforce writes `2026-11-02T09:00:00.000+0000`. */
export function timeOrNull(row: Row, path: string): string | null {
  const value = textOrNull(row, path);
  if (value === null) return null;
  const milliseconds = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(milliseconds) ? strange(row, path) : new Date(milliseconds).toISOString();
}

/** What rows mean; unavailable where they are, or where they are not what was asked for. */
export function parsed<T, R = readonly Row[]>(part: Part<R>, parse: (rows: R) => T): Part<T> {
  if (part.status === 'unavailable') return part;
  try {
    return ok(parse(part.value));
  } catch (error) {
    if (!(error instanceof StrangeCell)) throw error;
    return unavailable({ code: 'query-failed', message: error.message });
  }
}

/** Rows by the value of one column. */
export function grouped(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = text(row, column);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function strange(row: Row, path: string): never {
  const type = isObject(row.attributes) ? String(row.attributes.type) : 'record';
  const value = cellAt(row, path);
  throw new StrangeCell(
    'not-an-org',
    value === undefined
      ? `The org left ${path} out of its ${type} records, so nothing is decided on them`
      : `The org answered ${path} of a ${type} record with ${JSON.stringify(value)}`,
  );
}

/** An API name as metadata writes it: what a package brings with its namespace, `iv__Sync`. */
export function namespaced(row: Row, name: string): string {
  const namespace = hasCell(row, 'NamespacePrefix') ? textOrNull(row, 'NamespacePrefix') : null;
  return namespace === null ? name : `${namespace}__${name}`;
}
