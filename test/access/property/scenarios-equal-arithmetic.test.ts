import { expect, test } from 'vitest';
import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { everythingIn } from './asked.ts';
import { audit } from './audited-org.ts';
import { decisionsOf, differences, truthsOf } from './claims.ts';

/** In each, what the product leaves open although the org's description settles it. */
const scenarios: readonly (readonly [name: string, open: (difference: string) => boolean])[] = [
  ['compliant', () => false],
  ['drifted', () => false],
  ['admin-user', () => false],
  ['professional-edition', () => false],
  ['via-permission-sets', () => false],
  ['expired-and-session', () => false],
  ['large', () => false],
  ['blind-auditor', (difference) => difference.includes('decided unknown')],
];

const mostFields = 150;

test.each(scenarios)('the product decides what the scenario %s is', async (name, isOpen) => {
  const org = await loadScenario(name);
  const everything = everythingIn(org);
  // The large org has fields by the thousand: every so many of them will do.
  const step = Math.ceil((everything.fields?.length ?? 0) / mostFields);
  const fields = everything.fields?.filter((_, i) => i % step === 0) ?? [];
  const { access } = await audit(org, { ...everything, fields });
  const different = access.flatMap(({ username, access }) =>
    differences(decisionsOf(access), truthsOf(effectiveAccess(org, username))),
  );
  expect(different.filter((difference) => !isOpen(difference))).toEqual([]);
});
