import type { FieldFunctionExpression, GroupByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../emulated-org.ts';
import type { Cell, OrgRecord } from '../org/table.ts';
import { type FieldPath, type PathContext, resolvePath, valueAt } from './path.ts';
import { malformed, notEmulated } from './query-error.ts';

const functions: Readonly<Record<string, (cells: readonly Cell[]) => Cell>> = {
  COUNT: (cells) => cells.length,
  COUNT_DISTINCT: (cells) => new Set(cells.map((cell) => String(cell).toLowerCase())).size,
  MIN: (cells) => extreme(cells, (one, other) => one < other),
  MAX: (cells) => extreme(cells, (one, other) => one > other),
};

function extreme(
  cells: readonly Cell[],
  isBetter: (one: string | number, other: string | number) => boolean,
): Cell {
  const comparable = cells.filter((cell) => typeof cell === 'string' || typeof cell === 'number');
  return comparable.reduce<string | number | null>(
    (best, next) => (best === null || isBetter(next, best) ? next : best),
    null,
  );
}

/** Whether a query groups or calculates, so that its rows are `AggregateResult`s. */
export function isAggregateQuery({ fields, groupBy }: Query): boolean {
  return (
    groupBy !== undefined ||
    (fields ?? []).some((field) => field.type === 'FieldFunctionExpression' && field.isAggregateFn === true)
  );
}

interface Output {
  readonly name: string;
  value(records: readonly OrgRecord[]): Cell;
}

/** The rows of a query with GROUP BY, COUNT(field), COUNT_DISTINCT, MIN or MAX. */
export function aggregateRows(
  query: Query,
  records: readonly OrgRecord[],
  context: PathContext,
): readonly Row[] {
  if (query.orderBy !== undefined) throw notEmulated('ORDER BY with aggregates');
  const groupPaths = groupClauses(query).map((clause) => {
    if (!('field' in clause)) throw notEmulated('functions in GROUP BY');
    return resolvePath(clause.field, context);
  });
  const outputs = outputsOf(query, groupPaths, context);
  const groups = new Map<string, OrgRecord[]>();
  if (groupPaths.length === 0) groups.set('', [...records]);
  else {
    for (const record of records) {
      const key = JSON.stringify(groupPaths.map((path) => valueAt({ view: context.view, record }, path)));
      groups.set(key, [...(groups.get(key) ?? []), record]);
    }
  }
  const rows = [...groups.values()].map(
    (group): Row => ({
      attributes: { type: 'AggregateResult' },
      ...Object.fromEntries(outputs.map(({ name, value }) => [name, value(group)])),
    }),
  );
  return query.limit === undefined ? rows : rows.slice(0, query.limit);
}

const groupClauses = ({ groupBy }: Query): readonly GroupByClause[] => {
  if (groupBy === undefined) return [];
  return Array.isArray(groupBy) ? groupBy : [groupBy];
};

function outputsOf(query: Query, groupPaths: readonly FieldPath[], context: PathContext): readonly Output[] {
  let unnamed = 0;
  return (query.fields ?? []).map((field): Output => {
    if (field.type === 'FieldFunctionExpression')
      return calculation(field, () => `expr${unnamed++}`, context);
    if (field.type !== 'Field' && field.type !== 'FieldRelationship')
      throw notEmulated('subqueries with aggregates');
    const written = field.type === 'Field' ? field.field : [...field.relationships, field.field].join('.');
    const path = resolvePath(written, context);
    if (!groupPaths.some(({ canonical }) => canonical === path.canonical)) {
      throw malformed(`Field must be grouped or aggregated: ${path.column.name}`);
    }
    const alias = 'alias' in field ? field.alias : undefined;
    return {
      name: alias ?? path.column.name,
      value: ([record]) => (record === undefined ? null : valueAt({ view: context.view, record }, path)),
    };
  });
}

function calculation(field: FieldFunctionExpression, nextName: () => string, context: PathContext): Output {
  const calculate = functions[field.functionName.toUpperCase()];
  const [parameter] = field.parameters;
  if (calculate === undefined) throw notEmulated(`${field.functionName}()`);
  const name = field.alias ?? nextName();
  if (parameter === undefined) return { name, value: (records) => records.length };
  if (typeof parameter !== 'string') throw notEmulated('functions inside functions');
  const path = resolvePath(parameter, context);
  return {
    name,
    value: (records) =>
      calculate(
        records
          .map((record) => valueAt({ view: context.view, record }, path))
          .filter((cell) => cell !== null),
      ),
  };
}
