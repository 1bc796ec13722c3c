import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeNeeds } from '../../src/engine/merge-needs.ts';
import type { Needs } from '../../src/model/needs.ts';
import { runs } from '../runs.ts';

describe('mergeNeeds', () => {
  const cases: readonly (readonly [string, readonly Needs[], Needs])[] = [
    ['nothing from nothing', [], {}],
    ['flags from anywhere', [{ user: true }, { flows: true }, {}], { user: true, flows: true }],
    [
      'lists sorted, and nothing twice',
      [{ objects: ['Lead', 'Account'], systemPermissions: ['RunFlow'] }, { objects: ['Account'] }],
      { objects: ['Account', 'Lead'], systemPermissions: ['RunFlow'] },
    ],
    ['no empty lists', [{ objects: [], fields: [] }], {}],
    [
      'a field once, with its first label and its configured name',
      [
        { fields: [{ object: 'Lead', field: 'B__c' }] },
        { fields: [{ object: 'Lead', field: 'B__c', label: 'B' }] },
        { fields: [{ object: 'Lead', field: 'B__c', label: 'Bee', configured: 'Bb__c' }] },
        { fields: [{ object: 'Account', field: 'B__c' }] },
      ],
      {
        fields: [
          { object: 'Account', field: 'B__c' },
          { object: 'Lead', field: 'B__c', label: 'B', configured: 'Bb__c' },
        ],
      },
    ],
    [
      'spellings apart, because access answers by spelling',
      [{ fields: [{ object: 'Lead', field: 'b__c' }] }, { fields: [{ object: 'Lead', field: 'B__c' }] }],
      {
        fields: [
          { object: 'Lead', field: 'B__c' },
          { object: 'Lead', field: 'b__c' },
        ],
      },
    ],
  ];
  test.each(cases)('gives %s', (_, needs, merged) => {
    expect(mergeNeeds(needs)).toEqual(merged);
  });

  const names = fc.array(fc.constantFrom('A', 'B', 'C', 'constructor', '__proto__'));
  const needs: fc.Arbitrary<Needs> = fc.record(
    {
      user: fc.constant(true as const),
      assignments: fc.constant(true as const),
      systemPermissions: names,
      objects: names,
      permissionSetLicenses: names,
      fields: fc.array(fc.record({ object: fc.constantFrom('A', 'B'), field: fc.constantFrom('X', 'Y') })),
    },
    { requiredKeys: [] },
  );
  test('does not depend on order or repetition', () => {
    fc.assert(
      fc.property(fc.array(needs), (list) => {
        const merged = mergeNeeds(list);
        expect(mergeNeeds(list.toReversed())).toEqual(merged);
        expect(mergeNeeds([...list, merged])).toEqual(merged);
      }),
      runs(100),
    );
  });
});
