import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type KnownError, knownErrors, readText } from '../../src/diagnose/index.ts';
import { tokenErrors } from '../../src/salesforce/token-errors.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

const reading = (text: string) => {
  const reader = readText([]);
  reader.push(text);
  return reader.end();
};

test('the catalogue follows its schema', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    read('schemas/catalogue.schema.json'),
  );
  validate(read('src/diagnose/catalogue.json'));
  expect(validate.errors ?? []).toEqual([]);
});

test('no two entries have one id, or one code', () => {
  const ids = knownErrors.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const codes = knownErrors
    .flatMap(({ recognised }) => [...(recognised.codes ?? []), ...(recognised.sharedCodes ?? [])])
    .filter((code) => !code.startsWith('INVALID_CLIENT'));
  expect(codes).toEqual([...new Set(codes)]);
});

test('every refusal of the token endpoint is known, here or as an error of the API', () => {
  for (const { descriptions, errors } of tokenErrors) {
    const text = `{"error":"${errors[0] ?? 'invalid_grant'}","error_description":"${descriptions[0] ?? ''}"}`;
    expect(reading(`POST /services/oauth2/token\n${text}`).found, text).toHaveLength(1);
  }
});

const examples = knownErrors.flatMap((entry) => entry.examples.map((example) => ({ entry, example })));

describe('every example is told by its own entry alone, with its names', () => {
  test.each(examples)('$entry.id: $example.text', ({ entry, example }) => {
    const { found, unknownCodes } = reading(example.text);
    expect(found.map((message) => message.entry.id)).toEqual([entry.id]);
    expect(found[0]).toMatchObject({
      objects: example.objects ?? [],
      fields: example.fields ?? [],
      flows: example.flows ?? [],
      count: 1,
    });
    expect(unknownCodes).toEqual([]);
  });

  test.each(knownErrors)('$id has one', ({ examples: own }: KnownError) => {
    expect(own.length).toBeGreaterThan(0);
  });
});

test.each(knownErrors)('$id is written in whole sentences, and says where it is known from', (entry) => {
  for (const text of [entry.meaning, ...entry.todo]) expect(text).toMatch(/^[A-Z"].*[.)]$/s);
  expect(entry.title).toMatch(/^[A-Z].*[^.]$/);
  expect(entry.source.url).toMatch(/^https:\/\//);
  expect(entry.points.length > 0).toBe(entry.otherwise.length > 0);
});
