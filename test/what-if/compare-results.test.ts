import { expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Situation } from '../../src/model/situation.ts';
import { changedResults } from '../../src/what-if/compare-results.ts';
import { judge } from '../../src/what-if/judge.ts';
import { withChanges } from '../../src/what-if/with-changes.ts';
import { settings } from '../engine/fixtures.ts';
import { dataIntegrity, everything, syncSnapshot } from '../engine/sync-org.ts';
import { entries } from './entries.ts';

const situation: Situation = {
  snapshot: syncSnapshot({ profile: everything }),
  packs: [dataIntegrity],
  settings: settings(),
};
const untick: Change = {
  kind: 'revoke',
  containerId: 'Profile',
  entries: entries({ objects: { Lead: ['edit'] } }),
};

const [before, after] = [judge(situation), judge(withChanges(situation, [untick]))];

test('nothing changed is nothing to tell', () => {
  expect(changedResults(before, judge(situation))).toEqual({ results: [], decisions: [] });
});

test('what got worse is told with what is decided otherwise', () => {
  const { results, decisions } = changedResults(before, after);
  expect(decisions.map(({ permission, before, after }) => `${permission}: ${before} to ${after}`)).toEqual([
    'Lead: Edit: granted to denied',
  ]);
  const told = results.map(({ before, after, turn }) => [before?.verdict, after?.verdict, turn].join(' '));
  expect(new Set(told)).toEqual(new Set(['pass fail worse']));
  const changed = after.results.filter(({ verdict }, index) => verdict !== before.results[index]?.verdict);
  expect(results.map(({ after }) => after)).toEqual(changed);
});

test('and the other way round it got better', () => {
  expect(changedResults(after, before).results.map(({ turn }) => turn)).toEqual(
    changedResults(before, after).results.map(() => 'better'),
  );
});

test('what is not asked any more is neither', () => {
  const [variant = ''] = Object.keys(dataIntegrity.pack.variants ?? {});
  const chosen = judge(withChanges(situation, [{ kind: 'variant', variant }]));
  const turns = changedResults(before, chosen).results.filter(
    ({ after }) => after?.verdict === 'not-applicable',
  );
  expect(turns.length).toBeGreaterThan(0);
  expect(turns.filter(({ before, turn }) => before?.verdict === 'pass' && turn !== 'neither')).toEqual([]);
});
