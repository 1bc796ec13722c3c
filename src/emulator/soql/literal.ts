import { SalesforceError } from '../emulated-org.ts';
import { readId } from '../org/ids.ts';
import type { Column } from '../org/schema/column.ts';
import type { Literal } from './condition.ts';
import { dateRange } from './date-literal.ts';
import { notEmulated } from './query-error.ts';

/** A literal made ready for a column: text in lower case, Ids in 18 characters, moments as milliseconds. */
export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'id'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** From the first moment to just before the last: a day, a month, or one moment. */
  | { readonly kind: 'moment'; readonly from: number; readonly to: number };

const numeric: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);

/** Reads a literal for a column, or refuses one of another type as an org does. */
export function readValue(literal: Literal, column: Column, now: string): Value {
  const { type, text } = literal;
  if (type === 'NULL' || text.toUpperCase() === 'NULL') return { kind: 'null' };
  if (column.type === 'boolean') {
    if (type !== 'BOOLEAN') throw wrongType(column, 'boolean', false);
    return { kind: 'boolean', boolean: text.toUpperCase() === 'TRUE' };
  }
  if (column.type === 'date' || column.type === 'datetime') return readMoment(literal, column, now);
  if (numeric.has(column.type)) {
    if (type !== 'INTEGER' && type !== 'DECIMAL') throw wrongType(column, column.type, false);
    return { kind: 'number', number: Number(text) };
  }
  if (type !== 'STRING') throw wrongType(column, 'string', true);
  return readText(unquote(text), column);
}

function readText(text: string, column: Column): Value {
  if (text === '') return { kind: 'null' };
  if (column.type !== 'id' && column.type !== 'reference') {
    return { kind: 'text', text: column.spellings?.get(text.toLowerCase()) ?? text.toLowerCase() };
  }
  const id = readId(text);
  if (id === undefined) {
    throw new SalesforceError(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`);
  }
  return { kind: 'id', text: id };
}

function readMoment({ type, text }: Literal, column: Column, now: string): Value {
  switch (type) {
    case 'DATETIME': {
      const moment = Date.parse(text.replace(/ (?=\d\d:?\d\d$)/, '+'));
      return { kind: 'moment', from: moment, to: moment + 1 };
    }
    case 'DATE': {
      if (column.type === 'datetime') throw wrongType(column, 'dateTime', false);
      const day = Date.parse(text);
      return { kind: 'moment', from: day, to: day + 86_400_000 };
    }
    case 'DATE_LITERAL':
    case 'DATE_N_LITERAL': {
      const range = dateRange(text, now);
      if (range === undefined) throw notEmulated(`the date literal ${text}`);
      return { kind: 'moment', ...range };
    }
    default:
      throw wrongType(column, column.type === 'date' ? 'date' : 'dateTime', false);
  }
}

function wrongType({ name }: Column, expected: string, quoted: boolean): SalesforceError {
  const quotes = quoted ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return new SalesforceError(
    400,
    'INVALID_FIELD',
    `value of filter criterion for field '${name}' must be of type ${expected} and ${quotes}`,
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text between the quotes, with its escapes read. */
export function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, letter: string | undefined) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return escapes[(letter ?? '').toLowerCase()] ?? letter ?? '';
    });
}

/** A LIKE pattern as an expression: `%` any text, `_` one letter, both plain after a backslash. */
export function likePattern(quoted: string): RegExp {
  const source = quoted.slice(1, -1).replace(/\\(.)|([%_])|([^\\%_]+)/gs, (_, escaped, wildcard, plain) => {
    if (wildcard === '%') return '.*';
    if (wildcard === '_') return '.';
    return String(escaped ?? plain).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'is');
}
