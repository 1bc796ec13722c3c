import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMetadata } from '../../../../src/collector/source/project/find-metadata.ts';
import { runs } from '../../../runs.ts';
import { filesIn, folderOf, projectOf } from './folders.ts';

const names = [
  'app/profiles/Admin.profile-meta.xml',
  'app/profiles/Other Name.profile-meta.xml',
  'app/sets/Sync.permissionset-meta.xml',
  'lib/sets/Sync.permissionset-meta.xml',
];

const foundWith = async (forceIgnore: string, directory = '.') => {
  const files = Object.fromEntries(names.map((name) => [name, '']));
  const root = folderOf({
    ...files,
    'keep/Z.profile': '',
    '.forceignore': forceIgnore,
    'sfdx-project.json': projectOf(['app', 'lib', 'keep']),
  });
  const { files: found, problems } = await findMetadata([directory, 'keep'], root);
  return { found: found.map(({ file }) => file).filter((file) => file !== 'keep/Z.profile'), problems };
};

describe('A .forceignore leaves out', () => {
  test.each([
    ['nothing where it is empty', '', [0, 1, 2, 3]],
    ['a folder', 'lib', [0, 1, 2]],
    ['a folder, with a slash', 'lib/', [0, 1, 2]],
    ['a folder of the project, not deeper ones', '/sets\n/app/sets', [0, 1, 3]],
    ['folders anywhere', '**/sets', [0, 1]],
    ['files by suffix', '*.permissionset-meta.xml', [0, 1]],
    ['files by suffix, in any case', '*.PermissionSet-meta.xml', [0, 1]],
    ['a file with a space in its name', 'Other Name*', [0, 2, 3]],
    ['all but one', '**/*.permissionset-meta.xml\n!lib/sets/Sync.permissionset-meta.xml', [0, 1, 3]],
    ['what is in a folder that is left out, whatever is taken back', 'lib\n!lib/sets/**', [0, 1, 2]],
    ['nothing for comments and empty lines', '# lib\r\n\r\n  \r\n', [0, 1, 2, 3]],
    ['by lines that end in any way', '# x\r\nlib\r\napp/sets', [0, 1]],
    ['by lines behind a byte order mark', '\uFEFFlib', [0, 1, 2]],
  ])('%s', async (_, forceIgnore, left) => {
    expect(await foundWith(forceIgnore)).toEqual({ found: left.map((index) => names[index]), problems: [] });
    expect((await foundWith(forceIgnore, 'app')).found).toEqual(
      left.map((index) => names[index]).filter((name) => name?.startsWith('app/')),
    );
  });

  test('nothing by backslashes between folders, which is a problem', async () => {
    const { found, problems } = await foundWith('# a\\b\n\\#x\nlib\\sets\n');
    expect(found).toEqual(names);
    expect(problems).toEqual([
      {
        message: expect.stringContaining('A backslash separates no folders here'),
        at: { file: '.forceignore', line: 3, column: 4 },
      },
    ]);
  });

  test.each([
    ['hidden folders', '.hidden/A.profile'],
    ['hidden files', 'a/.A.profile'],
    ['duplicates', 'a.dup/A.profile'],
  ])('%s always, even where there is none', async (_, name) => {
    const root = filesIn([name, 'B.profile']);
    expect((await findMetadata(['.'], root)).files).toMatchObject([{ file: 'B.profile' }]);
    writeFileSync(join(root, '.forceignore'), '');
    expect((await findMetadata(['.'], root)).files).toMatchObject([{ file: 'B.profile' }]);
  });

  test('by the nearest one up to the project', async () => {
    const root = folderOf({
      'sfdx-project.json': projectOf(['app', 'lib']),
      '.forceignore': 'A.profile',
      'app/.forceignore': 'B.profile',
      'app/A.profile': '',
      'app/B.profile': '',
      'lib/A.profile': '',
      'lib/B.profile': '',
    });
    const found = await findMetadata(['.'], root);
    expect(found.files.map(({ file }) => file)).toEqual(['app/A.profile', 'lib/B.profile']);
    expect(found.settings).toEqual(['.forceignore', 'app/.forceignore', 'sfdx-project.json']);
  });

  test('nothing where it stands above the project, or above a folder of none', async () => {
    const root = folderOf({
      '.forceignore': '*.profile',
      'p/sfdx-project.json': projectOf(['.']),
      'p/A.profile': '',
      'q/A.profile': '',
      'r/sfdx-project.json': projectOf(['../s']),
      's/A.profile': '',
    });
    const found = await findMetadata(['p', 'q', 'r'], root);
    expect(found.files.map(({ file }) => file)).toEqual(['p/A.profile', 'q/A.profile', 's/A.profile']);
  });

  test('links, and what they lead to', async () => {
    const other = filesIn(['A.profile', 'B.profile']);
    const root = folderOf({
      '.forceignore': 'gone\nlinked/B.profile',
      gone: { link: 'nowhere' },
      linked: { link: other },
    });
    const found = await findMetadata(['.'], root);
    expect(found.files.map(({ file }) => file)).toEqual(['linked/A.profile']);
    expect(found.problems).toEqual([]);
  });
});

/** Git's own answer, whatever it is configured to. */
const git = (cwd: string, ...command: readonly string[]) =>
  execFileSync('git', ['-c', 'core.ignorecase=true', ...command], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' },
  });

const hasGit = (() => {
  try {
    return git('.', '--version').startsWith('git');
  } catch {
    return false;
  }
})();

describe.skipIf(!hasGit)('Its lines mean what they mean to git (needs git)', () => {
  const part = fc.constantFrom('a', 'b', 'ab', 'x y');
  const path = fc
    .tuple(fc.array(part, { maxLength: 3 }), part)
    .map(([folders, name]) => [...folders, `${name}.profile`].join('/'));
  const glob = fc.constantFrom('a', 'b', 'a*', '?', '[ab]', '**', '*', 'ab', '*.profile', 'a.profile', 'B');
  const line = fc
    .tuple(
      fc.constantFrom('', '', '!', '#'),
      fc.constantFrom('', '/'),
      fc.array(glob, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '', '/'),
    )
    .map(([sign, start, globs, end]) => `${sign}${start}${globs.join('/')}${end}`);

  test('for random lines and files', async () => {
    const anchor = folderOf({ 'Anchor.profile': '' });
    git(anchor, 'init', '--quiet');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { minLength: 1 }), fc.array(line), async (paths, lines) => {
        const work = folderOf(Object.fromEntries(paths.map((one) => [one, ''])));
        writeFileSync(join(work, '.forceignore'), lines.join('\n'));
        const repository = [`--git-dir=${join(anchor, '.git')}`, '--work-tree=.'];
        const listed = git(work, ...repository, 'ls-files', '--others', '--exclude-from=.forceignore', '-z');
        const kept = listed.split('\0').filter((one) => one.endsWith('.profile'));
        const found = await findMetadata(['.', anchor], work);
        const files = found.files.filter(({ name }) => name !== 'Anchor').map(({ file }) => file);
        expect(files).toEqual(kept.sort());
      }),
      runs(40),
    );
  });
});
