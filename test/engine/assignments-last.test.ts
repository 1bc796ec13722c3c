import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObjectRight } from '../../src/model/container.ts';
import type { Holds } from '../access/snapshot-builder.ts';
import { runs } from '../runs.ts';
import { everything, type SyncOrg, syncResults } from './sync-org.ts';

const soon = '2026-10-15T12:00:00.000Z';

/** The org in which a permission set holds this and its assignment expires in seven days; or is gone already. */
const withExpiring = (profile: Holds, extras: Holds, gone = false): SyncOrg => ({
  profile,
  sets: { Extras: extras },
  ...(gone ? {} : { assigned: [{ to: 'Extras', expires: soon }] }),
});

const without = <T>(list: readonly T[], left: T): readonly T[] => list.filter((each) => each !== left);
const objects = (object: 'Account' | 'Lead' | 'Contact', ...rights: readonly ObjectRight[]) => ({
  ...everything.objects,
  [object]: rights,
});
const { 'Lead.iv__InsideView_Executive_ID__c': _, ...otherFields } = everything.fields;
const leadField = 'Lead.iv__InsideView_Executive_ID__c';

test('a user who has everything by its profile passes everything', () => {
  const open = [...syncResults({ profile: everything }).values()].filter(({ verdict }) => verdict !== 'pass');
  expect(open.map(({ requirement, verdict }) => `${requirement}: ${verdict}`)).toEqual([
    'mapped-fields: not-applicable',
  ]);
});

describe('where the only grant expires in seven days, it is told, of', () => {
  test.each<readonly [string, Holds, Holds, string]>([
    [
      'a system permission',
      { ...everything, system: without(everything.system, 'CustomizeApplication') },
      { system: ['CustomizeApplication'] },
      'nothing else gives Customize Application',
    ],
    [
      'API only',
      { ...everything, system: without(everything.system, 'ApiUserOnly') },
      { system: ['ApiUserOnly'] },
      'nothing else gives Api Only User',
    ],
    [
      'what keeps the password from expiring',
      { ...everything, system: without(everything.system, 'PasswordNeverExpires') },
      { system: ['PasswordNeverExpires'] },
      'nothing else gives Password Never Expires',
    ],
    [
      'a right on an object',
      { ...everything, objects: objects('Account', 'read', 'create', 'edit', 'delete') },
      { objects: { Account: ['read', 'viewAllRecords'] } },
      'nothing else gives Account: View All',
    ],
    [
      'a right on an object that only another permission implies',
      { ...everything, objects: objects('Account', 'read', 'create', 'edit', 'delete') },
      { system: ['ViewAllData'] },
      'nothing else gives Account: View All',
    ],
    [
      'the field-level security of a field',
      { ...everything, fields: otherFields },
      { fields: { [leadField]: 'edit' } },
      `nothing else gives ${leadField}: Edit`,
    ],
    [
      'the right on the object behind a field',
      { ...everything, objects: objects('Lead', 'read') },
      { objects: { Lead: ['read', 'edit'] } },
      'nothing else gives Lead: Edit',
    ],
    [
      'the Read that Edit Read Only Fields turns into Edit',
      { ...everything, fields: otherFields, system: [...everything.system, 'EditReadonlyFields'] },
      { fields: { [leadField]: 'read' } },
      `nothing else gives ${leadField}: Read`,
    ],
    ['a restricted flow', { ...everything, flows: [] }, { flows: everything.flows }, 'Flow Score: Run'],
  ])('%s', (_name, profile, extras, named) => {
    const results = syncResults(withExpiring(profile, extras));
    const open = [...results.values()].filter(({ verdict }) => verdict === 'fail');
    expect(open.map(({ requirement }) => requirement)).toEqual(['assignments-last']);
    const { message } = results.get('assignments-last') ?? {};
    expect(message).toContain("The assignment of 'Extras' expires on 2026-10-15, within 14 days");
    expect(message).toContain(named);
  });
});

describe('what expires is no matter where it gives', () => {
  test.each<readonly [string, Holds]>([
    ['a permission that is only read to know what implies what', { system: ['ModifyAllData'] }],
    ['a permission that makes what can be edited editable', { system: ['EditReadonlyFields'] }],
    ['a right that nobody requires', { objects: { Account: ['read', 'modifyAllRecords'] } }],
    ['a right that nobody requires on the object of a field', { objects: { Lead: ['read', 'delete'] } }],
    ['all fields of an object', { objects: { Account: ['read', 'viewAllFields'] } }],
    ['another way to what is enough without it', { system: ['ManageInteraction'] }],
    ['everything that is held without it as well', everything],
    ['nothing', {}],
  ])('%s', (_name, extras) => {
    expect(syncResults(withExpiring(everything, extras)).get('assignments-last')).toMatchObject({
      verdict: 'pass',
    });
  });
});

/** Everything one by one, and what implies some of it: the set may hold any of it, the profile the rest or all. */
const entries: readonly Holds[] = [
  ...[
    ...everything.system,
    'ManageInteraction',
    'EditReadonlyFields',
    'ViewAllData',
    'ModifyAllData',
    'ViewAllFieldsGlobal',
  ].map((permission) => ({ system: [permission] })),
  ...Object.entries({
    Account: ['create', 'edit', 'delete', 'viewAllRecords'],
    Lead: ['edit'],
  } as const).flatMap(([object, rights]) =>
    rights.map((right) => ({ objects: { [object]: ['read', right] as const } })),
  ),
  ...Object.keys(everything.fields).flatMap((name) =>
    (['read', 'edit'] as const).map((right) => ({ fields: { [name]: right } })),
  ),
  { flows: everything.flows },
];

const rest: Holds = { objects: { Contact: ['read', 'edit'] } };

function together(parts: readonly Holds[]): Holds {
  const names = [...new Set(parts.flatMap(({ objects: each = {} }) => Object.keys(each)))];
  const fields = parts.flatMap(({ fields: each = {} }) => Object.entries(each));
  return {
    system: parts.flatMap(({ system = [] }) => system),
    flows: parts.flatMap(({ flows = [] }) => flows),
    objects: Object.fromEntries(
      names.map((name) => [name, [...new Set(parts.flatMap(({ objects: each }) => each?.[name] ?? []))]]),
    ),
    // Edit after Read, so that it stays where a container holds both.
    fields: Object.fromEntries(fields.toSorted(([, a], [, b]) => (a === b ? 0 : a === 'edit' ? 1 : -1))),
  };
}

test('an assignment about to expire fails exactly where something would break without it', () => {
  const place = fc.constantFrom('profile', 'profile', 'profile', 'set', 'both', 'neither');
  fc.assert(
    fc.property(fc.array(place, { minLength: entries.length, maxLength: entries.length }), (places) => {
      const held = (...by: readonly string[]) => entries.filter((_each, i) => by.includes(places[i] ?? ''));
      const profile = together([rest, ...held('profile', 'both')]);
      const extras = together(held('set', 'both'));
      const now = syncResults(withExpiring(profile, extras));
      const then = syncResults(withExpiring(profile, extras, true));
      // A requirement of several things that fails already says more where another of them goes.
      const breaking = [...now.values()].filter(
        ({ requirement, message }) =>
          requirement !== 'assignments-last' && then.get(requirement)?.message !== message,
      );
      const broken = breaking.map(({ requirement }) => requirement);
      const { verdict, message } = now.get('assignments-last') ?? {};
      expect({ broken, verdict, message }).toMatchObject({
        broken,
        verdict: broken.length > 0 ? 'fail' : 'pass',
      });
    }),
    runs(36),
  );
});
