import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandNeeds } from '../../src/access/expand-needs.ts';
import { CollectorError } from '../../src/collector/org/collector-error.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { everythingIn } from '../access/property/asked.ts';
import { audit } from '../access/property/audited-org.ts';
import { described } from '../access/property/claimed-ways.ts';
import { decisionsOf } from '../access/property/claims.ts';
import { describedSnapshot } from '../access/property/described-snapshot.ts';
import { randomOrg } from '../access/property/random-org.ts';
import { randomTrouble, seenBy } from '../access/property/random-trouble.ts';
import { untruthsIn } from '../access/property/untruths.ts';
import { runs } from '../runs.ts';
import { auditedIn, differencesIn, done, leavesOpen } from './done.ts';
import { type DrawnChange, drawnChange } from './org-change.ts';

/** What no reader of an org knows before it is done: what comes with View All Fields, and what goes with it. */
const isSettled = (org: OrgDescription): boolean => !JSON.stringify(org).includes('viewAllFields');

test('whatever is done to an org, a what-if of it decides what the org is then', () => {
  fc.assert(
    fc.property(randomOrg, drawnChange, (org, drawn) => {
      const after = done(org, describedSnapshot(org, expandNeeds(everythingIn(org))), [drawn]);
      fc.pre(after !== null);
      const again = auditedIn(describedSnapshot(after.org, expandNeeds(everythingIn(after.org))));
      for (const [index, access] of auditedIn(after.snapshot).entries()) {
        const known = described(after.org, access.subject.name, after.snapshot);
        const wrong = differencesIn(access, after.org);
        expect(wrong.filter((each) => !leavesOpen(each))).toEqual([]);
        const other = again[index];
        if (isSettled(after.org) && other) expect(wrong).toEqual(differencesIn(other, after.org));
        const untrue = [...decisionsOf(access)].flatMap(([claim, each]) => untruthsIn(known, claim, each));
        expect(untrue).toEqual([]);
      }
    }),
    runs(80),
  );
});

test('several changes, one upon the other, decide what the org is then', () => {
  fc.assert(
    fc.property(randomOrg, fc.array(drawnChange, { minLength: 2, maxLength: 5 }), (org, drawn) => {
      const after = done(org, describedSnapshot(org, expandNeeds(everythingIn(org))), drawn);
      fc.pre(after !== null);
      for (const access of auditedIn(after.snapshot)) {
        const wrong = differencesIn(access, after.org);
        expect(wrong.filter((each) => !leavesOpen(each))).toEqual([]);
      }
    }),
    runs(100),
  );
});

test('whatever went wrong in reading an org, what-ifs of it claim nothing that is not so', async () => {
  // Reading is what takes the time: each time it is done, much is tried.
  const tried = fc.array(drawnChange, { minLength: 10, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(randomOrg, randomTrouble, tried, fc.boolean(), async (org, trouble, all, search) => {
      const { auditorMay, apiVersion, faults } = trouble;
      const seen = seenBy(org, auditorMay);
      const options = { apiVersion, faults, searchNearMisses: search };
      const read = await audit(seen, everythingIn(org), options).catch(refused);
      fc.pre(read !== undefined);
      for (const drawn of all.filter((each) => !ticksWhatLooksAbsent(read.snapshot, each))) {
        const after = done(seen, read.snapshot, [drawn]);
        for (const access of after === null ? [] : auditedIn(after.snapshot)) {
          const wrong = differencesIn(access, after?.org ?? seen).filter((each) => !leavesOpen(each));
          expect({ drawn, wrong }).toEqual({ drawn, wrong: [] });
        }
      }
    }),
    runs(14),
  );
});

/** A permission whose column is hidden looks like one that the org lacks: ticking it is refused, and nothing is tried. */
const ticksWhatLooksAbsent = ({ availablePermissions }: Snapshot, { entries }: DrawnChange): boolean =>
  availablePermissions.status === 'ok' &&
  (entries.system ?? []).some((name) => !availablePermissions.value.includes(name));

/** Refusing to audit at all claims nothing. */
function refused(error: unknown): undefined {
  if (error instanceof CollectorError) return undefined;
  throw error;
}
