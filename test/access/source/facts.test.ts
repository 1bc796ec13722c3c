import { describe, expect, test } from 'vitest';
import { decideAccess } from '../../../src/access/decide-access.ts';
import { uncovered } from '../../../src/access/uncovered-needs.ts';
import { withAggregates } from '../../../src/access/with-aggregates.ts';
import { withFacts } from '../../../src/access/with-facts.ts';
import type { OrgSnapshot } from '../../../src/model/snapshot.ts';
import { field, flow, flowId, need, ok, userId } from '../org-parts.ts';
import { type Org, snapshotOf } from '../snapshot-builder.ts';
import { decisionOn, placedSummary } from './decide-files.ts';
import { type Files, filesOf } from './files-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled'], fields: ['Account.Site'], flows: true });

function factsOf(org: Org): OrgSnapshot {
  const snapshot = snapshotOf({ needs, catalogue: { Account: [field('Site')] }, ...org });
  if (snapshot.source.kind !== 'org' || !('roundTrips' in snapshot.cost)) throw new Error('Not an org');
  return { ...snapshot, source: snapshot.source, cost: snapshot.cost };
}

const joined = (files: Omit<Files, 'needs'>, org: Org) =>
  withAggregates(withFacts(filesOf({ needs, ...files }), factsOf(org)));

type Case = readonly [title: string, org: Org, files: Omit<Files, 'needs'>, about: string, summary: string];

