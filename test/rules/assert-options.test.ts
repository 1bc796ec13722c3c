import { describe, expect, test } from 'vitest';
import { assert } from '../../src/rules/assert.ts';

const needs = { systemPermissions: ['ApiEnabled'], user: true };
const user = {
  properties: { user: { properties: { value: { properties: { isActive: { const: true } } } } } },
};
const api = {
  properties: {
    systemPermissions: { properties: { ApiEnabled: { properties: { decision: { const: 'granted' } } } } },
  },
};
const both = { allOf: [user, api] };

/** Schemas that would always hold, or could not be evaluated; each with where and what is told. */
const refused: readonly (readonly [string, object, string, string])[] = [
  ['a misspelt keyword', { ...both, propertys: {} }, '/schema/propertys', '"propertys"'],
  [
    'a keyword that is not evaluated',
    { ...both, unevaluatedProperties: false },
    '/schema/unevaluatedProperties',
    'none',
  ],
  [
    'a part that is not needed',
    { allOf: [both, { properties: { login: {} } }] },
    '/schema/allOf/1/properties',
    '"login"',
  ],
  [
    'a permission that is not needed',
    { allOf: [both, { properties: { systemPermissions: { required: ['RunFlow'] } } }] },
    '/schema/allOf/1/properties/systemPermissions/required',
    '"RunFlow"',
  ],
  [
    'a misspelt member',
    { allOf: [both, { properties: { user: { properties: { vlaue: {} } } } }] },
    '/schema/allOf/1/properties/user/properties',
    '"vlaue"',
  ],
  [
    'a member of what may be null',
    {
      allOf: [
        api,
        {
          properties: {
            user: { properties: { value: { properties: { lastLoginDate: { required: ['x'] } } } } },
          },
        },
      ],
    },
    '/schema/allOf/1/properties/user/properties/value/properties/lastLoginDate',
    'may be null',
  ],
  [
    'an expression that is none',
    { ...both, properties: { asOf: { pattern: '(' } } },
    '/schema/properties/asOf/pattern',
    'not a regular expression',
  ],
  [
    'a reference to elsewhere',
    { ...both, $ref: 'https://acme.example/schema' },
    '/schema/$ref',
    'points at nothing',
  ],
  ['a reference to nothing', { ...both, $ref: '#/$defs/missing' }, '/schema/$ref', 'points at nothing'],
  [
    'another draft',
    { ...both, $schema: 'http://json-schema.org/draft-07/schema#' },
    '/schema/$schema',
    '2020-12',
  ],
  ['nothing said about a need', user, '/needs/systemPermissions', 'says nothing'],
  ['nothing said at all', {}, '/needs/systemPermissions', 'says nothing'],
  ['a mistake in a definition', { ...both, $defs: { a: { typ: 'string' } } }, '/schema/$defs/a/typ', '"typ"'],
  [
    'a mistake in an item',
    { ...both, properties: { asOf: { prefixItems: [{}, { typ: 1 }] } } },
    '/schema/properties/asOf/prefixItems/1/typ',
    '"typ"',
  ],
];

describe('an assertion is refused with', () => {
  test.each(refused)('%s', (_name, schema, path, message) => {
    const [problem] = assert.problems?.({ needs, schema } as never) ?? [];
    expect(problem).toEqual({ path, message: expect.stringContaining(message) });
  });

  test('no needs', () => {
    expect(assert.problems?.({ needs: {}, schema: both } as never)).not.toEqual([]);
  });
});

test('an assertion may refer to its own definitions', () => {
  const schema = { allOf: [user, { $ref: '#/$defs/api' }], $defs: { api } };
  expect(assert.problems?.({ needs, schema } as never)).toEqual([]);
});
