import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../runs.ts';
import { everythingIn } from './asked.ts';
import { audit } from './audited-org.ts';
import { described } from './claimed-ways.ts';
import { faultsIn } from './faults.ts';
import { randomOrg } from './random-org.ts';

test('whatever the org, the product decides what the org really is, through HTTP and all', async () => {
  await fc.assert(
    fc.asyncProperty(randomOrg, fc.boolean(), async (org, searchNearMisses) => {
      const { snapshot, access } = await audit(org, everythingIn(org), { searchNearMisses });
      const faults = access.flatMap(({ username, access }) =>
        faultsIn(described(org, username, snapshot), access),
      );
      expect(faults).toEqual([]);
    }),
    runs(16),
  );
});
