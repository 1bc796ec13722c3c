import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveAccess } from '../../src/emulator/effective-access/effective-access.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { OrgSnapshot } from '../../src/model/snapshot.ts';
import { differences, truthsOf } from '../access/property/claims.ts';
import { runs } from '../runs.ts';
import { chanceFrom } from './chance.ts';
import { profileFileNames } from './container-documents.ts';
import { collected, type Decided, decidedWithFacts } from './decided.ts';
import { fileName } from './documents.ts';
import { type Layout, randomContent, randomLayout, wholeContent } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { mayHideEdit } from './open-questions.ts';
import { type Change, changed, randomChange } from './random-change.ts';
import { recalculated } from './settled-org.ts';
import { randomTrouble, spoilt } from './spoilt-files.ts';
import { type Files, writeOrg } from './write-org.ts';

/** What both together decide of the users that is not so, unless files are silent about it for a reason. */
function faults(org: OrgDescription, decided: Decided): readonly string[] {
  expect([...decided.keys()].toSorted()).toEqual(org.audit.map(({ username }) => username).toSorted());
  return org.audit.flatMap(({ username }) => {
    const found = differences(decided.get(username) ?? new Map(), truthsOf(effectiveAccess(org, username)));
    return found.filter((each) => {
      const [claim = ''] = each.split(': decided ');
      return !(each.includes('decided unknown') && mayHideEdit(org, claim));
    });
  });
}

/** Whole, but for what profiles leave out, and what a retrieve hides beside View All Fields. */
const contentBesideFacts = fc
  .tuple(wholeContent, randomContent)
  .map(([whole, { leftOut, hidesViewedFields }]) => ({ ...whole, leftOut, hidesViewedFields }));

test("an org's own files change nothing that its snapshot says, however little they mention", async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(contentBesideFacts), async (drawn, layout) => {
      const org = recalculated(drawn);
      const facts = await collected(org);
      const files = withoutSome(writeOrg(org, layout), facts, [], layout);
      expect(faults(org, await decidedWithFacts(facts, org, layout, files))).toEqual([]);
    }),
    runs(8),
  );
});

test('an org as it was and files as they are now make the org as it will be', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomChange, randomLayout(wholeContent), async (drawn, change, layout) => {
      const before = recalculated(withOwnProfiles(drawn));
      const after = changed(before, change);
      const facts = await collected(before);
      const files = withoutSome(writeOrg(after, layout), facts, changedFolders[change.of], layout);
      const decided = await decidedWithFacts(facts, after, layout, files);
      expect(faults(deployed(before, after, layout), decided)).toEqual([]);
    }),
    runs(8),
  );
});

test('whatever has become of the files, they and the org claim nothing that is not so', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, randomLayout(), randomTrouble, async (drawn, layout, trouble) => {
      const org = recalculated(drawn);
      const facts = await collected(org);
      const found = faults(org, await decidedWithFacts(facts, org, layout, spoilt(org, layout, trouble)));
      expect(found.filter((each) => !each.includes('decided unknown'))).toEqual([]);
    }),
    runs(8),
  );
});

/** An emulated org lets everybody change a standard profile, which an org does not. */
const withOwnProfiles = (org: OrgDescription): OrgDescription => ({
  ...org,
  profiles: org.profiles.map((profile) => ({ ...profile, custom: true })),
});

/** Where the files are that a change concerns. */
const changedFolders: Readonly<Record<Change['of'], readonly string[]>> = {
  set: ['permissionsets'],
  profile: ['profiles'],
  muting: ['mutingpermissionsets', 'permissionsetgroups'],
  members: ['permissionsetgroups'],
};

/**
 * A profile's file changes what it mentions, an object with all its rights, and leaves the rest (Metadata API,
 * "Profile"); all else is as the files have it.
 */
function deployed(before: OrgDescription, after: OrgDescription, { content }: Layout): OrgDescription {
  if (content.refusals) return after;
  const profiles = after.profiles.map((profile, i) => {
    const { system = [], objects, fields, flows = [] } = before.profiles[i] ?? {};
    return {
      ...profile,
      system: [...system, ...(profile.system ?? [])],
      objects: { ...objects, ...profile.objects },
      fields: { ...fields, ...profile.fields },
      flows: [...flows, ...(profile.flows ?? [])],
    };
  });
  return { ...after, profiles };
}

const folders = {
  profile: 'profiles',
  'permission-set': 'permissionsets',
  group: 'permissionsetgroups',
  muting: 'mutingpermissionsets',
} as const;

/** A repository need not have everything: some of what the org showed, and what did not change, is left to the org. */
function withoutSome(files: Files, facts: OrgSnapshot, kept: readonly string[], layout: Layout): Files {
  const left = facts.containers.flatMap(({ kind, apiName, title }) => {
    const isLeft = !kept.includes(folders[kind]) && chanceFrom(layout.seed, `${kind} ${apiName}`)(3) === 0;
    const name = kind === 'profile' ? fileName(profileFileNames[title] ?? title, layout) : apiName;
    return isLeft ? [`${folders[kind]}/${name}`] : [];
  });
  const isLeft = (path: string) =>
    left.some((each) => path.includes(`${each}.`) || path.includes(`${each}/`));
  return new Map([...files].filter(([path]) => !isLeft(path)));
}
