import { describe, expect, test } from 'vitest';
import { containerIn, group, muting, permissionSet, placeOf, reading, warned } from './source-files.ts';

const file = 'permissionsetgroups/Team.permissionsetgroup-meta.xml';
const members = (...names: readonly string[]) =>
  names.map((name) => `    <permissionSets>${name}</permissionSets>\n`).join('');
const mutings = (...names: readonly string[]) =>
  names.map((name) => `    <mutingPermissionSets>${name}</mutingPermissionSets>\n`).join('');
const sets = {
  'permissionsets/Sync.permissionset': permissionSet(''),
  'mutingpermissionsets/Mute.mutingpermissionset': muting(''),
};

describe('a group', () => {
  test('names its members and muting sets, in the spelling of their files', async () => {
    const read = await reading({
      ...sets,
      [file]: group(
        `    <label>The team</label>\n${mutings('MUTE')}${members('sync', 'Sync')}    <status>Outdated</status>\n`,
      ),
    });
    expect(read.snapshot.groups).toEqual([
      {
        id: 'group:Team',
        apiName: 'Team',
        title: 'The team',
        status: 'Updated',
        sessionBased: false,
        components: { status: 'ok', value: { members: ['permission-set:Sync'], muting: ['muting:Mute'] } },
        at: expect.objectContaining({ file, line: 2, column: 1 }),
      },
    ]);
    expect(read.snapshot.warnings).toEqual([]);
    expect(containerIn(read, 'muting:Mute').groupId).toBe('group:Team');
    expect(read.filesOf.get('group:Team')).toEqual([file]);
    expect(read.snapshot.cost.containers).toBe(3);
  });

  test.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['perhaps', true],
  ])('with hasActivationRequired %s is session-based: %s', async (text, expected) => {
    const read = await reading({ [file]: group(`<hasActivationRequired>${text}</hasActivationRequired>`) });
    expect(read.snapshot.groups).toMatchObject([{ title: 'Team', sessionBased: expected }]);
  });

  test('names members all the same that have no file, and each is told', async () => {
    const read = await reading({ ...sets, [file]: group(members('Sync', 'force__Gone') + mutings('Gone')) });
    expect(read.snapshot.groups).toMatchObject([
      {
        components: {
          value: { members: ['permission-set:Sync', 'permission-set:force__Gone'], muting: ['muting:Gone'] },
        },
      },
    ]);
    expect(
      read.snapshot.warnings.map(({ code, message, at }) => [code, message.slice(0, 60), placeOf(at)]),
    ).toEqual([
      [
        'no-such-member',
        expect.stringContaining("permission set 'force__Gone'"),
        '4:5 <permissionSets>force__Gone</permissionSets>',
      ],
      [
        'no-such-member',
        expect.stringContaining("muting permission set 'Gone'"),
        '5:5 <mutingPermissionSets>Gone</mutingPermissionSets>',
      ],
    ]);
  });

  test('a permission set is no muting set, and the other way round', async () => {
    const read = await reading({ ...sets, [file]: group(members('Mute') + mutings('Sync')) });
    expect(warned(read)).toEqual([`no-such-member ${file}:3`, `no-such-member ${file}:4`]);
    expect(read.snapshot.groups).toMatchObject([
      { components: { value: { members: ['permission-set:Mute'], muting: ['muting:Sync'] } } },
    ]);
  });

  test('that cannot be read has components that are not known', async () => {
    const read = await reading({ ...sets, [file]: permissionSet('') });
    expect(read.snapshot.groups).toMatchObject([
      {
        id: 'group:Team',
        components: { status: 'unavailable', reason: { code: 'file-unreadable', at: { file, line: 2 } } },
      },
    ]);
    expect(warned(read)).toEqual([`unreadable ${file}:2`]);
  });

  test('an element that names nothing is told', async () => {
    const read = await reading({ [file]: group('    <permissionSets/>\n') });
    expect(warned(read)).toEqual([`passed-over ${file}:3`]);
  });

  const another = 'z/permissionsetgroups/team.permissionsetgroup';
  test.each([
    ['the same members', members('Sync'), { status: 'ok' }],
    ['other members', members('Other'), { status: 'unavailable', reason: { code: 'source-cannot-tell' } }],
  ])('in two files with %s', async (_, content, components) => {
    const read = await reading({ ...sets, [file]: group(members('Sync')), [another]: group(content) });
    expect(read.snapshot.groups).toMatchObject([{ id: 'group:Team', components }]);
    expect(warned(read)).toContain(`duplicate-container ${another}:2`);
    expect(read.filesOf.get('group:Team')).toEqual([file, another]);
  });

  test('a muting set that two groups name belongs to neither alone', async () => {
    const read = await reading({
      ...sets,
      [file]: group(mutings('Mute')),
      'permissionsetgroups/Two.permissionsetgroup': group(mutings('Mute')),
    });
    expect(containerIn(read, 'muting:Mute').groupId).toBeNull();
  });
});
