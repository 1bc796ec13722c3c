import type { Json } from '../model/part.ts';
import type { Path } from './problem.ts';

export type Schema = Readonly<Record<string, unknown>>;

export const isSchema = (value: unknown): value is Schema =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * The subschemas that a value at a path is held against: what stands there, and whatever that refers to or
 * is made of. Of `if`, the branch that the value takes, where a constant decides it. A validator's own
 * `schemaPath` cannot tell: it starts anew at every `$ref`.
 */
export function schemasAt(root: object, value: Json, path: Path): readonly Schema[] {
  let here: Json | undefined = value;
  let schemas = expanded(root, root, here);
  for (const step of path) {
    here = innerValue(here, step);
    schemas = schemas.flatMap((schema) => expanded(innerSchema(schema, step), root, here));
  }
  return schemas;
}

/** Keys that an object at this place may have. */
export const knownKeys = (schemas: readonly Schema[]): readonly string[] => [
  ...new Set(schemas.flatMap(({ properties }) => (isSchema(properties) ? Object.keys(properties) : []))),
];

function innerValue(value: Json | undefined, step: string | number): Json | undefined {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string | number, Json>>)[step];
}

function innerSchema({ properties, additionalProperties, items }: Schema, step: string | number): unknown {
  if (typeof step === 'number' && isSchema(items)) return items;
  return isSchema(properties) && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
}

/** A schema and all that applies beside it. Schemas of this project's own refer to `#/$defs/…` alone. */
function expanded(schema: unknown, root: object, value: Json | undefined): readonly Schema[] {
  if (!isSchema(schema)) return [];
  const { $ref, allOf, anyOf, oneOf } = schema;
  const branch = isSchema(schema.if)
    ? isConstantHeld(schema.if, value)
      ? schema.then
      : schema.else
    : undefined;
  const beside = [...[allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : [])), branch];
  const referred = typeof $ref === 'string' ? definition(root, $ref) : undefined;
  return [schema, ...[referred, ...beside].flatMap((each) => expanded(each, root, value))];
}

function definition(root: object, reference: string): unknown {
  const [start, defs, name, ...more] = reference.split('/');
  if (start !== '#' || defs !== '$defs' || name === undefined || more.length > 0) return undefined;
  const definitions = (root as Schema).$defs;
  return isSchema(definitions) ? definitions[name] : undefined;
}

/** Whether a value has what an `if` asks: its required keys, and its constants. */
function isConstantHeld(condition: Schema, value: Json | undefined): boolean {
  const { required, properties } = condition;
  const keys = Array.isArray(required) ? required.map(String) : [];
  const constants = isSchema(properties) ? Object.entries(properties) : [];
  return (
    keys.every((key) => innerValue(value, key) !== undefined) &&
    constants.every(([key, schema]) => {
      return !isSchema(schema) || !('const' in schema) || innerValue(value, key) === schema.const;
    })
  );
}
