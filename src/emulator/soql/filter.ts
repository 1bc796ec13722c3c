import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Column } from '../org/schema/column.ts';
import type { OrgRecord } from '../org/table.ts';
import type { Condition } from './condition.ts';
import { likePattern, readValue, type Value } from './literal.ts';
import { isEqual, matches } from './match.ts';
import { type FieldPath, type PathContext, resolvePath, valueAt } from './path.ts';
import { notEmulated } from './query-error.ts';
import type { ObjectView } from './source.ts';

/** A condition made ready: the test, and the keys by which its rows can be looked up rather than sought. */
interface Filter {
  test(record: OrgRecord): boolean;
  readonly lookup?: { readonly column: Column; readonly keys: readonly string[] };
}

/** Ids a semi-join's inner query selects. */
export type SelectIds = (query: Query, outer: FieldPath) => ReadonlySet<string>;

/** The rows of a view that a condition lets through, in table order. */
export function selectRows(
  view: ObjectView,
  condition: Condition | undefined,
  context: PathContext,
  selectIds: SelectIds,
): readonly OrgRecord[] {
  const filters = conjunctsOf(condition).map((part) => prepare(part, context, selectIds));
  const seen = (records: readonly OrgRecord[]): readonly OrgRecord[] =>
    records.filter(
      (record) =>
        (record.since ?? 0) <= context.source.apiVersion &&
        view.sees(record) &&
        filters.every((filter) => filter.test(record)),
    );
  const candidates = filters.flatMap(({ lookup }) =>
    lookup === undefined ? [] : [view.table.find(lookup.column, lookup.keys)],
  );
  const fewest = candidates.reduce<readonly OrgRecord[] | undefined>(
    (best, next) => (best === undefined || next.length < best.length ? next : best),
    undefined,
  );
  return seen(fewest ?? view.table.records);
}

const conjunctsOf = (condition: Condition | undefined): readonly Condition[] => {
  if (condition === undefined) return [];
  return condition.kind === 'and' ? condition.parts.flatMap(conjunctsOf) : [condition];
};

function prepare(condition: Condition, context: PathContext, selectIds: SelectIds): Filter {
  const { view, source } = context;
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => prepare(part, context, selectIds));
      const every = condition.kind === 'and';
      return {
        test: (record) =>
          every ? parts.every((part) => part.test(record)) : parts.some((part) => part.test(record)),
      };
    }
    case 'not': {
      const part = prepare(condition.part, context, selectIds);
      return { test: (record) => !part.test(record) };
    }
    case 'compare': {
      const path = resolvePath(condition.field, context);
      if (condition.comparator === 'LIKE') return like(path, condition.literal.text, view);
      const { comparator } = condition;
      const value = readValue(condition.literal, path.column, source.now);
      const test = (record: OrgRecord): boolean =>
        matches(valueAt({ view, record }, path), comparator, value);
      return comparator === '=' ? withLookup(test, path, [value]) : { test };
    }
    case 'in': {
      const path = resolvePath(condition.field, context);
      const values = condition.literals.map((literal) => readValue(literal, path.column, source.now));
      return oneOf(path, values, condition.negated, view);
    }
    case 'semi-join': {
      const path = resolvePath(condition.field, context);
      const ids = selectIds(condition.query, path);
      const test = (record: OrgRecord): boolean => {
        const cell = valueAt({ view, record }, path);
        return (typeof cell === 'string' && ids.has(cell)) !== condition.negated;
      };
      const values = [...ids].map((text): Value => ({ kind: 'id', text }));
      return condition.negated ? { test } : withLookup(test, path, values);
    }
  }
}

function like(path: FieldPath, quoted: string, view: ObjectView): Filter {
  if (path.column.type === 'id' || path.column.type === 'reference') throw notEmulated('LIKE on an Id');
  const pattern = likePattern(quoted);
  return {
    test: (record) => {
      const cell = valueAt({ view, record }, path);
      return typeof cell === 'string' && pattern.test(cell);
    },
  };
}

function oneOf(path: FieldPath, values: readonly Value[], negated: boolean, view: ObjectView): Filter {
  const texts = new Set(values.flatMap((value) => ('text' in value ? [value.text] : [])));
  const others = values.filter((value) => !('text' in value));
  const isId = path.column.type === 'id' || path.column.type === 'reference';
  const test = (record: OrgRecord): boolean => {
    const cell = valueAt({ view, record }, path);
    const isText = typeof cell === 'string' && texts.has(isId ? cell : cell.toLowerCase());
    return (isText || others.some((value) => isEqual(cell, value))) !== negated;
  };
  return negated ? { test } : withLookup(test, path, values);
}

/** Rows can be looked up where the field is the object's own and every value is a text or Id. */
function withLookup(test: Filter['test'], { hops, column }: FieldPath, values: readonly Value[]): Filter {
  const keys = values.flatMap((value) => ('text' in value ? [value.text] : []));
  const isOwn = hops.length === 0 && column.permission === undefined;
  return isOwn && keys.length === values.length ? { test, lookup: { column, keys } } : { test };
}
