import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validatePack } from '../../src/generated/validate-pack.js';
import type { Json } from '../../src/model/part.ts';
import { rules } from '../../src/rules/registry.ts';

type Edit = Readonly<Record<string, unknown>>;

/** A small pack that is right, with changes to it and to its only requirement. */
function packWith(requirement: Edit, pack: Edit = {}): Edit {
  return {
    id: 'acme-sync',
    version: '1.0.0',
    title: 'Acme Sync',
    description: 'What Acme Sync needs',
    vendor: 'Acme',
    sources: { page: { title: 'Set up', url: 'https://acme.example/setup', checked: '2026-11-23' } },
    requirements: [
      {
        id: 'account-access',
        title: 'Accounts',
        level: 'error',
        rule: 'object-access',
        options: { object: 'Account', require: ['read'] },
        why: 'It reads accounts',
        source: { page: 'page' },
        ...requirement,
      },
    ],
    ...pack,
  };
}

const field = (...fields: readonly unknown[]) => ({
  rule: 'field-access',
  options: { fields, require: 'edit' },
});
const asserts = (schema: unknown) => ({
  rule: 'assert',
  options: { needs: { systemPermissions: ['ApiEnabled'] }, schema },
});
const options = (rule: string, value: unknown) => ({ rule, options: value });

const steps = { lightning: ['Do it'], classic: ['Do it'] };

describe('a pack is accepted with', () => {
  const accepted: readonly (readonly [string, Edit])[] = [
    ['options as they are', packWith({})],
    [
      'a parameter in place of an option',
      packWith({ rule: 'field-access', options: { fields: { $parameter: 'mapped' }, require: 'edit' } }),
    ],
    ['fields in either form', packWith(field('Account.A__c', { field: 'Account.B__c', label: 'B' }))],
    [
      'no options, where a rule has none that are needed',
      packWith({ rule: 'api-limits', options: undefined }),
    ],
    ['steps for a failure', packWith({ remedies: [{ for: ['missing'], ...steps }] })],
    ['own words for a message', packWith({ messages: { missing: '{object} lacks {rights}' } })],
    [
      'every kind of condition',
      packWith({
        when: { edition: ['Enterprise Edition'], feature: ['a'], notVariant: ['b'], parameter: ['c'] },
      }),
    ],
    [
      'a JSON Schema to assert',
      packWith(asserts({ type: 'object', properties: { asOf: { pattern: '^2026' } } })),
    ],
    [
      'a parameter with its schema',
      packWith({}, { parameters: { mapped: { type: 'array', items: { type: 'string' } } } }),
    ],
  ];
  test.each(accepted)('%s', (_name, pack) => {
    expect([validatePack(JSON.parse(JSON.stringify(pack))), validatePack.errors]).toEqual([true, null]);
  });

  test.each([...rules.values()])('the example of $meta.id', ({ meta }) => {
    const pack = packWith(options(meta.id, meta.example));
    expect([validatePack(pack), validatePack.errors]).toEqual([true, null]);
  });
});

describe('a pack is refused with', () => {
  const at = '/requirements/0';
  const refused: readonly (readonly [string, Edit, string])[] = [
    ['a rule that there is none of', packWith({ rule: 'guess' }), `${at}/rule`],
    [
      'a right that there is none of',
      packWith(options('object-access', { object: 'Account', require: ['reed'] })),
      `${at}/options/require/0`,
    ],
    [
      'an option of another rule',
      packWith(options('object-access', { object: 'Account', require: ['read'], anyOf: [] })),
      `${at}/options`,
    ],
    ['an option left out', packWith(options('object-access', { object: 'Account' })), `${at}/options`],
    ['options left out that are needed', packWith({ options: undefined }), at],
    [
      'an empty list of rights',
      packWith(options('object-access', { object: 'Account', require: [] })),
      `${at}/options/require`,
    ],
    ['a message that the rule does not say', packWith({ messages: { lost: 'x' } }), `${at}/messages`],
    ['a level that there is none of', packWith({ level: 'fatal' }), `${at}/level`],
    [
      'an edition that there is none of',
      packWith({ when: { edition: ['Enterprise'] } }),
      `${at}/when/edition/0`,
    ],
    ['a condition that asks nothing', packWith({ when: {} }), `${at}/when`],
    ['a field without its object', packWith(field('Tier__c')), `${at}/options/fields/0`],
    ['a field in a form of its own', packWith(field({ name: 'Account.Tier__c' })), `${at}/options/fields/0`],
    ['a schema that is no JSON Schema', packWith(asserts({ type: 'objekt' })), `${at}/options/schema/type`],
    [
      'a parameter whose schema is none',
      packWith({}, { parameters: { mapped: { type: 7 } } }),
      '/parameters/mapped/type',
    ],
    ['no requirements', packWith({}, { requirements: [] }), '/requirements'],
    ['an unknown key', packWith({}, { requirement: [] }), ''],
    [
      'a source that is not https',
      packWith({}, { sources: { page: { title: 'x', url: 'http://acme.example', checked: '2026-11-23' } } }),
      '/sources/page/url',
    ],
    [
      'a day that there is none of',
      packWith({}, { sources: { page: { title: 'x', url: 'https://acme.example', checked: '2026-13-01' } } }),
      '/sources/page/checked',
    ],
    ['an id that is none', packWith({ id: 'Account Access' }), `${at}/id`],
    ['steps for one interface alone', packWith({ remedy: { lightning: ['Do it'] } }), `${at}/remedy`],
    [
      'steps for a failure that the rule does not have',
      packWith({ remedies: [{ for: ['absent'], ...steps }] }),
      `${at}/remedies/0/for/0`,
    ],
    [
      'steps for a message that is no failure',
      packWith({ remedies: [{ for: ['missing', 'granted'], ...steps }] }),
      `${at}/remedies/0/for/1`,
    ],
    ['steps for nothing', packWith({ remedies: [{ for: [], ...steps }] }), `${at}/remedies/0/for`],
    ['no steps at all', packWith({ remedies: [] }), `${at}/remedies`],
  ];
  test.each(refused)('%s, and the error tells where', (_name, pack, path) => {
    expect(validatePack(JSON.parse(JSON.stringify(pack)))).toBe(false);
    expect(validatePack.errors?.map(({ instancePath }) => instancePath)).toContain(path);
  });
});

test('every option of every rule is in the schema with its description, for an editor to show', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/pack.schema.json', import.meta.url), 'utf8'),
  ) as {
    readonly $defs: Readonly<
      Record<string, { readonly properties: Readonly<Record<string, { description?: Json }>> }>
    >;
  };
  for (const { meta } of rules.values()) {
    const { properties } = schema.$defs[`options-${meta.id}`] ?? { properties: {} };
    expect(Object.keys(properties), meta.id).toEqual(Object.keys(meta.options.properties));
    expect(
      Object.values(properties).every(({ description }) => description),
      meta.id,
    ).toBe(true);
  }
});
