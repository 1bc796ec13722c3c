import { describe, expect, test } from 'vitest';
import {
  containerIn,
  denied,
  document,
  field,
  flowAccess,
  granted,
  muting,
  object,
  partialReason,
  permissionSet,
  placeOf,
  profile,
  project,
  reading,
  system,
  warned,
} from './source-files.ts';

describe('a container', () => {
  const plainProfile = profile('    <custom>true</custom>\n    <userLicense>Salesforce</userLicense>\n');

  test.each<readonly [string, string, string, object]>([
    [
      'profiles/API Only.profile-meta.xml',
      plainProfile,
      'profile:API Only',
      {
        kind: 'profile',
        title: 'API Only',
        apiName: 'API Only',
        isCustom: true,
        license: 'Salesforce',
        groupId: null,
      },
    ],
    [
      'profiles/Admin.profile',
      profile('<custom>false</custom>'),
      'profile:Admin',
      { title: 'System Administrator', apiName: 'Admin', isCustom: false, license: null },
    ],
    [
      'profiles/Standard.profile',
      profile(''),
      'profile:Standard',
      { title: 'Standard User', isCustom: false },
    ],
    ['profiles/Own.profile', profile(''), 'profile:Own', { isCustom: true }],
    [
      'profiles/Force%2Ecom - Free User.profile-meta.xml',
      plainProfile,
      'profile:Force.com - Free User',
      { title: 'Force.com - Free User' },
    ],
    [
      'permissionsets/Sync.permissionset-meta.xml',
      permissionSet(
        '<hasActivationRequired>true</hasActivationRequired><label> Sync &amp; go </label><label>Again</label><license>Salesforce Integration</license>',
      ),
      'permission-set:Sync',
      {
        kind: 'permission-set',
        title: 'Sync & go',
        sessionBased: true,
        license: 'Salesforce Integration',
        isCustom: true,
      },
    ],
    [
      'permissionsets/Old.permissionset',
      permissionSet('<userLicense>Salesforce</userLicense>'),
      'permission-set:Old',
      { title: 'Old', license: 'Salesforce', sessionBased: false },
    ],
    [
      'permissionsets/iv__Sync.permissionset',
      permissionSet(''),
      'permission-set:iv__Sync',
      { isCustom: false },
    ],
    [
      'mutingpermissionsets/Mute.mutingpermissionset-meta.xml',
      muting('<label>Mutes</label>'),
      'muting:Mute',
      { kind: 'muting', title: 'Mutes', apiName: 'Mute', groupId: null },
    ],
  ])('%s', async (file, text, id, expected) => {
    const container = containerIn(await reading({ [file]: text }), id);
    expect(container).toMatchObject({ id, ...expected });
    expect(placeOf(container.at)).toMatch(/^2:1 <\w+ xmlns/);
    expect(container.at?.file).toBe(file);
  });

  test("a set in the project's own namespace is custom", async () => {
    const read = await reading({
      'sfdx-project.json': project({ namespace: 'iv' }),
      'force-app/permissionsets/iv__Sync.permissionset-meta.xml': permissionSet(''),
      'force-app/permissionsets/other__Sync.permissionset-meta.xml': permissionSet(''),
    });
    expect(containerIn(read, 'permission-set:iv__Sync').isCustom).toBe(true);
    expect(containerIn(read, 'permission-set:other__Sync').isCustom).toBe(false);
  });

  test('what is not plainly free of activation counts as bound to it', async () => {
    const file = 'permissionsets/Sync.permissionset';
    const read = await reading({
      [file]: permissionSet('<hasActivationRequired>no</hasActivationRequired>\n'),
    });
    expect(containerIn(read, 'permission-set:Sync').sessionBased).toBe(true);
    expect(warned(read)).toEqual([`passed-over ${file}:3`]);
  });
});

