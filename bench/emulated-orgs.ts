/**
 * Many emulated orgs in one process, for the figures of a run over all of them: `node bench/emulated-orgs.ts 200`
 * prints one line of JSON, an array of where each is and how to sign in, and answers until it is ended.
 */
import { loadScenario, scenarioNames } from '../src/emulator/scenarios/load-scenario.ts';
import { startEmulator } from '../src/emulator/start.ts';

/** As large as `large` is, two hundred of it would measure nothing but the emulator. */
const scenarios = await Promise.all(
  scenarioNames()
    .filter((name) => name !== 'large')
    .map(loadScenario),
);

/** One in fifty has a session that has ended: what could not be audited is part of every large run. */
const endedEvery = 50;

const orgs = [];
for (let number = 1; number <= Number(process.argv[2]); number += 1) {
  const description = scenarios[number % scenarios.length];
  if (description === undefined) throw new Error('there is no scenario');
  const organization = { ...description.organization, number };
  const emulator = await startEmulator({ org: { ...description, organization }, latencyMs: 1 });
  if (number % endedEvery === 0) emulator.revokeToken(emulator.accessToken);
  const { instanceUrl, accessToken, users } = emulator;
  orgs.push({ instanceUrl, accessToken, users: users.map(({ username }) => username) });
}
console.log(JSON.stringify(orgs));
