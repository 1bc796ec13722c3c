import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAccess } from '../../../src/access/decide-access.ts';
import { expandNeeds } from '../../../src/access/expand-needs.ts';
import { runs } from '../../runs.ts';
import { everythingIn } from './asked.ts';
import { described } from './claimed-ways.ts';
import { describedSnapshot } from './described-snapshot.ts';
import { faultsIn } from './faults.ts';
import { randomOrg, users } from './random-org.ts';

test('every decision on a faultless snapshot, its grants and its near misses are what the org is', () => {
  fc.assert(
    fc.property(randomOrg, fc.constantFrom(...users), (org, username) => {
      const snapshot = describedSnapshot(org, expandNeeds(everythingIn(org)));
      expect(faultsIn(described(org, username, snapshot), decideAccess(snapshot, username))).toEqual([]);
    }),
    runs(100),
  );
});
