import type { OptionSchema, OptionsSchema } from '../../src/model/options-schema.ts';
import type { Rule } from '../../src/model/rule.ts';

type Schema = Readonly<Record<string, unknown>>;

const parameter = { $ref: '#/$defs/parameterReference' };

/** A rule's options as the pack's schema has them: a value may also be taken from a parameter of the pack. */
export function packOptionsOf(rule: Rule): Schema {
  const { properties, ...rest } = rule.meta.options;
  return {
    title: `Options of ${rule.meta.id}`,
    ...rest,
    ...(rule.meta.example === undefined ? {} : { examples: [rule.meta.example] }),
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, orParameter(schema)]),
    ),
  };
}

function orParameter(schema: OptionSchema): Schema {
  // An object of its own could not be told from a reference to a parameter.
  if ('$ref' in schema || ('properties' in schema && schema.type === 'object')) return oneForm(schema);
  const { description, ...inner } = oneForm(schema);
  return {
    ...(description === undefined ? {} : { description }),
    if: { type: 'object', required: ['$parameter'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: parameter,
    else: inner,
  };
}

/** Says of a short and a long form which of them is meant, so that one error says what is wrong, not two. */
function oneForm(schema: OptionSchema): Schema {
  if ('anyOf' in schema) {
    const { anyOf, ...rest } = schema;
    const [short, long] = anyOf;
    return {
      ...rest,
      if: { type: 'object' },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: objectForm(long),
      else: short,
    };
  }
  if ('items' in schema) return { ...schema, items: oneForm(schema.items) };
  return 'properties' in schema ? objectForm(schema) : { ...schema };
}

function objectForm(schema: OptionsSchema): Schema {
  const properties = Object.entries(schema.properties).map(([name, inner]) => [name, oneForm(inner)]);
  return { ...schema, properties: Object.fromEntries(properties) };
}
