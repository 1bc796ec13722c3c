import type { Cell } from '../org/table.ts';
import type { Comparator } from './condition.ts';
import type { Value } from './literal.ts';

/** Whether a cell stands in this relation to a value. Nothing is in any relation to null but `=` and `!=`. */
export function matches(cell: Cell, comparator: Exclude<Comparator, 'LIKE'>, value: Value): boolean {
  if (comparator === '!=') return !isEqual(cell, value);
  if (comparator === '=') return isEqual(cell, value);
  const order = compare(cell, value);
  if (order === undefined) return false;
  if (comparator === '<') return order < 0;
  if (comparator === '<=') return order <= 0;
  return comparator === '>' ? order > 0 : order >= 0;
}

export function isEqual(cell: Cell, value: Value): boolean {
  if (value.kind === 'null') return cell === null || cell === '';
  if (value.kind === 'boolean') return cell === value.boolean;
  return compare(cell, value) === 0;
}

/** Below, at or above the value; a stretch of time is one point here. */
function compare(cell: Cell, value: Value): number | undefined {
  if (cell === null) return undefined;
  switch (value.kind) {
    case 'text':
      return compareText(String(cell).toLowerCase(), value.text);
    case 'id':
      return compareText(String(cell), value.text);
    case 'number':
      return Number(cell) - value.number;
    case 'moment': {
      const moment = Date.parse(String(cell));
      if (moment < value.from) return -1;
      return moment < value.to ? 0 : 1;
    }
    default:
      return undefined;
  }
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
