import type { Column } from '../org/schema/column.ts';
import type { Surface } from '../org/schema/object-type.ts';
import type { OrgRecord, Table } from '../org/table.ts';

/** An object as one caller sees it, in one API version, on one surface. */
export interface ObjectView {
  readonly table: Table;
  /** Columns by lower-case name, in the order FIELDS() gives them. */
  readonly columns: ReadonlyMap<string, Column>;
  sees(record: OrgRecord): boolean;
}

/** Where a query finds its objects. */
export interface Source {
  readonly apiVersion: number;
  readonly surface: Surface;
  /** The org's own time, which date literals count from. */
  readonly now: string;
  /** Undefined for an object that does not exist, or not for this caller. */
  object(name: string): ObjectView | undefined;
}
