/** A JSON Schema, or a part of one, as parsed JSON. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** Keywords that say nothing about whether something is valid. */
export const annotations: ReadonlySet<string> = new Set([
  '$schema',
  '$comment',
  '$defs',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
]);

/** Keywords that hold schemas for the very place they stand at. */
export const inPlace: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else']);

/** Keywords that hold schemas for the items of an array. */
export const forItems: ReadonlySet<string> = new Set(['items', 'prefixItems', 'contains']);

/** Keywords that hold other schemas by name. */
export const byName: ReadonlySet<string> = new Set(['$defs', 'properties', 'patternProperties']);

/** Keywords that look at the value itself and hold no schema. */
export const plain: ReadonlySet<string> = new Set([
  'type',
  'const',
  'enum',
  'required',
  'minProperties',
  'maxProperties',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  '$ref',
]);

/** Keywords that hold one schema for other places than by name or index. */
export const elsewhere: ReadonlySet<string> = new Set(['additionalProperties', 'propertyNames']);

/** The schemas that one keyword of a schema holds, each with the rest of its JSON Pointer. */
export function schemasOf(keyword: string, value: unknown): readonly (readonly [string, JsonSchema])[] {
  if (byName.has(keyword) && isObject(value))
    return Object.entries(value).map(([name, schema]) => [`/${pointerStep(name)}`, schema as JsonSchema]);
  if (!inPlace.has(keyword) && !forItems.has(keyword) && !elsewhere.has(keyword)) return [];
  return Array.isArray(value)
    ? value.map((schema: JsonSchema, index) => [`/${index}`, schema])
    : [['', value as JsonSchema]];
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step of a JSON Pointer (RFC 6901). */
export function pointerStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
