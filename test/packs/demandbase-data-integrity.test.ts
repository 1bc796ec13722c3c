import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { remediesOf } from '../../src/engine/index.ts';
import { validatePack } from '../../src/generated/validate-pack.js';
import type { Pack, Requirement } from '../../src/model/pack.ts';
import type { Json } from '../../src/model/part.ts';
import { rules } from '../../src/rules/registry.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const pack = JSON.parse(read('../../packs/demandbase-data-integrity.json')) as Pack;
const page = new URL('../../../shared/seeds/000_128b6cfd90e71024.txt', import.meta.url);

/** Reports, waivers and documentation name these: they never change. New ones are added to the list. */
const publicIds = [
  'supported-edition',
  'salesforce-license',
  'user-can-log-in',
  'has-logged-in',
  'dedicated-user',
  'custom-profile',
  'api-enabled',
  'api-only-user',
  'account-access',
  'account-delete',
  'customize-application',
  'run-flow',
  'flow-access-not-overridden',
  'account-insideview-fields',
  'lead-insideview-fields',
  'contact-executive-fields',
  'lead-executive-fields',
  'mapped-fields',
  'assignments-last',
  'api-calls-left',
];

test('the pack follows its schema', () => {
  expect([validatePack(pack), validatePack.errors]).toEqual([true, null]);
});

test('the public ids are all there, in their order', () => {
  expect(pack.id).toBe('demandbase-data-integrity');
  expect(pack.requirements.map(({ id }) => id)).toEqual(publicIds);
});

test.each(pack.requirements)(
  '$id says what a failure does, as a clause after "the sync would"',
  ({ impact = '' }) => {
    expect(impact).toMatch(/^(?:be|change|fail|go|have|lose|miss|not|run|stop) /);
    expect(impact).not.toMatch(/[.!?]$/);
    expect(impact.length).toBeLessThanOrEqual(80);
  },
);

test('what a customer may choose is what requirements ask about', () => {
  expect(Object.keys(pack.features ?? {})).toEqual(['lead-to-account', 'account-hierarchies']);
  expect(Object.values(pack.features ?? {}).every((feature) => feature.default)).toBe(true);
  expect(Object.keys(pack.variants ?? {})).toEqual(['admin-user']);
  expect(Object.keys(pack.parameters ?? {})).toEqual(['mappedFields']);
  const off = pack.requirements.filter(({ when }) => when?.notVariant?.includes('admin-user'));
  expect(off.map(({ id }) => id)).toEqual(['dedicated-user', 'custom-profile', 'api-only-user']);
});

test('the pack tells of administrative permissions and of the message that is no fault', () => {
  expect(pack.notes?.some((note) => note.includes('Administrative permissions'))).toBe(true);
  expect(pack.knownMessages).toHaveLength(1);
  expect(pack.knownMessages?.[0]?.meaning).toContain('disregard');
});

const mapped: Json = ['Contact.Job_Function__c'];
const filled = ({ options = {} }: Requirement): Json =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, isParameter(value) ? mapped : value]),
  );
const isParameter = (value: Json) => typeof value === 'object' && value !== null && '$parameter' in value;
const placeholders = (texts: readonly string[]) =>
  texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

describe.each([...pack.requirements])('$id', (requirement) => {
  const rule = rules.get(requirement.rule);
  const remedies = rule ? remediesOf(requirement, rule.meta) : [];
  const steps = remedies.flatMap(({ lightning, classic }) => [...lightning, ...classic]);

  test('has options that its rule accepts', () => {
    expect(rule?.problems?.(filled(requirement))).toEqual([]);
  });

  test('words and steps name nothing that its rule does not fill', () => {
    for (const [name, words] of Object.entries(requirement.messages ?? {}))
      expect(placeholders([rule?.meta.messages[name] ?? '']), name).toEqual(
        expect.arrayContaining(placeholders([words])),
      );
    const templates = Object.values(rule?.meta.messages ?? {});
    expect(placeholders(templates)).toEqual(expect.arrayContaining(placeholders(steps)));
  });

  test('has a way to mend it in either interface', () => {
    expect(remedies.some(({ lightning }) => lightning.some((step) => step.includes('Setup >')))).toBe(true);
    expect(remedies.some(({ classic }) => classic.some((step) => step.includes('Setup >')))).toBe(true);
  });

  test('names no profile: an org may call that of the integration as it likes', () => {
    expect(steps.filter((step) => /API Only/.test(step))).toEqual([]);
  });

  test('names its source, or none where syncgate itself asks for it', () => {
    const { page: source, quote, section } = requirement.source;
    const own = ['account-delete', 'assignments-last', 'api-calls-left'].includes(requirement.id);
    expect(source === undefined).toBe(own);
    expect(quote === undefined).toBe(own);
    expect(section === undefined).toBe(own);
    if (source !== undefined) expect(pack.sources[source]).toBeDefined();
  });
});

test.skipIf(!existsSync(page))('quotes of the page are its own words (skipped without the page)', () => {
  const words = (text: string) => text.replace(/\s+/g, ' ');
  const text = words(readFileSync(page, 'utf8'));
  const quotes = pack.requirements
    .filter(({ source }) => source.page === 'integration-user')
    .map(({ source }) => source.quote ?? '');
  expect(quotes.length).toBeGreaterThan(10);
  expect(quotes.filter((quote) => !text.includes(words(quote)))).toEqual([]);
});