describe('completeness', () => {
  test('a profile is partial, whatever it says, and says how to know more', async () => {
    const file = 'force-app/profiles/API Only.profile-meta.xml';
    const container = containerIn(
      await reading({ [file]: profile(system('ApiEnabled')) }),
      'profile:API Only',
    );
    expect(container.completeness).toMatchObject({
      kind: 'partial',
      reason: {
        code: 'source-cannot-tell',
        mend: expect.stringMatching(/--write-manifest FILE.*--facts FILE/),
      },
    });
    expect(partialReason(container)).toContain("profile 'API Only'");
    expect(partialReason(container)).toContain('does not mention it');
  });

  const complete = { kind: 'complete' };
  const partial = { kind: 'partial', reason: { code: 'source-cannot-tell' } };
  test.each([
    ['39.0', partial],
    ['40.0', complete],
    ['67.0', complete],
    [undefined, complete],
  ])('a set retrieved with API version %s', async (sourceApiVersion, expected) => {
    const read = await reading({
      'sfdx-project.json': project({ ...(sourceApiVersion && { sourceApiVersion }) }),
      'force-app/permissionsets/Sync.permissionset-meta.xml': permissionSet(''),
      'force-app/mutingpermissionsets/Mute.mutingpermissionset-meta.xml': muting(''),
    });
    for (const id of ['permission-set:Sync', 'muting:Mute']) {
      expect(containerIn(read, id).completeness).toMatchObject(expected);
    }
    expect(read.snapshot.source.apiVersion).toBe(sourceApiVersion ?? null);
  });
});

describe('an entry that is not there would be added', () => {
  const file = 'profiles/Sync.profile';
  const places = async (content: string) => {
    const { additions } = containerIn(await reading({ [file]: profile(content) }), 'profile:Sync');
    return {
      system: placeOf(additions?.systemPermissions),
      objects: placeOf(additions?.objects),
      flows: placeOf(additions?.flows),
      fields: Object.fromEntries(
        Object.entries(additions?.fields ?? {}).map(([name, at]) => [name, placeOf(at)]),
      ),
    };
  };

  test('before the end tag of the root, where nothing of its kind is there', async () => {
    const end = '4:1 </Profile>';
    expect(await places('    <custom>true</custom>\n')).toEqual({
      ...{ system: end, objects: end, flows: end, fields: { '': end } },
    });
  });

  test('beside the last of its kind; fields beside those of their object', async () => {
    const content =
      field('Account.A', 'true', 'true') +
      field('Account.B', 'true', 'true') +
      field('Lead.C', 'true', 'true') +
      field('Lead.D', 'true', 'true') +
      flowAccess('A') +
      flowAccess('B') +
      object('Account', { allowRead: 'true' }) +
      object('Lead', { allowRead: 'true' }) +
      system('A') +
      system('B');
    expect(await places(content)).toEqual({
      fields: { Account: '8:5 <fieldPermissions>', '': '18:5 <fieldPermissions>' },
      flows: '27:5 <flowAccesses>',
      objects: '35:5 <objectPermissions>',
      system: '43:5 <userPermissions>',
    });
  });
});

