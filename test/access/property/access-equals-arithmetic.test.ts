import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAccess } from '../../../src/access/decide-access.ts';
import { expandNeeds } from '../../../src/access/expand-needs.ts';
import { everythingIn } from './asked.ts';
import { described } from './claimed-ways.ts';
import { describedSnapshot } from './described-snapshot.ts';
import { faultsIn } from './faults.ts';
import { randomOrg, users } from './random-org.ts';

/** As many orgs as fit into this time; the same through HTTP is slower, and tries fewer. */
const milliseconds = 2_000;

test('every decision on a faultless snapshot, its grants and its near misses are what the org is', () => {
  fc.assert(
    fc.property(randomOrg, fc.constantFrom(...users), (org, username) => {
      const snapshot = describedSnapshot(org, expandNeeds(everythingIn(org)));
      expect(faultsIn(described(org, username, snapshot), decideAccess(snapshot, username))).toEqual([]);
    }),
    { numRuns: 10_000, interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false },
  );
});
