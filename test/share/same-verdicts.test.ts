import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAll } from '../../src/access/decide-access.ts';
import { expandNeeds } from '../../src/access/expand-needs.ts';
import { withAggregates } from '../../src/access/with-aggregates.ts';
import { withPersonas } from '../../src/access/with-personas.ts';
import { answer, type Question, questionNeeds } from '../../src/cli/question.ts';
import { loadScenario, scenarioNames } from '../../src/emulator/scenarios/load-scenario.ts';
import type { Result } from '../../src/model/report.ts';
import type { ShareKey } from '../../src/model/share-key.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { everythingIn } from '../access/property/asked.ts';
import { describedSnapshot } from '../access/property/described-snapshot.ts';
import { snapshots } from '../access/random-snapshot.ts';
import { richOrg } from '../access/rich-org.ts';
import { snapshotOf } from '../access/snapshot-builder.ts';
import { collected } from '../collector/org/emulated.ts';
import { settings } from '../engine/fixtures.ts';
import { runs } from '../runs.ts';
import { randomLayout } from '../source/layout.ts';
import { namedOrg } from '../source/named-org.ts';
import { readWritten } from '../source/read-written.ts';
import { customerOrgs } from './customer-names.ts';
import { decidedOf, packs, redacted, restored, unordered } from './redacting.ts';

/** What a customer may have configured beside: fields of its own, and a name of a field. */
const question: Question = {
  packs,
  settings: settings({
    parameters: { mappedFields: ['Lead.Mapped__c', 'Contact.Title', 'Account.No_Such__c'] },
    fieldNames: { 'Account.iv__InsideView_Company_ID__c': 'Zyxfield__c' },
    levels: { 'account-delete': { level: 'error', reason: 'it must not' } },
  }),
};

const waived = (subject: string): Question => ({
  ...question,
  settings: {
    ...question.settings,
    waivers: [
      { requirement: 'account-access', subject, reason: 'for now', owner: 'CRM', expires: '2099-01-01' },
    ],
  },
});

/** Of results what names do not put in another order: what is cut after the first few says others. */
const resultsOf = (snapshot: Snapshot, asked: Question) =>
  answer(asked, decideAll(snapshot)).map(
    ({ message, remedy, evidence, related: _more, at: _place, ...result }) => ({
      ...result,
      ...(!cut(message) && { message }),
      remedy: remedy?.setup ?? null,
      evidence: evidence.filter(({ about }) => !nearNames.test(about)).length,
    }),
  );

const cut = (text: string): boolean => / and \d+ more/u.test(text);
const nearNames = /near name or label/u;

function expectSame(snapshot: Snapshot, asked: Question = question): void {
  const { snapshot: shared, key } = redacted(snapshot);
  expect(unordered(restored(shared, key))).toEqual(unordered(snapshot));
  const again = <T>(value: T): unknown => unordered(restored(value, key));
  expect(again(decidedOf(shared))).toEqual(unordered(decidedOf(snapshot)));
  expectSameResults(snapshot, shared, key, asked);
}

function expectSameResults(snapshot: Snapshot, shared: Snapshot, key: ShareKey, asked: Question): void {
  const all = resultsOf(snapshot, asked);
  expect(unordered(restored(resultsOf(shared, asked), key))).toEqual(unordered(all));
  const verdicts = (results: readonly Pick<Result, 'requirement' | 'verdict'>[]) =>
    results.map(({ requirement, verdict }) => `${requirement}: ${verdict}`);
  expect(verdicts(resultsOf(shared, asked))).toEqual(verdicts(all));
}

describe('what is decided of a redacted snapshot, its names restored, is what was decided before', () => {
  test('of an org with something of everything', () => {
    expectSame(snapshotOf(richOrg));
  });

  test('of random orgs in which everything that decides meets', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => expectSame(snapshot)),
      runs(18),
    );
  });

  test('of orgs with names that are hard to replace', () => {
    fc.assert(
      fc.property(customerOrgs, (snapshot) => expectSame(snapshot)),
      runs(20),
    );
  });

  test('of random orgs with fields and objects of their own', () => {
    fc.assert(
      fc.property(namedOrg, (org) => expectSame(describedSnapshot(org, expandNeeds(everythingIn(org))))),
      runs(7),
    );
  });

  test.for(scenarioNames())('of the scenario %s', async (scenario) => {
    const needs = questionNeeds(question);
    expectSame(await collected({ org: await loadScenario(scenario), needs }));
  });

  test('of personas from random files', async () => {
    await fc.assert(
      fc.asyncProperty(namedOrg, randomLayout(), async (org, layout) => {
        const { snapshot, profiles } = await readWritten(org, layout);
        const named = (kind: 'profile' | 'permission-set' | 'group') =>
          snapshot.containers.filter((each) => each.kind === kind).map(({ apiName }) => apiName);
        const whole = withAggregates(snapshot);
        const persona = {
          name: 'Zyx sync',
          profile: named('profile')[0] ?? null,
          permissionSets: named('permission-set'),
          permissionSetGroups: snapshot.groups.map(({ apiName }) => apiName),
        };
        expectSame(withPersonas(whole, [persona], profiles));
      }),
      runs(7),
    );
  });

  test('and a waiver of one user covers the same, where it names the stand-in', async () => {
    const needs = questionNeeds(question);
    const snapshot = await collected({ org: await loadScenario('drifted'), needs });
    const { snapshot: shared } = redacted(snapshot);
    const covered = (of: Snapshot, subject: string) =>
      resultsOf(of, waived(subject)).flatMap(({ requirement, waiver }) =>
        waiver === null ? [] : [requirement],
      );
    const [name = '', standIn = ''] = [snapshot, shared].map(({ subjects }) => subjects[0]?.subject.name);
    expect(covered(snapshot, name)).toEqual(['account-access']);
    expect(covered(shared, standIn)).toEqual(['account-access']);
    expect(covered(shared, name)).toEqual([]);
  });
});
