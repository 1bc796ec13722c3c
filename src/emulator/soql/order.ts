import type { OrderByClause, OrderByFieldClause } from '@jetstreamapp/soql-parser-js';
import type { Cell } from '../org/table.ts';
import { type FieldPath, type PathContext, type Place, resolvePath, valueAt } from './path.ts';
import { notEmulated } from './query-error.ts';

interface Criterion {
  readonly path: FieldPath;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

/** Sorts rows by ORDER BY; text without regard to case, nulls first unless told otherwise. */
export function sortRows(
  places: readonly Place[],
  orderBy: OrderByClause | readonly OrderByClause[] | undefined,
  context: PathContext,
): readonly Place[] {
  if (orderBy === undefined) return places;
  const clauses = Array.isArray(orderBy) ? (orderBy as readonly OrderByClause[]) : [orderBy as OrderByClause];
  const criteria = clauses.map((clause): Criterion => {
    if (!('field' in clause)) throw notEmulated('functions in ORDER BY');
    const { field, order, nulls } = clause as OrderByFieldClause;
    return { path: resolvePath(field, context), descending: order === 'DESC', nullsLast: nulls === 'LAST' };
  });
  const keyed = places.map((place) => ({ place, keys: criteria.map(({ path }) => valueAt(place, path)) }));
  keyed.sort((one, other) => {
    for (const [index, criterion] of criteria.entries()) {
      const order = compareCells(one.keys[index] ?? null, other.keys[index] ?? null, criterion);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ place }) => place);
}

function compareCells(one: Cell, other: Cell, { descending, nullsLast }: Criterion): number {
  if (one === null || other === null) {
    if (one === other) return 0;
    return (one === null) === nullsLast ? 1 : -1;
  }
  const order = typeof one === 'number' && typeof other === 'number' ? one - other : compareText(one, other);
  return descending ? -order : order;
}

function compareText(one: Cell, other: Cell): number {
  const [left, right] = [String(one).toLowerCase(), String(other).toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
