import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedBy, withoutMuted } from '../../src/emulator/effective-access/atoms.ts';
import type { OrgDescription, PermissionEntries } from '../../src/emulator/org-description.ts';
import { runs } from '../runs.ts';
import { profileFileNames } from './container-documents.ts';
import { type Layout, plainLayout, randomLayout, wholeContent } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { canonical, everyAtomOf, possibleOf } from './possible-atoms.ts';
import { entriesIn, type Found, type Parsed, readPlainly, word } from './read-plainly.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { writeOrg } from './write-org.ts';

/** Holds what another reader of XML finds in an org's files against the description. */
const forAllWritten = (hold: (org: OrgDescription, files: Finder, layout: Layout) => void) =>
  fc.assert(
    fc.property(namedOrg, randomLayout(wholeContent), (org, layout) => {
      const found = readPlainly(writeOrg(org, layout), layout.xml.encoding);
      hold(org, (kind, name) => found.filter((each) => each.kind === kind && each.name === name), layout);
    }),
    runs(40),
  );

type Finder = (kind: string, name: string) => readonly Found[];

const entries = (files: readonly Found[], role: 'grants' | 'mutes') =>
  entriesIn(
    files.map(({ children }) => children),
    role,
  );

test('profiles and permission sets grant in their files what they grant in the org', () => {
  forAllWritten((org, files) => {
    const granted = (said: PermissionEntries) => possibleOf(org, carriedBy(canonical(org, said)));
    for (const profile of org.profiles) {
      const name = profileFileNames[profile.name] ?? profile.name;
      expect(granted(entries(files('profiles', name), 'grants'))).toEqual(granted(profile));
    }
    for (const set of org.permissionSets ?? []) {
      expect(granted(entries(files('permissionsets', set.name), 'grants'))).toEqual(granted(set));
    }
  });
});

test('muting sets take in their files what they take in the org', () => {
  forAllWritten((org, files) => {
    const left = (muting: PermissionEntries) =>
      possibleOf(org, withoutMuted(everyAtomOf(org), canonical(org, muting)));
    for (const { muting } of org.permissionSetGroups ?? []) {
      if (muting === undefined) continue;
      const found = files('mutingpermissionsets', muting.name);
      expect(left(entries(found, 'mutes'))).toEqual(left(muting));
      expect(text(found, 'label')).toEqual([muting.label]);
    }
  });
});

test('groups name their members, and containers what they are called and limited to', () => {
  forAllWritten((org, files, { parentFiles }) => {
    for (const group of org.permissionSetGroups ?? []) {
      const found = files('permissionsetgroups', group.name);
      expect(text(found, 'permissionSets').toSorted()).toEqual(group.members.toSorted());
      expect(text(found, 'mutingPermissionSets')).toEqual(group.muting ? [group.muting.name] : []);
      expect(isSo(found, 'hasActivationRequired')).toBe(group.hasActivationRequired === true);
    }
    for (const set of org.permissionSets ?? []) {
      const found = files('permissionsets', set.name);
      expect(isSo(found, 'hasActivationRequired')).toBe(set.hasActivationRequired === true);
      if (parentFiles)
        expect([text(found, 'label'), text(found, 'license')]).toEqual([
          [set.label],
          set.license === undefined ? [] : [set.license],
        ]);
    }
    for (const { name, license, custom } of org.profiles) {
      const found = files('profiles', profileFileNames[name] ?? name);
      expect([text(found, 'userLicense'), isSo(found, 'custom')]).toEqual([[license], custom]);
    }
  });
});

test('flows are active and restricted in their files where they are in the org', () => {
  forAllWritten((org, files) => {
    for (const flow of org.flows ?? []) {
      const versions = files('flows', flow.name);
      expect(versions.length > 0 || files('flows', `${flow.name}-1`).length > 0).toBe(
        flow.namespace === undefined,
      );
      if (flow.namespace !== undefined) continue;
      const [definition] = files('flowDefinitions', flow.name);
      const version = word(definition?.children.activeVersionNumber);
      const active =
        definition === undefined
          ? versions.filter((each) => text([each], 'status').includes('Active'))
          : files('flows', `${flow.name}-${version}`);
      expect(active.map((each) => isSo([each], 'isAdditionalPermissionRequiredToRun'))).toEqual(
        flow.active === false ? [] : [flow.restrictsAccess === true],
      );
    }
  });
});

test('every field that files can have is there, with its name and label', () => {
  forAllWritten((org, files) => {
    for (const [object, { fields }] of Object.entries(org.objects)) {
      const found = files('objects', object).flatMap(
        ({ children }) => (children.fields ?? []) as readonly Parsed[],
      );
      const labels = new Map(found.map((each) => [word(each.fullName), word(each.label)]));
      for (const { name, label } of fields.filter((each) => each.name.endsWith('__c'))) {
        expect(labels.get(name)).toBe(label);
      }
    }
  });
});

test('a temporary folder has the files while it is used, and is gone after, whatever happened', async () => {
  const files = writeOrg(fc.sample(namedOrg, { seed: 1, numRuns: 1 })[0] as OrgDescription, plainLayout);
  let seen = '';
  const use = inTemporaryFolder(files, async (folder) => {
    seen = folder;
    for (const [path, bytes] of files) expect(await readFile(join(folder, path))).toEqual(Buffer.from(bytes));
    throw new Error('thrown in use');
  });
  await expect(use).rejects.toThrow('thrown in use');
  await expect(access(seen)).rejects.toThrow('ENOENT');
});

const text = (files: readonly Found[], name: string): readonly string[] =>
  files.flatMap(({ children }) => (children[name] ?? []).map(String));

const isSo = (files: readonly Found[], name: string): boolean =>
  text(files, name).some((each) => each === 'true' || each === '1');
