import { expect, test } from 'vitest';
import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import { createOrg } from '../../../src/emulator/org/create-org.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';

/** Two arithmetics of the same description, written apart from each other, that have to agree. */
const scenarios = [
  'compliant',
  'drifted',
  'admin-user',
  'via-permission-sets',
  'blind-auditor',
  'expired-and-session',
];

test.each(scenarios)('in %s every caller holds what plain arithmetic says', async (name) => {
  const description = await loadScenario(name);
  const org = createOrg(description);
  for (const { username } of description.users) {
    const { system } = effectiveAccess(description, username);
    const certain = Object.entries(system).filter(([, truth]) => truth !== 'unknown');
    const held = certain.map(([permission]) => [
      permission,
      org.callerMay(org.userId(username) ?? '', permission),
    ]);
    expect([username, held]).toEqual([
      username,
      certain.map(([permission, truth]) => [permission, truth === 'granted']),
    ]);
  }
});
