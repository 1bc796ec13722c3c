import { expect, test } from 'vitest';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

/** One with nothing to mend, one with much, one that may not look and one of many users: no other asks otherwise. */
const scenarios = ['compliant', 'drifted', 'blind-auditor', 'large'];

test.for(scenarios)('the whole product writes nothing to an org: %s', async (scenario) => {
  const cwd = await emptyFolder();
  const { org, user, env, stats } = await liveOrg(scenario);
  const commands = [
    ['audit', ...org, ...user],
    ['access', ...org, ...user],
    ['collect', ...org, ...user, '--output', 'org.json'],
    ['audit', ...org],
    ['diagnose', "No such column 'Rating' on entity 'Lead'", ...org, ...user],
    ['doctor', ...org],
    ['remedy', ...org, ...user, '--output-dir', 'out'],
    ['doctor', ...org, ...user],
  ];
  for (const command of commands) await syncgate(command, { cwd, env });
  expect(stats().requests).toBeGreaterThan(commands.length);
  expect(stats().refusedWrites).toBe(0);
});

test('one user of the large org costs at most 3 sequential round trips and 16 API calls, by both counts', async () => {
  const { org, user, env, stats } = await liveOrg('large', { latencyMs: 5 });
  const { stdout } = await syncgate(['audit', ...org, ...user, '--format', 'json'], { env });
  const { roundTrips, apiCalls } = JSON.parse(stdout).source.cost;
  expect({ roundTrips, apiCalls }).toEqual({ roundTrips: stats().roundTrips, apiCalls: stats().apiCalls });
  expect(roundTrips).toBeLessThanOrEqual(3);
  expect(apiCalls).toBeLessThanOrEqual(16);
});
