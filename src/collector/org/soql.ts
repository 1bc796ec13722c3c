/** A piece of SOQL that goes into a query as it stands. */
export interface SoqlFragment {
  readonly soql: string;
}

export type SoqlValue = string | number | boolean | null | readonly string[] | SoqlFragment;

/**
 * Builds SOQL: every value between the literals is quoted and escaped, lists become `('a','b')`, and only
 * what {@link columns} or {@link fragment} made goes in as it stands.
 *
 * @throws TypeError for an empty list, which SOQL cannot say.
 */
export function soql(literals: TemplateStringsArray, ...values: readonly SoqlValue[]): string {
  return literals.reduce((text, literal, index) => text + written(values[index - 1] ?? null) + literal);
}

/** A condition or a part of one, built with the same escaping. */
export function fragment(literals: TemplateStringsArray, ...values: readonly SoqlValue[]): SoqlFragment {
  return { soql: soql(literals, ...values) };
}

/** Names of columns, objects and relationship paths, separated by commas. @throws TypeError for anything else. */
export function columns(...names: readonly string[]): SoqlFragment {
  const wrong = names.find((name) => !/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name));
  if (wrong !== undefined || names.length === 0) {
    throw new TypeError(`Not a name of a Salesforce column or object: ${JSON.stringify(wrong)}`);
  }
  return { soql: names.join(', ') };
}

/**
 * A string literal. What SOQL escapes is from the SOQL and SOSL Reference, "Quoted String Escape Sequences".
 */
export function quoted(text: string): string {
  return `'${text.replace(/[\\'"\n\r\t\b\f]/g, (character) => escapes[character] ?? character)}'`;
}

/**
 * Splits values into lists that are short enough for the query to fit into a request address too: Salesforce
 * takes 16,384 bytes of URI, and the same query may have to travel alone.
 */
export function chunked(values: readonly string[], mostBytes = 9_000): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const value of values) {
    const size = encodeURIComponent(`${quoted(value)},`).length;
    if (bytes + size > mostBytes) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(value);
    bytes += size;
  }
  return chunks;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

function written(value: SoqlValue): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return String(value);
  if ('soql' in value) return value.soql;
  if (value.length === 0) throw new TypeError('SOQL has no empty list');
  return `(${value.map(quoted).join(',')})`;
}
