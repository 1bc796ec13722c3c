import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { samples } from './document-samples.ts';
import { modelChoices, modelInterfaces, type TypedProperty } from './model-types.ts';
import { readSchema, type Schema, schemaNames } from './schema-files.ts';

const schemas = schemaNames.map((name) => ({ name, schema: readSchema(name) }));

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** A schema that stands in another one whole is mirrored where it stands by itself. */
const definitions = schemas.flatMap(({ name, schema }) => [
  { file: name, name: camelCase(name), schema },
  ...Object.entries(schema.$defs ?? {})
    .filter(([, inner]) => inner.$id === undefined)
    .map(([key, inner]) => ({ file: name, name: key, schema: inner })),
]);

/** A schema is named for what it is of, not for its type. */
const documents: Readonly<Record<string, string>> = { HistoryRecord: 'history' };

const cases = [...modelInterfaces]
  .map(([name, properties]) => ({
    ...{ name, properties },
    key: documents[name] ?? name.charAt(0).toLowerCase() + name.slice(1),
  }))
  .flatMap(({ name, properties, key }) =>
    definitions
      .filter((definition) => definition.name === key)
      .map(({ file, schema }) => ({ name, file, properties, schema })),
  );

const mirrored = new Set(cases.map(({ name }) => name));

describe('the schemas say what the types say', () => {
  test.each(cases)('$name in $file has the same properties', ({ properties, schema }) => {
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual(properties.map(({ name }) => name).sort());
    expect([...(schema.required ?? [])].sort()).toEqual(
      properties.flatMap(({ name, optional }) => (optional ? [] : [name])).sort(),
    );
    expect(schema.additionalProperties).toBe(false);
  });

  test.each(cases)('$name in $file has the same plain types', ({ file, properties, schema }) => {
    for (const property of properties)
      expect(plainSchema(property, schema, file)).toEqual(plainType(property));
  });

  test('every interface that a document holds is mirrored', () => {
    expect([...mirrored].sort()).toEqual(
      expect.arrayContaining([
        'Access',
        'AccessDigest',
        'Additions',
        'Container',
        'Entries',
        'FilesCost',
        'FilesSource',
        'Gap',
        'Grant',
        'HistoryRecord',
        'Needs',
        'OrgCost',
        'OrgSource',
        'Place',
        'Profile',
        'ReadingWarning',
        'RelatedPlace',
        'Report',
        'Result',
        'Skipped',
        'Snapshot',
        'User',
      ]),
    );
    const unnamed = definitions.filter(
      ({ name, schema }) =>
        schema.type === 'object' && !cases.some((each) => each.schema === schema) && name !== 'unavailable',
    );
    expect(unnamed.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  test('a schema that stands in another one is the one that stands by itself', () => {
    expect(readSchema('report-set').$defs?.report).toEqual(readSchema('report'));
  });

  test('what two schemas define by one name is one thing', () => {
    for (const { file, name, schema } of definitions) {
      const others = definitions.filter((other) => other.name === name && other.file !== file);
      for (const other of others)
        expect(other.schema, `${name} in ${file} and ${other.file}`).toEqual(schema);
    }
  });
});

test('the kinds of causes are the same in the type, the schema and the sample', () => {
  const source = readFileSync(new URL('../../src/model/cause.ts', import.meta.url), 'utf8');
  const typed = Array.from(source.matchAll(/readonly kind:([\s\w|'-]+);/g), ([, kinds = '']) =>
    Array.from(kinds.matchAll(/'([\w-]+)'/g), ([, kind = '']) => kind),
  );
  const branches = readSchema('timeline').$defs?.cause?.oneOf ?? [];
  const inSchema = branches.map(({ properties }) => properties?.kind?.enum ?? [properties?.kind?.const]);
  expect(inSchema.flat().sort()).toEqual(typed.flat().sort());
  const sample = JSON.stringify(samples.timeline);
  expect(typed.filter((kinds) => !kinds.some((kind) => sample.includes(`"kind":"${kind}"`)))).toEqual([]);
});

/** What a plain type comes to in JSON Schema; undefined for one that is not plain. */
function plainType({ type }: TypedProperty): unknown {
  const choice = modelChoices.get(type) ?? literals(type);
  if (choice.length > 0) return [...choice].sort();
  const plain: Readonly<Record<string, unknown>> = {
    string: 'string',
    boolean: 'boolean',
    number: 'number',
    'string | null': ['string', 'null'],
    'readonly string[]': 'array of string',
  };
  return plain[type];
}

const literals = (type: string): readonly string[] =>
  /^(?:\|? ?'[\w-]+' ?)+$/.test(type)
    ? Array.from(type.matchAll(/'([\w-]+)'/g), ([, value = '']) => value)
    : [];

function plainSchema(property: TypedProperty, parent: Schema, file: string): unknown {
  const wanted = plainType(property);
  if (wanted === undefined) return undefined;
  const given = parent.properties?.[property.name] ?? {};
  const name = given.$ref?.replace('#/$defs/', '');
  const schema = name === undefined ? given : (readSchema(file).$defs?.[name] ?? {});
  if (schema.enum !== undefined) return schema.enum.map(String).sort();
  if (typeof schema.const === 'string') return [schema.const];
  if (schema.type === 'array') return `array of ${String(schema.items?.type)}`;
  return schema.type === 'integer' ? 'number' : schema.type;
}
