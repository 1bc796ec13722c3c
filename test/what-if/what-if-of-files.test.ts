import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAggregates } from '../../src/access/with-aggregates.ts';
import { withPersonas } from '../../src/access/with-personas.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { randomOrg, users } from '../access/property/random-org.ts';
import { runs } from '../runs.ts';
import { type Layout, randomLayout } from '../source/layout.ts';
import { readWritten } from '../source/read-written.ts';
import { settled } from '../source/settled-org.ts';
import { auditedIn, differencesIn, done, leavesOpen } from './done.ts';
import { drawnChange } from './org-change.ts';

/** Files cannot know what an org lacks altogether. */
const complete = (org: OrgDescription): OrgDescription => ({ ...settled(org), absentPermissions: [] });

async function personasIn(org: OrgDescription, layout: Layout) {
  const { snapshot, profiles } = await readWritten(org, layout);
  const personas = org.users
    .filter(({ username }) => users.some((name) => name === username))
    .map(({ username, profile, assignments = [] }) => ({
      name: username,
      profile,
      permissionSets: assignments.flatMap(({ permissionSet }) => permissionSet ?? []),
      permissionSetGroups: assignments.flatMap(({ group }) => group ?? []),
    }));
  return withPersonas(withAggregates(snapshot), personas, profiles);
}

test('a what-if of metadata files, whole or not, claims nothing that would not be so in the org', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomOrg.map(complete),
      randomLayout(),
      fc.array(drawnChange, { minLength: 1, maxLength: 3 }),
      async (org, layout, drawn) => {
        const after = done(org, await personasIn(org, layout), drawn);
        fc.pre(after !== null);
        for (const access of auditedIn(after.snapshot))
          expect(differencesIn(access, after.org).filter((each) => !leavesOpen(each))).toEqual([]);
      },
    ),
    runs(18),
  );
});
