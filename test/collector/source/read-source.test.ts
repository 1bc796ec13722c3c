import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../src/collector/source/project/source-error.ts';
import { readSource } from '../../../src/collector/source/read-source.ts';
import { validateSnapshot } from '../../../src/generated/validate-snapshot.js';
import { folderOf, type Tree } from './project/folders.ts';
import {
  document,
  field,
  flow,
  flowAccess,
  group,
  muting,
  needs,
  object,
  permissionSet,
  profile,
  project,
  reading,
  system,
} from './source-files.ts';

const everything: Tree = {
  'sfdx-project.json': project({ sourceApiVersion: '67.0' }),
  '.forceignore': '**/Ignored.*\n',
  'force-app/profiles/Admin.profile-meta.xml': profile(
    system('ApiEnabled') + object('Account', { allowRead: 'true' }),
  ),
  'force-app/profiles/Ignored.profile-meta.xml': 'no XML',
  'force-app/permissionsets/Sync.permissionset-meta.xml': permissionSet(
    field('Account.Rating', 'true', 'true') + flowAccess('Score'),
  ),
  'force-app/mutingpermissionsets/Mute.mutingpermissionset-meta.xml': muting(
    object('Account', { allowEdit: 'true' }),
  ),
  'force-app/permissionsetgroups/Team.permissionsetgroup-meta.xml': group(
    '<permissionSets>Sync</permissionSets>',
  ),
  'force-app/flows/Score.flow-meta.xml': flow('<status>Active</status>'),
  'force-app/objects/Account/Account.object-meta.xml': document('CustomObject', ''),
  'force-app/objects/Account/fields/X__c.field-meta.xml': document('CustomField', '<type>Text</type>'),
  'force-app/objects/Lead/fields/X__c.field-meta.xml': document('CustomField', '<type>Text</type>'),
};

describe('a snapshot of files', () => {
  test('is one that the schema knows, with gaps where files cannot tell', async () => {
    const { snapshot } = await reading(everything);
    expect(
      validateSnapshot(JSON.parse(JSON.stringify(snapshot))),
      JSON.stringify(validateSnapshot.errors),
    ).toBe(true);
    const unread = {
      status: 'unavailable',
      reason: { code: 'source-cannot-tell', mend: expect.stringContaining('--facts FILE') },
    };
    expect(snapshot).toMatchObject({
      snapshotVersion: 1,
      collectedAt: '2026-11-23T12:00:00Z',
      source: { kind: 'source', directories: ['.'], apiVersion: '67.0', facts: null },
      needs,
      auditor: unread,
      permissionableObjects: unread,
      availablePermissions: { status: 'ok', value: ['ApiEnabled', 'ViewAllData'] },
      organization: { status: 'unavailable', reason: { code: 'not-collected' } },
      limits: { status: 'unavailable', reason: { code: 'not-collected' } },
      subjects: [],
    });
    expect(snapshot.containers.map(({ id }) => id)).toEqual([
      'muting:Mute',
      'permission-set:Sync',
      'profile:Admin',
    ]);
  });

  test('says of an org what nobody can read in files, where it is needed', async () => {
    const { snapshot } = await reading(everything, { needs: { organization: true, limits: true } });
    const unread = { status: 'unavailable', reason: { code: 'source-cannot-tell' } };
    expect(snapshot).toMatchObject({
      ...{ organization: unread, limits: unread },
      availablePermissions: { value: [] },
    });
  });

  test('counts all that was read, needed or not', async () => {
    const { snapshot } = await reading(everything);
    const bytes = Object.entries(everything)
      .filter(([name]) => name.endsWith('.xml') && !/Ignored|Lead/.test(name))
      .map(([, text]) => Buffer.byteLength(String(text)));
    expect(snapshot.cost).toEqual({
      files: bytes.length,
      bytes: bytes.reduce((sum, each) => sum + each, 0),
      containers: 4,
      entries: 5,
    });
  });

  test('names the files of each container, and those that concern everybody', async () => {
    const { filesOf, sharedFiles } = await reading(everything);
    expect(Object.fromEntries(filesOf)).toEqual({
      'group:Team': ['force-app/permissionsetgroups/Team.permissionsetgroup-meta.xml'],
      'muting:Mute': ['force-app/mutingpermissionsets/Mute.mutingpermissionset-meta.xml'],
      'permission-set:Sync': ['force-app/permissionsets/Sync.permissionset-meta.xml'],
      'profile:Admin': ['force-app/profiles/Admin.profile-meta.xml'],
    });
    expect(sharedFiles).toEqual([
      '.forceignore',
      'force-app/flows/Score.flow-meta.xml',
      'force-app/objects/Account/Account.object-meta.xml',
      'force-app/objects/Account/fields/X__c.field-meta.xml',
      'sfdx-project.json',
    ]);
  });

  test('is the same whatever the order in which files and directories come', async () => {
    const directories = ['one', 'two', 'three'];
    const tree = Object.fromEntries(
      directories.flatMap((directory) =>
        Object.entries(everything).map(([name, text]) => [`${directory}/${name}`, text] as const),
      ),
    );
    const texts = [directories, directories.toReversed()].map(async (order) => {
      const cwd = folderOf(
        order === directories ? tree : Object.fromEntries(Object.entries(tree).toReversed()),
      );
      const read = await readSource({ directories: order, cwd, needs, collectedAt: '', catalogue: {} });
      return JSON.stringify({
        ...read,
        snapshot: { ...read.snapshot, source: null },
        profiles: [...read.profiles],
        filesOf: [...read.filesOf],
      });
    });
    const [one, other] = await Promise.all(texts);
    expect(other).toBe(one);
  });

  test('shares nothing that can be changed with whoever asked', async () => {
    const asked = { systemPermissions: ['ApiEnabled'] };
    const directories = ['.'];
    const { snapshot } = await reading(everything, { needs: asked, directories });
    asked.systemPermissions.push('ViewAllData');
    directories.push('other');
    expect(snapshot.needs).toEqual({ systemPermissions: ['ApiEnabled'] });
    expect(snapshot.source.directories).toEqual(['.']);
    expect(Object.isFrozen(snapshot.containers[0]?.completeness)).toBe(true);
  });
});

describe('reading', () => {
  test('tells how far it is', async () => {
    const steps: string[] = [];
    await reading(everything, {
      onProgress: ({ part, done, total }) => steps.push(`${part} ${done}/${total}`),
    });
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7].map((done) => `metadata files ${done}/7`));
  });

  test('ends where it is told to, with the reason of that', async () => {
    const stop = new AbortController();
    const read = reading(everything, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(read).rejects.toThrow('enough');
  });

  test('of nothing is an error', async () => {
    await expect(reading({ 'a.txt': '' })).rejects.toThrow(SourceError);
  });
});
