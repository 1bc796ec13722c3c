import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CollectorError } from '../../../src/collector/org/collector-error.ts';
import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import { runs } from '../../runs.ts';
import { everythingIn } from './asked.ts';
import { type Audited, audit } from './audited-org.ts';
import { decisionsOf, differences, truthsOf } from './claims.ts';
import { randomOrg } from './random-org.ts';
import { randomTrouble, seenBy } from './random-trouble.ts';

test('whatever goes wrong in reading an org, the product claims nothing that is not so', async () => {
  await fc.assert(
    fc.asyncProperty(randomOrg, randomTrouble, async (org, { auditorMay, apiVersion, faults }) => {
      const seen = seenBy(org, auditorMay);
      const audited = await audit(seen, everythingIn(org), { apiVersion, faults }).catch(refused);
      const falsehoods = (audited?.access ?? []).flatMap(({ username, access }) =>
        differences(decisionsOf(access), truthsOf(effectiveAccess(seen, username))).filter(isClaim),
      );
      expect(falsehoods).toEqual([]);
    }),
    runs(24),
  );
});

/** Refusing to audit at all claims nothing. */
function refused(error: unknown): Audited | undefined {
  if (error instanceof CollectorError) return undefined;
  throw error;
}

/** Leaving open what could be known is no falsehood. */
const isClaim = (difference: string): boolean => !difference.includes('decided unknown');
