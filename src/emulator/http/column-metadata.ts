import { type FieldType, parseQuery } from '@jetstreamapp/soql-parser-js';
import type { CallContext, EmulatedOrg } from '../emulated-org.ts';
import { isObject } from './request.ts';

/** What one column of a query is; a relationship's columns are inside it. */
interface Column {
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

interface Source {
  readonly type: string;
  readonly org: EmulatedOrg;
  readonly context: CallContext;
}

type DescribedField = Readonly<Record<string, unknown>>;

/**
 * The answer to `query?q=…&columns=true`, an undocumented parameter by which the Salesforce CLI learns
 * the columns to print. The query must have been found valid before.
 */
export function columnMetadata(soql: string, org: EmulatedOrg, context: CallContext): object {
  const query = parseQuery(soql);
  const source = { type: query.sObject ?? '', org, context };
  const describe = org.describe(source.type, context);
  const selected = (query.fields ?? []).flatMap((field) => pathOf(field, source));
  const paths = selected.filter((column): column is readonly string[] => Array.isArray(column));
  const functions = selected.filter((column): column is Column => !Array.isArray(column));
  return {
    columnMetadata: [...columnsOf(paths, source), ...functions],
    entityName: describe.name,
    groupBy: query.groupBy !== undefined,
    idSelected: paths.some(([head, ...rest]) => rest.length === 0 && head?.toLowerCase() === 'id'),
    keyPrefix: describe.keyPrefix ?? null,
  };
}

function pathOf(field: FieldType, source: Source): readonly (readonly string[] | Column)[] {
  switch (field.type) {
    case 'Field':
      return [[field.field]];
    case 'FieldRelationship':
      return [[...field.relationships, field.field]];
    case 'FieldFunctionExpression':
      if (field.functionName.toUpperCase() === 'FIELDS')
        return fieldsOf(source).map(({ name }) => [String(name)]);
      return [functionColumn(field.alias ?? 'expr0', field.rawValue ?? field.functionName)];
    default:
      return [];
  }
}

/** One column a path; those that begin with the same relationship share its column. */
function columnsOf(paths: readonly (readonly string[])[], source: Source): readonly Column[] {
  const heads = [...new Set(paths.map(([head = '']) => head.toLowerCase()))];
  return heads.map((head) => {
    const rests = paths.filter(([first]) => first?.toLowerCase() === head).map(([, ...rest]) => rest);
    const joined = rests.filter((rest) => rest.length > 0);
    const name = paths.find(([first]) => first?.toLowerCase() === head)?.[0] ?? head;
    return joined.length > 0 ? relationshipColumn(name, joined, source) : fieldColumn(name, source);
  });
}

function relationshipColumn(name: string, paths: readonly (readonly string[])[], source: Source): Column {
  const key = fieldsOf(source).find((field) => same(field.relationshipName, name));
  const targets = Array.isArray(key?.referenceTo) ? key.referenceTo : [];
  const target = { ...source, type: String(targets.length > 1 ? 'Name' : (targets[0] ?? '')) };
  return { ...column(String(key?.relationshipName ?? name)), joinColumns: columnsOf(paths, target) };
}

function fieldColumn(name: string, source: Source): Column {
  const field = fieldsOf(source).find((described) => same(described.name, name));
  if (field === undefined) return column(name);
  const type = String(field.type);
  return {
    ...column(String(field.name)),
    apexType: apexTypes[type] ?? 'String',
    booleanType: type === 'boolean',
    numberType: ['int', 'double', 'currency', 'percent', 'long'].includes(type),
    textType: ![
      'id',
      'reference',
      'boolean',
      'int',
      'double',
      'currency',
      'percent',
      'date',
      'datetime',
    ].includes(type),
    custom: field.custom === true,
    insertable: field.createable === true,
    updatable: field.updateable === true,
  };
}

/** The fields the caller may see; none where a relationship leads to several objects at once. */
function fieldsOf({ type, org, context }: Source): readonly DescribedField[] {
  if (type === '' || type === 'Name') return [];
  const { fields } = org.describe(type, context);
  return Array.isArray(fields) ? fields.filter(isObject) : [];
}

const functionColumn = (name: string, displayName: string): Column => ({
  ...column(name),
  aggregate: true,
  displayName,
});

const column = (name: string): Column => ({
  aggregate: false,
  apexType: 'String',
  booleanType: false,
  columnName: name,
  custom: false,
  displayName: name,
  foreignKeyName: null,
  insertable: false,
  joinColumns: [],
  numberType: false,
  textType: false,
  updatable: false,
});

const apexTypes: Readonly<Record<string, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Double',
  currency: 'Decimal',
  percent: 'Double',
  date: 'Date',
  datetime: 'Datetime',
};

const same = (left: unknown, right: string) => String(left).toLowerCase() === right.toLowerCase();
