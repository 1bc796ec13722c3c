import type { Column } from './column.ts';

export type Surface = 'data' | 'tooling';

/** One kind of record: its columns and what a describe says of the object itself. */
export interface ObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly surfaces: readonly Surface[];
  readonly columns: readonly Column[];
  /** First API version that has the object. */
  readonly since: number;
  /** What clients may do with it beside reading. Writes are refused here all the same. */
  readonly allows: ReadonlySet<
    'create' | 'update' | 'delete' | 'undelete' | 'search' | 'layout' | 'recentlyUsed' | 'replicate'
  >;
  /** An object of the org's data (Account …), under object and field permissions. */
  readonly isData: boolean;
  /** Answered from the metadata catalogue, which knows no OR, no COUNT and no LIMIT. */
  readonly isCatalogue: boolean;
}

type Described = Pick<ObjectType, 'name' | 'label' | 'keyPrefix' | 'columns'>;

/** An object type with the commonest answers filled in: on the data surface, readable only. */
export function objectType(described: Described & Partial<ObjectType>): ObjectType {
  return {
    labelPlural: `${described.label}s`,
    surfaces: ['data'],
    since: 0,
    allows: new Set(),
    isData: false,
    isCatalogue: false,
    ...described,
  };
}

/** Whether a column exists in an API version. */
export function isInVersion(column: Pick<Column, 'since' | 'until'>, apiVersion: number): boolean {
  return (column.since ?? 0) <= apiVersion && apiVersion <= (column.until ?? Number.POSITIVE_INFINITY);
}
