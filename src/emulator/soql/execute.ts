import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../emulated-org.ts';
import { cellOf, type OrgRecord } from '../org/table.ts';
import { aggregateRows, isAggregateQuery } from './aggregate.ts';
import { checkCatalogueQuery, refuseCatalogueAggregate } from './catalogue-rules.ts';
import { type Condition, readCondition } from './condition.ts';
import { selectRows } from './filter.ts';
import { sortRows } from './order.ts';
import { parseSoql } from './parse.ts';
import type { FieldPath, PathContext } from './path.ts';
import { projection } from './project.ts';
import { malformed, noSuchType } from './query-error.ts';
import { isCountQuery, selectedPaths } from './select-list.ts';
import { checkInnerSelect, checkSemiJoins } from './semi-join.ts';
import type { Source } from './source.ts';

/**
 * Runs a SOQL query against what one caller sees. `SELECT COUNT()` gives one bare row for each row counted.
 * @throws SalesforceError as an org words it.
 */
export function execute(soql: string, source: Source): readonly Row[] {
  const query = parseSoql(soql);
  const context = pathContext(query, soql, source);
  const { view } = context;
  const { isCatalogue, name } = view.table.type;
  const isCount = isCountQuery(query);
  const isAggregate = !isCount && isAggregateQuery(query);
  if (isCatalogue && (isCount || isAggregate)) refuseCatalogueAggregate();
  const paths = isCount || isAggregate ? [] : selectedPaths(query, context);
  const condition = query.where === undefined ? undefined : readCondition(query.where);
  if (isCatalogue) checkCatalogueQuery(name, condition);
  const records = rowsOf(condition, context);
  if (isCount) return records.slice(0, query.limit).map(() => ({ attributes: { type: name } }));
  if (isAggregate) return aggregateRows(query, records, context);
  const sorted = sortRows(
    records.map((record) => ({ view, record })),
    query.orderBy,
    context,
  );
  const start = isCatalogue ? 0 : (query.offset ?? 0);
  const page = sorted.slice(
    start,
    isCatalogue || query.limit === undefined ? undefined : start + query.limit,
  );
  checkSingleRow(paths, page.length);
  return page.map(projection(paths, source));
}

function pathContext(query: Query, soql: string, source: Source): PathContext {
  const name = query.sObject ?? '';
  const view = source.object(name);
  if (view === undefined) throw noSuchType(soql, name);
  return {
    soql,
    source,
    view,
    prefixes: [name, ...(query.sObjectAlias === undefined ? [] : [query.sObjectAlias])],
  };
}

function rowsOf(condition: Condition | undefined, context: PathContext): readonly OrgRecord[] {
  checkSemiJoins(condition);
  const { view, soql, source } = context;
  return selectRows(view, condition, context, (query, outer) => {
    const inner = pathContext(query, soql, source);
    const [path, ...more] = selectedPaths(query, inner);
    if (path === undefined || more.length > 0 || path.hops.length > 0) {
      throw malformed('Semi join sub-selects must select exactly one field of the object itself');
    }
    checkInnerSelect(outer, view.table.type.name, path, query);
    const where = query.where === undefined ? undefined : readCondition(query.where);
    const rows = selectRows(inner.view, where, inner, () => {
      throw malformed('Nesting of semi join sub-selects is not supported');
    });
    return new Set(rows.map((record) => cellOf(inner.view.table, record, path.column)).filter(isText));
  });
}

const isText = (cell: unknown): cell is string => typeof cell === 'string';

/** Tooling answers `Metadata` and `FullName` for one row at a time only (v: issue threads quote the refusal). */
function checkSingleRow(paths: readonly FieldPath[], rows: number): void {
  const asksWhole = paths.some(({ column }) => column.name === 'Metadata' || column.name === 'FullName');
  if (!asksWhole || rows <= 1) return;
  throw malformed(
    `When retrieving results with Metadata or FullName fields, the query qualifications must specify no more than one row for retrieval. Result size: ${rows}`,
  );
}
