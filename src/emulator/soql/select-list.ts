import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { SalesforceError } from '../emulated-org.ts';
import { type FieldPath, type PathContext, resolvePath } from './path.ts';
import { malformed, notEmulated } from './query-error.ts';

/** The most rows FIELDS(ALL) and FIELDS(CUSTOM) answer. */
const FIELDS_LIMIT = 200;

/** Whether the whole select list is `COUNT()`, which answers a number instead of rows. */
export function isCountQuery({ fields }: Query): boolean {
  const [field] = fields ?? [];
  return (
    fields?.length === 1 &&
    field?.type === 'FieldFunctionExpression' &&
    field.functionName.toUpperCase() === 'COUNT' &&
    field.parameters.length === 0
  );
}

/** The fields a query selects, FIELDS() written out, none twice. */
export function selectedPaths(query: Query, context: PathContext): readonly FieldPath[] {
  const paths = (query.fields ?? []).flatMap((field) => pathsOf(field, query, context));
  const named = new Set<string>();
  for (const { canonical } of paths) {
    const key = canonical.toLowerCase();
    if (named.has(key)) {
      throw new SalesforceError(400, 'INVALID_FIELD', `duplicate field selected: ${canonical}`);
    }
    named.add(key);
  }
  return paths;
}

function pathsOf(field: FieldType, query: Query, context: PathContext): readonly FieldPath[] {
  switch (field.type) {
    case 'Field': {
      if (field.alias !== undefined) throw malformed('only aggregate expressions use field aliasing');
      return [resolvePath('rawValue' in field ? field.rawValue : field.field, context)];
    }
    case 'FieldRelationship': {
      if ('alias' in field) throw malformed('only aggregate expressions use field aliasing');
      return [resolvePath(field.rawValue ?? [...field.relationships, field.field].join('.'), context)];
    }
    case 'FieldFunctionExpression': {
      if (field.functionName.toUpperCase() !== 'FIELDS')
        throw notEmulated(`${field.functionName}() in SELECT`);
      return fieldsKeyword(String(field.parameters[0]).toUpperCase(), query, context);
    }
    case 'FieldSubquery':
      throw notEmulated('subqueries of child records in SELECT');
    case 'FieldTypeof':
      throw notEmulated('TYPEOF');
  }
}

/** FIELDS(STANDARD) may be unbounded; ALL and CUSTOM may not (SOQL reference). All of them are 51.0. */
function fieldsKeyword(keyword: string, query: Query, { view, source }: PathContext): readonly FieldPath[] {
  if (source.apiVersion < 51) throw malformed("unexpected token: '('");
  if (keyword !== 'STANDARD' && (query.limit === undefined || query.limit > FIELDS_LIMIT)) {
    throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200');
  }
  const columns = [...view.columns.values()].filter((column) => {
    const isCustom = column.traits.has('custom');
    return keyword === 'ALL' || (keyword === 'CUSTOM') === isCustom;
  });
  if (columns.length === 0) throw notEmulated(`FIELDS(${keyword}) where the caller sees no such field`);
  return columns.map((column) => ({ hops: [], column, canonical: column.name }));
}
