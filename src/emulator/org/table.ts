import type { Column } from './schema/column.ts';
import type { ObjectType } from './schema/object-type.ts';

export type Cell = string | number | boolean | null | Readonly<Record<string, unknown>>;
export type Cells = Readonly<Record<string, Cell>>;

/** One stored row. System permissions are a set rather than 400 cells. */
export interface OrgRecord {
  readonly cells: Cells;
  readonly permissions?: ReadonlySet<string>;
  /** First API version that answers the row. */
  readonly since?: number;
}

/** All rows of an object, and what every row has in common. */
export interface Table {
  readonly type: ObjectType;
  readonly records: readonly OrgRecord[];
  readonly defaults: Cells;
  /** The rows whose cell is one of the keys, in table order; text is compared without regard to case. */
  find(column: Column, keys: Iterable<string>): readonly OrgRecord[];
}

/** The value a row shows in a column: false for a flag and null for anything else nobody set. */
export function cellOf(table: Table, record: OrgRecord, column: Column): Cell {
  if (column.permission !== undefined) return record.permissions?.has(column.permission) ?? false;
  const name = column.cell ?? column.name;
  const cell = record.cells[name] ?? table.defaults[name];
  if (cell !== undefined) return cell;
  return column.type === 'boolean' ? false : null;
}

/** How a text is looked up: Ids tell capitals apart, all else does not. */
export function indexKey(column: Column, text: string): string {
  return column.type === 'id' || column.type === 'reference' ? text : text.toLowerCase();
}

export function createTable(type: ObjectType, records: readonly OrgRecord[], defaults: Cells = {}): Table {
  const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const table: Table = {
    type,
    records,
    defaults,
    find: (column, keys) => {
      const cell = column.cell ?? column.name;
      const index = indexes.get(cell) ?? buildIndex(table, column);
      indexes.set(cell, index);
      const places = new Set<number>();
      for (const key of keys) for (const place of index.get(indexKey(column, key)) ?? []) places.add(place);
      return [...places].sort((one, other) => one - other).flatMap((place) => records[place] ?? []);
    },
  };
  return table;
}

function buildIndex(table: Table, column: Column): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [place, record] of table.records.entries()) {
    const cell = cellOf(table, record, column);
    if (typeof cell !== 'string') continue;
    const key = indexKey(column, cell);
    const places = index.get(key);
    if (places === undefined) index.set(key, [place]);
    else places.push(place);
  }
  return index;
}
