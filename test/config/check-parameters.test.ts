import { expect, test } from 'vitest';
import { checkParameters } from '../../src/config/check-parameters.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Json } from '../../src/model/part.ts';

const pack: Pack = {
  id: 'acme',
  version: '1.0.0',
  title: 'Acme',
  description: 'Acme.',
  vendor: 'Acme',
  sources: {},
  requirements: [],
  parameters: {
    mappedFields: {
      type: 'array',
      description: 'fields as Object.Field',
      items: { type: 'string', pattern: '^\\w+\\.\\w+$' },
    },
    days: { type: 'integer', minimum: 1 },
  },
};

test.each<readonly [string, Record<string, Json>, readonly unknown[]]>([
  ['accepts what fits', { mappedFields: ['Contact.Job__c'], days: 3 }, []],
  ['accepts nothing', {}, []],
  [
    'refuses an entry that does not fit, and says what would',
    { mappedFields: ['Contact.Job__c', 'Job__c'] },
    [
      {
        path: ['parameters', 'mappedFields', 1],
        message: expect.stringMatching(
          /^parameters\.mappedFields\[1\]: .+ The pack wants: fields as Object\.Field$/,
        ),
      },
    ],
  ],
  [
    'refuses another type',
    { mappedFields: 'Contact.Job__c' },
    [{ path: ['parameters', 'mappedFields'], message: expect.stringContaining('parameters.mappedFields: ') }],
  ],
  [
    'tells of every parameter',
    { mappedFields: null, days: 0 },
    [
      { path: ['parameters', 'mappedFields'], message: expect.any(String) },
      { path: ['parameters', 'days'], message: expect.any(String) },
    ],
  ],
  ['leaves names it has not to those who know all packs', { other: 1, constructor: 2, toString: 3 }, []],
])('checkParameters %s', (_, values, expected) => {
  const before = structuredClone(pack);
  expect(checkParameters(pack, values)).toEqual(expected);
  expect(pack).toEqual(before);
});
