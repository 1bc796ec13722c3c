import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import { needsOf } from '../../src/engine/needs-of.ts';
import type { Access } from '../../src/model/access.ts';
import type { Condition, Settings } from '../../src/model/pack.ts';
import type { Json } from '../../src/model/part.ts';
import { accessOf, edition, finding, gap, packOf, requirement, rulesOf, settings } from './fixtures.ts';

const enterprise = { edition: ['Enterprise Edition', 'Unlimited Edition'] };
const blind: Partial<Access> = {
  organization: { status: 'unavailable', reason: gap('the org was not read', 'give View Setup') },
};

type Case = readonly [
  name: string,
  when: Condition,
  settings: Partial<Settings>,
  access: Partial<Access>,
  verdict: string,
  message: string,
];

const cases: readonly Case[] = [
  ['no condition', {}, {}, {}, 'pass', 'Fine.'],
  ['an edition that is one of them', enterprise, {}, {}, 'pass', 'Fine.'],
  [
    'another edition',
    enterprise,
    {},
    { organization: edition('Professional Edition') },
    'not-applicable',
    'Does not apply: the org is Professional Edition, and only Enterprise Edition or Unlimited Edition is asked this.',
  ],
  ['an edition that could not be read is met all the same', enterprise, {}, blind, 'pass', 'Fine.'],
  ['a feature that is on by default', { feature: ['routing'] }, {}, {}, 'pass', 'Fine.'],
  [
    'a feature that is off by default',
    { feature: ['trees'] },
    {},
    {},
    'not-applicable',
    "Does not apply: the feature 'Account trees' is off.",
  ],
  ['a feature switched on', { feature: ['trees'] }, { features: { trees: true } }, {}, 'pass', 'Fine.'],
  ['one of two features', { feature: ['trees', 'routing'] }, {}, {}, 'pass', 'Fine.'],
  [
    'neither of two features',
    { feature: ['trees', 'routing'] },
    { features: { routing: false } },
    {},
    'not-applicable',
    "Does not apply: the features 'Account trees' and 'Lead routing' are off.",
  ],
  ['a variant that is not chosen', { notVariant: ['admin'] }, {}, {}, 'pass', 'Fine.'],
  [
    'a variant that is chosen',
    { notVariant: ['admin'] },
    { variant: 'admin' },
    {},
    'not-applicable',
    "Does not apply: the variant 'admin' is chosen.",
  ],
  [
    'a parameter without a value',
    { parameter: ['mapped'] },
    {},
    {},
    'not-applicable',
    "Does not apply: the parameter 'mapped' has no value.",
  ],
  [
    'a parameter with an empty value',
    { parameter: ['mapped'] },
    { parameters: { mapped: [] } },
    {},
    'not-applicable',
    "Does not apply: the parameter 'mapped' has no value.",
  ],
  [
    'a parameter with a value',
    { parameter: ['mapped'] },
    { parameters: { mapped: ['A'] } },
    {},
    'pass',
    'Fine.',
  ],
  ['a parameter with a default', { parameter: ['sender'] }, {}, {}, 'pass', 'Fine.'],
  [
    'a condition that does not hold beside one that could not be known',
    { ...enterprise, feature: ['trees'] },
    {},
    blind,
    'not-applicable',
    "Does not apply: the feature 'Account trees' is off.",
  ],
];

describe('a requirement with a condition', () => {
  test.each(cases)('%s', (_, when, chosen, access, verdict, message) => {
    const pack = packOf([requirement('x', [finding('pass', 'Fine')], { when })]);
    const [result] = evaluate({
      packs: [pack],
      settings: settings(chosen),
      accesses: [accessOf(access)],
      rules: rulesOf(),
    });
    expect(result).toMatchObject({ verdict, message });
  });

  const unmet = (outcome: 'fail' | 'inconclusive', access: Partial<Access>) =>
    evaluate({
      packs: [packOf([requirement('x', [finding(outcome, 'Not fine')], { when: enterprise })])],
      settings: settings(),
      accesses: [accessOf(access)],
      rules: rulesOf(),
    });

  test.each([
    ['an edition that could not be read', blind, 'the org was not read.'],
    [
      'an edition that nobody knows',
      { organization: edition('Quantum Edition') },
      "the org calls its edition 'Quantum Edition', which is not documented, and only Enterprise Edition or Unlimited Edition is asked this.",
    ],
  ])('%s is in doubt where it is not met', (_, access, why) => {
    const message = `Whether this applies could not be known: ${why}`;
    expect(unmet('fail', access)).toMatchObject([{ verdict: 'inconclusive', message }]);
    expect(unmet('inconclusive', access)).toMatchObject([{ verdict: 'inconclusive', message }]);
  });

  test('that could not be known says what would make it known', () => {
    const [result] = unmet('fail', blind);
    expect(result?.remedy?.nearest).toEqual(['To know it: give View Setup.']);
    expect(result?.evidence).toMatchObject([{ kind: 'gap', gap: { message: 'the org was not read' } }]);
  });
});

describe('needsOf', () => {
  const needing = (needs: object, when?: Condition, options: Readonly<Record<string, Json>> = {}) =>
    requirement(`r${JSON.stringify([needs, when])}`, [], {
      options: { ...options, needs: needs as Json },
      ...(when && { when }),
    });
  const needs = (chosen: Partial<Settings>, ...requirements: readonly ReturnType<typeof needing>[]) =>
    needsOf([packOf(requirements)], settings(chosen), rulesOf());

  test('asks for what applies, and not for what cannot', () => {
    const asked = needs({}, needing({ objects: ['Lead'] }), needing({ flows: true }, { feature: ['trees'] }));
    expect(asked).toEqual({ objects: ['Lead'] });
  });
  test('asks for the organization where the edition decides', () => {
    expect(needs({}, needing({ user: true }, enterprise))).toEqual({ organization: true, user: true });
  });
  test('does not ask for the organization where another condition has decided already', () => {
    expect(needs({}, needing({ user: true }, { ...enterprise, feature: ['trees'] }))).toEqual({});
  });
  test('puts configured names on fields, whatever their case', () => {
    const asked = needs(
      { fieldNames: { 'LEAD.x__C': 'Y__c' } },
      needing({
        fields: [
          { object: 'Lead', field: 'X__c' },
          { object: 'Account', field: 'X__c' },
        ],
      }),
    );
    expect(asked.fields).toEqual([
      { object: 'Account', field: 'X__c' },
      { object: 'Lead', field: 'X__c', configured: 'Y__c' },
    ]);
  });
  test('puts parameters into what a rule needs', () => {
    const asked = needs(
      { parameters: { mapped: ['Contact'] } },
      needing({ objects: { $parameter: 'mapped' } }, { parameter: ['mapped'] }),
    );
    expect(asked).toEqual({ objects: ['Contact'] });
  });
  test('asks nothing for a requirement whose rule is not there', () => {
    const lost = requirement('lost', [], { rule: 'none' });
    expect(needsOf([packOf([lost])], settings(), rulesOf())).toEqual({});
  });
});
