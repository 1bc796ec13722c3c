import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { ObjectRight } from '../../src/model/container.ts';
import type { Situation } from '../../src/model/situation.ts';
import { judge } from '../../src/what-if/judge.ts';
import { type UnneededGrant, unneededGrants } from '../../src/what-if/unneeded.ts';
import { withChanges } from '../../src/what-if/with-changes.ts';
import { flowId, userId } from '../access/org-parts.ts';
import { finding, packOf, requirement, settings } from '../engine/fixtures.ts';
import { dataIntegrity, everything, type SyncOrg, syncSnapshot } from '../engine/sync-org.ts';
import { runs } from '../runs.ts';

const situationOf = (org: SyncOrg): Situation => ({
  snapshot: syncSnapshot(org),
  packs: org.packs ?? [dataIntegrity],
  settings: settings(org.settings),
});

const unneededIn = (situation: Situation): readonly UnneededGrant[] =>
  unneededGrants(judge(situation), { id: userId }) ?? [];

const namesIn = (org: SyncOrg): readonly string[] =>
  unneededIn(situationOf(org)).map(
    ({ permission, grants }) => `${permission} by ${grants.map(({ container }) => container.title).join()}`,
  );

const baseline = namesIn({ profile: everything });
const more = (org: SyncOrg): readonly string[] => namesIn(org).filter((name) => !baseline.includes(name));

test('of what the pack asks for nothing is unneeded', () => {
  expect(baseline.filter((name) => /Account|Lead|Contact|ApiEnabled/.test(name))).toEqual([]);
});

test.each<[string, SyncOrg, readonly string[]]>([
  [
    'a right that nobody asks for',
    { profile: { ...everything, objects: { ...everything.objects, Lead: ['read', 'edit', 'delete'] } } },
    ['Lead: Delete by Profile'],
  ],
  [
    'Modify All Data, and not all that comes of it',
    {
      profile: everything,
      sets: { Admin: { system: ['ModifyAllData', 'ViewAllData'] } },
      assigned: [{ to: 'Admin' }],
    },
    ['Modify All Data by Admin', 'View All Data by Admin'],
  ],
  [
    'but not where something needed comes of it alone',
    {
      profile: { ...everything, objects: { ...everything.objects, Lead: [] } },
      sets: { Admin: { system: ['ViewAllData', 'ModifyAllData'] } },
      assigned: [{ to: 'Admin' }],
    },
    [],
  ],
  [
    'a flow that is open to all',
    { profile: { ...everything, flows: [flowId('Score'), flowId('Route')] } },
    ['Flow Route: Run by Profile'],
  ],
])('%s', (_, org, expected) => {
  expect(more(org)).toEqual(expected);
});

test('what lets its holder do much is marked, with what that is', () => {
  const sets = {
    Much: { system: ['ModifyAllData'], objects: { Lead: ['modifyAllRecords', 'delete'] } },
  } as const;
  const found = unneededIn(situationOf({ profile: everything, sets, assigned: [{ to: 'Much' }] }));
  const broad = new Map(found.map(({ permission, broad }) => [permission, broad]));
  expect(broad.get('Modify All Data')).toContain('every record');
  expect(broad.get('Lead: Modify All')).toContain('every record of Lead');
  expect(broad.get('Lead: Delete')).toBeNull();
});

describe('where it cannot be told', () => {
  test('nobody of that Id is here', () => {
    expect(unneededGrants(judge(situationOf({ profile: everything })), { id: '005' })).toBeNull();
  });

  test('a requirement could not be evaluated', () => {
    const packs = [dataIntegrity, packOf([requirement('broken', [finding('pass', 'x')], { rule: 'none' })])];
    expect(unneededGrants(judge(situationOf({ profile: everything, packs })), { id: userId })).toBeNull();
  });
});

const rights: readonly ObjectRight[] = [
  'create',
  'edit',
  'delete',
  'viewAllRecords',
  'modifyAllRecords',
  'viewAllFields',
];
const randomHolds = fc.record({
  system: fc.subarray([
    'ViewAllData',
    'ModifyAllData',
    'ViewAllFieldsGlobal',
    'EditReadonlyFields',
    'RunFlow',
    'ApiEnabled',
  ]),
  objects: fc.dictionary(fc.constantFrom('Account', 'Lead', 'Contact'), fc.subarray([...rights]), {
    noNullPrototype: true,
  }),
  fields: fc.dictionary(
    fc.constantFrom(...Object.keys(everything.fields)),
    fc.constantFrom('read' as const, 'edit' as const),
    { noNullPrototype: true },
  ),
  flows: fc.subarray([flowId('Score'), flowId('Route')]),
});

/** Takes it from whoever grants it. */
const revoked = ({ entry, grants }: UnneededGrant): readonly Change[] =>
  grants.map(({ container }): Change => {
    const none = { systemPermissions: [], objects: [], fields: [], flows: [] };
    const entries =
      entry.kind === 'system'
        ? { ...none, systemPermissions: [{ permission: entry.permission }] }
        : entry.kind === 'object'
          ? { ...none, objects: [{ object: entry.object, rights: [entry.right] }] }
          : entry.kind === 'field'
            ? { ...none, fields: [{ ...entry, read: entry.right === 'read', edit: entry.right === 'edit' }] }
            : { ...none, flows: [{ flowId: flowId(entry.flow) }] };
    return { kind: 'revoke', containerId: container.id, entries };
  });

test('whoever loses what nobody needs keeps every verdict', () => {
  fc.assert(
    fc.property(randomHolds, randomHolds, fc.boolean(), (profile, set, whole) => {
      const situation = situationOf({
        profile: whole ? everything : profile,
        sets: { Extra: set },
        assigned: [{ to: 'Extra' }],
      });
      const verdicts = (changes: readonly Change[]) =>
        judge(withChanges(situation, changes)).results.map(
          ({ requirement, verdict }) => `${requirement} ${verdict}`,
        );
      const before = verdicts([]);
      for (const each of unneededIn(situation))
        expect([each.permission, ...verdicts(revoked(each))]).toEqual([each.permission, ...before]);
    }),
    runs(18),
  );
});