const cases: readonly Case[] = [
  [
    'a set that files do not have stays as the org has it',
    { sets: { Sync: { system: ['ApiEnabled'] } }, assigned: ['Sync'] },
    { sets: { Other: {} } },
    'ApiEnabled',
    'granted by Sync',
  ],
  [
    'a set that files have is what they say, and what they leave out is gone',
    { sets: { Sync: { system: ['ApiEnabled'] } }, assigned: ['Sync'] },
    { sets: { Sync: {} } },
    'ApiEnabled',
    'denied, add@Sync.xml:90',
  ],
  [
    'what the files add is granted, on their line',
    { sets: { Sync: {} }, assigned: ['Sync'] },
    { sets: { Sync: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'granted by Sync@Sync.xml:10',
  ],
  [
    'what a profile file leaves out stays as the org has it',
    { profile: { system: ['ApiEnabled'] } },
    { profiles: { Profile: {} } },
    'ApiEnabled',
    'granted by Profile',
  ],
  [
    'what a profile file says no to is taken away',
    { profile: { system: ['ApiEnabled'] } },
    { profiles: { Profile: { notSystem: ['ApiEnabled'] } } },
    'ApiEnabled',
    'denied (refused Profile@Profile.xml:11), add@Profile.xml:90',
  ],
  [
    'a profile file with an entry that cannot be read leaves open what the org has',
    { profile: { system: ['ApiEnabled'] } },
    { profiles: { Profile: { oddEntry: true } } },
    'ApiEnabled',
    'unknown: source-cannot-tell, add@Profile.xml:90',
  ],
  [
    'a profile file with an entry that cannot be read grants what it plainly says',
    {},
    { profiles: { Profile: { oddEntry: true, system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'granted by Profile@Profile.xml:10',
  ],
  [
    'what neither a profile file nor the org grants is denied',
    {},
    { profiles: { Profile: {} } },
    'ApiEnabled',
    'denied, add@Profile.xml:90',
  ],
  [
    'what View All Fields leaves out of a profile file, the org tells',
    { profile: { objects: { Account: ['read', 'viewAllFields'] } } },
    { profiles: { Profile: { objects: { Account: ['read', 'viewAllFields'] } } } },
    'Account.Site: edit',
    'denied, add@Profile.xml:93',
  ],
  [
    'what View All Fields leaves out of the file of a set, nobody tells',
    { sets: { Sync: { objects: { Account: ['read', 'viewAllFields'] } } }, assigned: ['Sync'] },
    { sets: { Sync: { objects: { Account: ['read', 'viewAllFields'] } } } },
    'Account.Site: edit',
    'unknown: source-cannot-tell, add@Sync.xml:93',
  ],
  [
    'a field that the org has is known by name',
    { sets: { Sync: {} }, assigned: ['Sync'] },
    { sets: { Sync: { fields: { 'Account.Site': 'read' } } } },
    'Account.Site: edit',
    'denied (refused Sync@Sync.xml:33), add@Sync.xml:92',
  ],
  [
    'a group is computed anew when a member changes',
    {
      sets: { A: { system: ['ApiEnabled'] } },
      groups: { G: { system: ['ApiEnabled'], members: ['A'] } },
      assigned: ['G'],
    },
    { sets: { A: {} } },
    'ApiEnabled',
    'denied, add@A.xml:90',
  ],
  [
    'a group is computed anew when its muting set changes',
    {
      sets: { A: { system: ['ApiEnabled'] } },
      groups: { G: { system: ['ApiEnabled'], members: ['A'], muting: {} } },
      assigned: ['G'],
    },
    { muting: { Muting_of_G: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'denied (muted A by Muting_of_G@Muting_of_G.xml:10)',
  ],
  [
    'a group gets the members that its file names',
    {
      sets: { A: {}, B: { system: ['ApiEnabled'] } },
      groups: { G: { members: ['A'] } },
      assigned: ['G'],
    },
    { groups: { G: { members: ['A', 'B'] } } },
    'ApiEnabled',
    'granted by G from B',
  ],
  [
    'a group that no file touches stays as the org computed it',
    {
      sets: { A: {} },
      groups: { G: { system: ['ApiEnabled'], members: ['A'], status: 'Outdated' } },
      assigned: ['G'],
    },
    { sets: { Other: {} } },
    'ApiEnabled',
    'unknown: stale-group (outdated-group G)',
  ],
  [
    'a malformed file leaves open what its set would be',
    { sets: { Sync: { system: ['ApiEnabled'] } }, assigned: ['Sync'] },
    { sets: { Sync: { malformed: true } } },
    'ApiEnabled',
    'unknown: file-unreadable, add@Sync.xml:90',
  ],
  [
    'an assignment that expired gives nothing of what the files add',
    { sets: { Sync: {} }, assigned: [{ to: 'Sync', expires: '2026-10-01T00:00:00.000Z' }] },
    { sets: { Sync: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'denied (expired Sync@Sync.xml:10)',
  ],
];

describe('files joined with the facts of an org', () => {
  test.each(cases)('%s', (_title, org, files, about, summary) => {
    const access = decideAccess(joined(files, org), userId);
    expect(placedSummary(decisionOn(access, about))).toBe(summary);
  });

  test.each<readonly [what: string, files: Omit<Files, 'needs'>, about: string, summary: string]>([
    [
      'adds a permission to',
      { profiles: { Profile: { system: ['ApiEnabled'] } } },
      'ApiEnabled',
      'denied, add@Profile.xml:90',
    ],
    [
      'adds a right on a standard object to',
      { profiles: { Profile: { objects: { Account: ['read'] } } } },
      'Account: read',
      'denied, add@Profile.xml:91',
    ],
    [
      'adds access to a field to',
      { profiles: { Profile: { fields: { 'Account.Site': 'read' } } } },
      'Account.Site: read',
      'granted by Profile@Profile.xml:32',
    ],
  ])('what a file %s a standard profile', (_what, files, about, summary) => {
    const org = factsOf({});
    const containers = org.containers.map((each) => ({ ...each, isCustom: false }));
    const snapshot = withFacts(filesOf({ needs, ...files }), { ...org, containers });
    const access = decideAccess(snapshot, userId);
    expect(placedSummary(decisionOn(access, about))).toBe(summary);
  });

  test('a flow of the files goes by the Id that the org has for it', () => {
    const files = { flows: [flow('Score', { id: 'flow:Score', restricted: ok(true) })] };
    const org = { flows: [flow('Score', { restricted: ok(false) })], profile: { flows: [flowId('Score')] } };
    const { flows, otherFlows } = decideAccess(joined(files, org), userId);
    expect(otherFlows).toBeNull();
    expect(
      flows.status === 'ok' && flows.value.map(({ flow, run }) => [flow.restricted, run.decision]),
    ).toEqual([[ok(true), 'granted']]);
  });

  test('a grant of a flow in files is a grant of the flow in the org', () => {
    const org = { flows: [flow('Score')], sets: { Sync: {} }, assigned: ['Sync'] };
    const { flows } = decideAccess(joined({ sets: { Sync: { flows: ['Score'] } } }, org), userId);
    expect(flows.status === 'ok' && flows.value[0]?.run.decision).toBe('granted');
  });

  test('fields that the files add are there, and those of the org stay', () => {
    const added = field('New__c');
    const { catalogue } = joined({ catalogue: { Account: [added] } }, {});
    expect(catalogue.Account).toEqual(ok({ seenBy: 'tooling', fields: [added, field('Site')] }));
  });

  test('the snapshot says where it is from, and since when the org is known so', () => {
    expect(joined({}, {}).source).toEqual({
      kind: 'source',
      directories: ['.'],
      apiVersion: null,
      facts: { org: factsOf({}).source, collectedAt: factsOf({}).collectedAt },
    });
  });

  test('facts that were collected for less tell what they lack', () => {
    const less = factsOf({ needs: need({ systemPermissions: ['ApiEnabled'] }) });
    expect(uncovered(less, needs)).toEqual([
      'flows',
      ...['EditReadonlyFields', 'ModifyAllData', 'ViewAllData', 'ViewAllFieldsGlobal'].filter(
        (name) => !less.needs.systemPermissions?.includes(name),
      ),
      'Account',
      'Account.Site',
    ]);
    expect(uncovered(factsOf({}), needs)).toEqual([]);
  });
});