describe('several files of one container', () => {
  const first = 'a/permissionsets/Sync.permissionset-meta.xml';
  const second = 'b/permissionsets/sync.permissionset-meta.xml';
  const readSets = (one: string, other: string) =>
    reading({ [first]: permissionSet(one), [second]: permissionSet(other) });

  test('give what all of them give, and are told at the further ones', async () => {
    const same = system('ApiEnabled') + field('Account.Rating', 'true', 'false');
    const read = await readSets(same, same);
    const sync = containerIn(read, 'permission-set:Sync');
    expect(granted(sync)).toEqual(['ApiEnabled', 'Account.Rating: read']);
    expect(denied(sync)).toEqual(['Account.Rating: edit']);
    expect(sync.completeness).toEqual({ kind: 'complete' });
    expect(warned(read)).toContain(`duplicate-container ${second}:2`);
    expect(read.filesOf.get('permission-set:Sync')).toEqual([first, second]);
    expect(read.snapshot.cost.containers).toBe(1);
  });

  test.each([
    ['one that is missing in the other', system('ApiEnabled'), ''],
    ['one that the other refuses', system('ApiEnabled', 'false'), system('ApiEnabled')],
  ])('do not tell %s', async (_, one, other) => {
    const sync = containerIn(await readSets(one, other), 'permission-set:Sync');
    expect([granted(sync), denied(sync)]).toEqual([[], []]);
    expect(partialReason(sync)).toContain(`do not agree (${first} and ${second})`);
  });

  test('refuse what none of them gives', async () => {
    const sync = containerIn(await readSets(system('ApiEnabled', 'false'), ''), 'permission-set:Sync');
    expect(denied(sync)).toEqual(['ApiEnabled']);
    expect(sync.completeness).toEqual({ kind: 'complete' });
  });

  const readProfiles = async (...contents: readonly string[]) =>
    containerIn(
      await reading(
        Object.fromEntries(
          contents.map((content, index) => [`p${index}/profiles/Admin.profile`, profile(content)]),
        ),
      ),
      'profile:Admin',
    );

  test('of a profile give what one gives and none refuses', async () => {
    const admin = await readProfiles(system('ApiEnabled'), '', system('ViewAllData', 'false'));
    expect([granted(admin), denied(admin)]).toEqual([['ApiEnabled'], ['ViewAllData']]);
    expect(partialReason(admin)).not.toContain('do not agree');
  });

  test('of a profile do not tell what one gives and another refuses', async () => {
    const admin = await readProfiles(system('ApiEnabled'), system('ApiEnabled', 'false'));
    expect([granted(admin), denied(admin)]).toEqual([[], []]);
    expect(partialReason(admin)).toContain(
      'do not agree (p0/profiles/Admin.profile and p1/profiles/Admin.profile)',
    );
    expect(admin.completeness).toMatchObject({ reason: { at: { file: 'p0/profiles/Admin.profile' } } });
  });

  test('are known of nothing where one cannot be read', async () => {
    const read = await reading({ [first]: permissionSet(system('ApiEnabled')), [second]: '<PermissionSet>' });
    expect(containerIn(read, 'permission-set:Sync').systemPermissions).toMatchObject({
      reason: { code: 'file-unreadable', at: { file: second } },
    });
  });

  test('two in one folder are two, and each says it all', async () => {
    const folder = 'permissionsets/Sync/Sync.permissionset';
    const read = await reading({
      [folder]: permissionSet(system('ApiEnabled')),
      [`${folder}-meta.xml`]: permissionSet(''),
    });
    expect(granted(containerIn(read, 'permission-set:Sync'))).toEqual([]);
    expect(warned(read)).toEqual([`duplicate-container ${folder}-meta.xml:2`]);
  });
});

describe('a file that is not what it should be', () => {
  const broken: readonly (readonly [string, string, number, string])[] = [
    ['another root', document('Profile', ''), 2, 'has the root <Profile>, and not <PermissionSet>'],
    ['a root that is not closed', '<PermissionSet>\n', 2, 'ends before <PermissionSet> is closed'],
    ['nothing', '', 1, 'holds no element'],
    ['text', 'permissions: all\n', 1, 'has text outside its root element'],
    ['a document type', '<!DOCTYPE x [<!ENTITY e "x">]>\n<PermissionSet/>\n', 1, 'declares a document type'],
    ['an entry that breaks off', permissionSet(`${system('ApiEnabled')}<userPermissions>\n`), 8, 'end tag'],
  ];
  test.each(broken)('%s: nothing of it counts', async (_, text, line, says) => {
    const file = 'permissionsets/Sync.permissionset';
    const read = await reading({ [file]: text });
    const sync = containerIn(read, 'permission-set:Sync');
    const reason = {
      code: 'file-unreadable',
      message: expect.stringContaining(says),
      mend: 'mend the file, or leave it out with .forceignore',
      at: { file, line },
    };
    const part = { status: 'unavailable', reason };
    expect(sync).toMatchObject({
      ...{ title: 'Sync', systemPermissions: part, objects: part, fields: part, flows: part },
      completeness: { kind: 'partial', reason },
    });
    expect(sync.denials).toBeUndefined();
    expect(warned(read)).toEqual([`unreadable ${file}:${line}`]);
    expect(read.snapshot.cost).toMatchObject({ files: 1, containers: 1, entries: 0 });
  });

  test('a folder that has the name of a file is none', async () => {
    await expect(reading({ 'profiles/A.profile/x.txt': '' })).rejects.toMatchObject({ kind: 'unreadable' });
  });
});
