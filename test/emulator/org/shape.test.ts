import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { orgWith } from './small-org.ts';

/** Answers recorded from a real org. The folder is beside the repository, not in it. */
const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const hasCorpus = existsSync(corpus);
const recorded = (path: string) => JSON.parse(readFileSync(new URL(path, corpus), 'utf8'));
const { org, as } = orgWith();
const context = as('auditor@small.example', { apiVersion: 50 });

type Field = Readonly<Record<string, unknown>>;
interface Describe {
  readonly fields: readonly Field[];
  readonly [key: string]: unknown;
}
const describeOf = (name: string) => org.describe(name, context) as unknown as Describe;
const byName = (fields: readonly Field[]) => new Map(fields.map((field) => [String(field.name), field]));

/** What a scenario need not have: pick-list values of a country's time zones, or labels Salesforce reworded. */
const freeKeys = new Set(['label', 'picklistValues']);

const describes = ['PermissionSet', 'Profile', 'User', 'PermissionSetAssignment'];

describe.skipIf(!hasCorpus)(
  'Answers have the shape of those recorded from a real org (needs ../shared/corpus)',
  () => {
    test.each(describes)('the describe of %s has the recorded keys, in the recorded order', (name) => {
      const real = recorded(`rest/jupiterone-v50/describe_${name}_200.json`) as Describe;
      expect(Object.keys(describeOf(name))).toEqual(Object.keys(real));
    });

    test.each(describes)('the describe of %s says of the object what the recorded one says', (name) => {
      const real = recorded(`rest/jupiterone-v50/describe_${name}_200.json`) as Describe;
      const own = describeOf(name);
      const free = new Set(['fields', 'childRelationships', 'urls', 'namedLayoutInfos']);
      for (const key of Object.keys(real).filter((key) => !free.has(key))) {
        expect({ [key]: own[key] }).toEqual({ [key]: real[key] });
      }
      expect(real.urls).toMatchObject(own.urls as object);
    });

    test.each(describes)('each field of %s is described as the recorded one', (name) => {
      const real = byName((recorded(`rest/jupiterone-v50/describe_${name}_200.json`) as Describe).fields);
      const compared = describeOf(name).fields.filter((field) => real.has(String(field.name)));
      expect(compared.length).toBeGreaterThan(0);
      for (const field of compared) {
        const { ...expected } = real.get(String(field.name));
        expect(Object.keys(field)).toEqual(Object.keys(expected));
        const kept = ([key]: [string, unknown]) => !freeKeys.has(key);
        expect(Object.fromEntries(Object.entries(field).filter(kept))).toEqual(
          Object.fromEntries(Object.entries(expected).filter(kept)),
        );
      }
    });

    test.each(['PermissionSet', 'Profile', 'PermissionSetAssignment'])(
      'every recorded field of %s exists, but for permissions of other features',
      (name) => {
        const real = (recorded(`rest/jupiterone-v50/describe_${name}_200.json`) as Describe).fields;
        const own = byName(describeOf(name).fields);
        const missing = real.map((field) => String(field.name)).filter((field) => !own.has(field));
        expect(missing.filter((field) => !field.startsWith('Permissions'))).toEqual([]);
      },
    );

    const queries = describes.map((name) => [name, `rest/jupiterone-v50/query_${name}_200.json`] as const);
    test.each(queries)('rows of %s have attributes and values of the recorded kinds', (name, path) => {
      const [real] = recorded(path).records as Readonly<Record<string, unknown>>[];
      const own = org.query(`SELECT FIELDS(STANDARD) FROM ${name}`, { ...context, apiVersion: 51 })[0];
      expect(Object.keys(own ?? {})[0]).toBe('attributes');
      expect(Object.keys(own?.attributes ?? {})).toEqual(Object.keys(real?.attributes ?? {}));
      expect(own?.attributes.url).toMatch(new RegExp(`^/services/data/v51\\.0/sobjects/${name}/\\w{18}$`));
      const shared = Object.keys(own ?? {}).filter((key) => real !== undefined && key in real);
      for (const key of shared) {
        if (own?.[key] === null || real?.[key] === null) continue;
        expect([key, typeof own?.[key]]).toEqual([key, typeof real?.[key]]);
      }
    });

    const columns: Readonly<Record<string, Readonly<Record<string, string>>>> = hasCorpus
      ? recorded('columns.json')
      : {};
    test.each(Object.entries(columns))('every column of %s has the type real orgs answer', (name, types) => {
      const own = byName((org.describe(name, as('auditor@small.example')) as unknown as Describe).fields);
      const typeOf = (field: Field | undefined) => {
        const targets = (field?.referenceTo ?? []) as readonly string[];
        return targets.length > 0 && field?.type === 'reference'
          ? `reference→${targets.join('|')}`
          : field?.type;
      };
      // What a permission set licence allows is in no org description, and `FinServ` is one org's package.
      const free = (column: string) =>
        column.startsWith('MaximumPermissions') || column.startsWith('FinServ__');
      const expected = Object.entries(types).filter(([column]) => !free(column));
      expect(Object.fromEntries(expected.map(([column]) => [column, typeOf(own.get(column))]))).toEqual(
        Object.fromEntries(expected),
      );
    });
  },
);
