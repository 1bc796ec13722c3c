import { expect, test } from 'vitest';
import { decideAll } from '../../src/access/decide-access.ts';
import { reportOn } from '../../src/cli/audit.ts';
import { recordOf } from '../../src/cli/keep-history.ts';
import { loadPacks } from '../../src/cli/packs.ts';
import { type Question, questionNeeds } from '../../src/cli/question.ts';
import type { World } from '../../src/cli/world.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { makeTimeline } from '../../src/history/index.ts';
import type { RecordedResult } from '../../src/model/history.ts';
import { audit } from '../access/property/audited-org.ts';
import { plainSettings } from './asked-everything.ts';

async function recordOfScenario(scenario: string) {
  const packs = await loadPacks(['demandbase-data-integrity'], {} as World);
  const question: Question = { packs, settings: plainSettings };
  const { snapshot } = await audit(await loadScenario(scenario), questionNeeds(question));
  const accesses = decideAll(snapshot);
  const report = reportOn({ question, snapshot, snapshotFile: null }, accesses);
  return { report, record: recordOf({ question, snapshot, accesses, report }) };
}

const inShort = (results: readonly RecordedResult[] | undefined, requirement: string) =>
  results?.find((each) => each.requirement === requirement);

test('a record has what each verdict rests on, and what is lacking', async () => {
  const { report, record } = await recordOfScenario('drifted');
  const results = record.subjects[0]?.results;
  expect(results?.map(({ requirement, verdict, message }) => [requirement, verdict, message])).toEqual(
    report.results.map(({ requirement, verdict, message }) => [requirement, verdict, message]),
  );
  expect(inShort(results, 'account-access')).toMatchObject({
    needs: ['objects'],
    restsOn: ['Account: Create', 'Account: Edit', 'Account: Read', 'Account: View All'],
    lacks: ['Account: View All'],
  });
  expect(inShort(results, 'user-can-log-in')).toMatchObject({
    needs: expect.arrayContaining(['login', 'user']),
    lacks: [],
  });
  const edit = 'Lead.iv__InsideView_Company_ID__c: Edit';
  expect(inShort(results, 'lead-insideview-fields')).toMatchObject({
    restsOn: expect.arrayContaining([edit, 'Lead: Edit']),
    lacks: expect.arrayContaining([edit, 'Lead: Edit']),
  });
});

test('every permission that a verdict rests on is decided in the record, and every container has its name', async () => {
  for (const scenario of ['drifted', 'expired-and-session', 'blind-auditor', 'large']) {
    const { record } = await recordOfScenario(scenario);
    for (const { results, access } of record.subjects) {
      const decided = access.decided.flatMap(({ permissions }) => permissions);
      expect(new Set(decided).size).toBe(decided.length);
      for (const { restsOn, lacks } of results) {
        expect(decided).toEqual(expect.arrayContaining([...restsOn]));
        expect(restsOn).toEqual(expect.arrayContaining([...lacks]));
      }
      const spokenOf = access.decided.flatMap(({ ways }) =>
        ways.flatMap(({ container, members }) => [container, ...members]),
      );
      expect(Object.keys(access.containers)).toEqual(expect.arrayContaining(spokenOf));
    }
  }
});

test('the same org twice has no change', async () => {
  const [one, other] = [await recordOfScenario('drifted'), await recordOfScenario('drifted')];
  const later = { ...other.record, collectedAt: '2027-01-01T00:00:00Z' };
  const [subject] =
    makeTimeline([one.record, { ...later, place: one.record.place }]).places[0]?.subjects ?? [];
  expect(subject?.requirements.flatMap(({ changes }) => changes)).toEqual([]);
  expect(subject?.runs).toHaveLength(2);
});
