import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveAccess } from '../../src/emulator/effective-access/effective-access.ts';
import type { Truth } from '../../src/emulator/effective-access/truth.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { Decision } from '../../src/model/access.ts';
import { everythingIn } from '../access/property/asked.ts';
import { audit } from '../access/property/audited-org.ts';
import { type Claims, decisionsOf, truthsOf } from '../access/property/claims.ts';
import { runs } from '../runs.ts';
import { type Decided, decidedFromFiles } from './decided.ts';
import { randomLayout, wholeContent } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { mayBeOpen } from './open-questions.ts';
import { settled, withoutProfiles } from './settled-org.ts';
import { randomTrouble, spoilt } from './spoilt-files.ts';

type Truths = ReadonlyMap<string, Claims<Truth>>;

/** What the product decides of the users of the org itself, through HTTP and all. */
async function decidedFromOrg(org: OrgDescription): Promise<Truths> {
  const { access } = await audit(org, everythingIn(org));
  const truthIn = (decisions: Claims<Decision>) =>
    new Map([...decisions].map(([claim, { decision }]) => [claim, decision]));
  return new Map(access.map(({ username, access }) => [username, truthIn(decisionsOf(access))]));
}

/** What is so in the org, by arithmetic: the same, as other properties prove, and quicker found. */
const truthsFromDescription = (org: OrgDescription): Truths =>
  new Map(org.audit.map(({ username }) => [username, truthsOf(effectiveAccess(org, username))]));

/** Claims that files make and the org does not bear out. */
function untruths(org: OrgDescription, decided: Decided, truths: Truths): readonly string[] {
  const absent = (org.absentPermissions ?? []).map((name) => `system ${name}`);
  return [...decided].flatMap(([username, claims]) =>
    [...claims].flatMap(([claim, { decision }]) => {
      const truth = truths.get(username)?.get(claim);
      if (decision === 'unknown' || decision === truth) return [];
      // Files cannot know what the org does not have at all; that nobody is granted it is so.
      if (decision === 'denied' && absent.includes(claim)) return [];
      return [`${username} ${claim}: ${decision}, in the org ${truth}`];
    }),
  );
}

test('whatever files claim of a persona is so for the user in the org, however partial they are', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(), async (drawn, layout) => {
      const org = settled(drawn);
      const decided = await decidedFromFiles(org, layout);
      expect(decided.size).toBe(org.audit.length);
      expect(untruths(org, decided, await decidedFromOrg(org))).toEqual([]);
    }),
    runs(10),
  );
});

test('whatever has become of the files, nothing is claimed that is not so', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(), randomTrouble, async (drawn, layout, trouble) => {
      const org = settled(drawn);
      const files = spoilt(org, layout, trouble);
      const decided = await decidedFromFiles(org, layout, { files });
      expect(untruths(org, decided, truthsFromDescription(org))).toEqual([]);
    }),
    runs(16),
  );
});

test('without a profile files leave nothing open but what they cannot tell, and say why', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(wholeContent), async (drawn, layout) => {
      const org = withoutProfiles(settled(drawn));
      const decided = await decidedFromFiles(org, layout, { withProfile: false });
      expect(untruths(org, decided, truthsFromDescription(org))).toEqual([]);
      const unexplained = [...decided.values()].flatMap((claims) =>
        [...claims].filter(([claim, { decision }]) => decision === 'unknown' && !mayBeOpen(org, claim)),
      );
      expect(unexplained).toEqual([]);
    }),
    runs(24),
  );
});
