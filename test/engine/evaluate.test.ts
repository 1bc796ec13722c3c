import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Pack, Requirement, Settings } from '../../src/model/pack.ts';
import type { Json } from '../../src/model/part.ts';
import type { Finding, Rule } from '../../src/model/rule.ts';
import { accessOf, behaving, finding, packOf, requirement, rulesOf, settings, subject } from './fixtures.ts';

function one(
  wanted: Requirement,
  more: { rules?: readonly Rule[]; settings?: Partial<Settings>; pack?: Partial<Pack> } = {},
) {
  const [result] = evaluate({
    packs: [packOf([wanted], more.pack)],
    settings: settings(more.settings),
    accesses: [accessOf()],
    rules: rulesOf(...(more.rules ?? [])),
  });
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('the verdict', () => {
  const [pass, fail, doubt] = [finding('pass', 'P'), finding('fail', 'F'), finding('inconclusive', 'I')];
  test.each<readonly [string, readonly Finding[], string, string]>([
    ['a pass', [pass], 'pass', 'P.'],
    ['a failure', [fail], 'fail', 'F.'],
    ['a doubt', [doubt], 'inconclusive', 'I.'],
    ['a failure among passes', [pass, fail, pass], 'fail', 'F.'],
    ['a failure after a doubt', [doubt, fail], 'fail', 'F. I.'],
    ['a doubt among passes', [pass, doubt], 'inconclusive', 'I.'],
    ['nothing', [], 'error', "Rule 'scripted' found nothing at all on requirement 'x'."],
    [
      'a finding that is none of the three',
      [pass, { ...pass, outcome: 'ok' as never }],
      'error',
      "Rule 'scripted' found nothing at all on requirement 'x'.",
    ],
    ['the same twice', [pass, pass], 'pass', 'P.'],
    [
      'many passes',
      ['1', '2', '3', '4', '5'].map((text) => finding('pass', text)),
      'pass',
      '1. 2. 3. And 2 more like these.',
    ],
  ])('of %s', (_, findings, verdict, message) => {
    expect(one(requirement('x', findings))).toMatchObject({ verdict, message });
  });
});

describe('a requirement that cannot be evaluated is an error, and says why', () => {
  const throwing = (cause: unknown) =>
    behaving('throwing', {
      *check() {
        yield finding('pass', 'so far, so good');
        throw cause;
      },
    });
  test.each<readonly [string, Partial<Requirement>, readonly Rule[], string]>([
    [
      'a rule that throws, even after it found something',
      { rule: 'throwing' },
      [throwing(new TypeError('x is undefined\n    at somewhere'))],
      "Rule 'throwing' broke on requirement 'x': x is undefined.",
    ],
    [
      'a rule that throws no error',
      { rule: 'throwing' },
      [throwing('oops')],
      "Rule 'throwing' broke on requirement 'x': oops.",
    ],
    [
      'a rule that says a message it has not',
      { rule: 'mute' },
      [behaving('mute', { check: () => [finding('pass', '', { message: 'toString' })] })],
      "Rule 'mute' broke on requirement 'x': it said 'toString', which is none of its messages.",
    ],
    ['no such rule', { rule: 'gone' }, [], "Requirement 'x' cannot be evaluated: there is no rule 'gone'."],
    [
      'a parameter without a value',
      { options: { list: { $parameter: 'mapped' } } },
      [],
      "Requirement 'x' cannot be evaluated: the parameter 'mapped' has no value.",
    ],
    [
      'options that the rule refuses',
      { rule: 'strict' },
      [behaving('strict', { problems: () => [{ path: '/a/0', message: 'must be text' }] })],
      "Requirement 'x' cannot be evaluated: its options are wrong at /a/0: must be text.",
    ],
    [
      'a rule that cannot say what it needs',
      { rule: 'needy' },
      [
        behaving('needy', {
          needs() {
            throw new Error('no idea');
          },
        }),
      ],
      "Requirement 'x' cannot be evaluated: rule 'needy' could not say what it needs: no idea.",
    ],
  ])('%s', (_, changes, rules, message) => {
    expect(one(requirement('x', [], changes), { rules })).toMatchObject({
      verdict: 'error',
      message,
      evidence: [],
      remedy: null,
    });
  });
});

describe('messages', () => {
  const missing = (object: string, rights: string) =>
    finding('fail', '', { message: 'about', data: { object, rights } });
  test.each<readonly [string, readonly Finding[], Requirement['messages'], string]>([
    ['are filled in', [missing('Account', 'Edit')], undefined, 'Account: Edit not granted.'],
    [
      "are the pack's where it has its own",
      [missing('Account', 'Edit')],
      { about: 'Acme needs {rights} on {object}!' },
      'Acme needs Edit on Account!',
    ],
    [
      "are the rule's where the pack has words for another",
      [missing('Account', 'Edit')],
      { said: '-' },
      'Account: Edit not granted.',
    ],
    [
      'follow one another',
      [missing('A', 'B'), missing('C', 'D')],
      undefined,
      'A: B not granted. C: D not granted.',
    ],
    [
      'put data in as it is, once',
      [missing('{rights}', '$& {object}')],
      undefined,
      '{rights}: $& {object} not granted.',
    ],
    [
      'leave what is not known as it is',
      [missing('A', 'B')],
      { about: '{object} {nothing}' },
      'A {nothing}.',
    ],
  ])('%s', (_, findings, messages, message) => {
    expect(one(requirement('x', findings, messages ? { messages } : {})).message).toBe(message);
  });
});

describe('a result', () => {
  test('says what was asked, by whom and where', () => {
    expect(one(requirement('x', [finding('pass', 'P')]))).toEqual({
      pack: 'acme-sync',
      requirement: 'x',
      title: 'Title of x',
      rule: 'scripted',
      level: 'error',
      levelChange: null,
      subject: subject(),
      verdict: 'pass',
      message: 'P.',
      impact: null,
      evidence: [],
      remedy: null,
      why: 'The sync stops.',
      source: {
        page: { title: 'Set up', url: 'https://acme.example/setup', checked: '2026-08-01' },
        section: 'step 5',
        quote: 'Read, Create, Edit',
      },
      waiver: null,
      baseline: null,
      definedAt: { file: 'packs/acme.json', line: 10, column: 5 },
      at: null,
      related: [],
    });
  });
  test('has no page where syncgate itself asks', () => {
    expect(one(requirement('x', [finding('pass', 'P')], { source: {} })).source).toEqual({
      page: null,
      section: null,
      quote: null,
    });
  });
  test('gets the options with the parameters put in', () => {
    const echo = behaving('echo', {
      check: (_, options) => [finding('pass', JSON.stringify((options as { list: Json }).list))],
    });
    const result = one(requirement('x', [], { rule: 'echo', options: { list: { $parameter: 'mapped' } } }), {
      rules: [echo],
      settings: { parameters: { mapped: ['Lead.A', { $parameter: 'sender' }] } },
    });
    expect(result.message).toBe('["Lead.A",{"$parameter":"sender"}].');
  });
  test('is frozen all the way down', () => {
    const result = one(
      requirement('x', [finding('fail', 'F', { evidence: [{ kind: 'fact', about: 'A', value: [1] }] })]),
    );
    const open = (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      (!Object.isFrozen(value) || Object.values(value).some(open));
    expect(open(result)).toBe(false);
  });
});

test('results come in the order of packs, requirements and subjects', () => {
  const pass = [finding('pass', 'P')];
  const results = evaluate({
    packs: [
      packOf([requirement('b', pass), requirement('a', pass)], { id: 'second' }),
      packOf([requirement('c', pass)], { id: 'first' }),
    ],
    settings: settings(),
    accesses: [accessOf({ subject: subject('z') }), accessOf({ subject: subject('y') })],
    rules: rulesOf(),
  });
  expect(results.map((each) => `${each.pack} ${each.requirement} ${each.subject.name}`)).toEqual([
    'second b z',
    'second b y',
    'second a z',
    'second a y',
    'first c z',
    'first c y',
  ]);
});
