import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disk, type FileSystem } from '../../../../src/collector/source/project/file-system.ts';
import { findMetadata, findMetadataOn } from '../../../../src/collector/source/project/find-metadata.ts';
import { filesIn, folderOf, projectOf, type Tree } from './folders.ts';

const namesOf = (found: { readonly files: readonly { readonly file: string }[] }) =>
  found.files.map(({ file }) => file);
const messagesOf = (found: { readonly problems: readonly { readonly message: string }[] }) =>
  found.problems.map(({ message }) => message);

const project: Tree = {
  'sfdx-project.json': projectOf(['force-app', 'extra'], { sourceApiVersion: '60.0', namespace: 'iv' }),
  'force-app/main/profiles/Admin.profile-meta.xml': 'admin',
  'extra/permissionsets/Sync.permissionset-meta.xml': 'sync',
  'unpackaged/profiles/Other.profile-meta.xml': '',
};

describe('Of a project', () => {
  test('its package directories are read, those alone, with what the project says', async () => {
    const root = folderOf(project);
    expect(await findMetadata(['.'], root)).toEqual({
      files: [
        {
          file: 'extra/permissionsets/Sync.permissionset-meta.xml',
          path: join(root, 'extra/permissionsets/Sync.permissionset-meta.xml'),
          kind: 'permission-set',
          name: 'Sync',
          bytes: 4,
        },
        {
          file: 'force-app/main/profiles/Admin.profile-meta.xml',
          path: join(root, 'force-app/main/profiles/Admin.profile-meta.xml'),
          kind: 'profile',
          name: 'Admin',
          bytes: 5,
        },
      ],
      apiVersion: '60.0',
      namespace: 'iv',
      settings: ['sfdx-project.json'],
      problems: [],
      unread: [],
    });
  });

  test('a folder within is read as it is, even outside of the package directories', async () => {
    const root = folderOf(project);
    const found = await findMetadata(['unpackaged/profiles'], root);
    expect(namesOf(found)).toEqual(['unpackaged/profiles/Other.profile-meta.xml']);
    expect(found).toMatchObject({ apiVersion: '60.0', namespace: 'iv', settings: ['sfdx-project.json'] });
  });

  test.each([
    ['the same twice', ['.', '.']],
    ['a folder within another', ['.', 'force-app']],
    ['a folder before the one around it', ['force-app/main/profiles', 'extra', '.']],
    ['relative and absolute', ['./force-app/', 'ABSOLUTE/force-app', 'extra/../extra']],
  ])('every file is told once: %s', async (_, directories) => {
    const root = folderOf(project);
    const named = directories.map((one) => one.replace('ABSOLUTE', root));
    expect(namesOf(await findMetadata(named, root))).toEqual([
      'extra/permissionsets/Sync.permissionset-meta.xml',
      'force-app/main/profiles/Admin.profile-meta.xml',
    ]);
  });

  test.each([
    ['overlap', ['force-app', 'force-app/main', './force-app/']],
    ['are written with backslashes', ['force-app\\main']],
    ['are the project itself', ['.']],
    ['are the project itself, as an empty path', ['']],
    ['are hidden folders or lie outside', ['../sibling', 'force-app']],
  ])('package directories may: %s', async (_, packages) => {
    const root = folderOf({
      'p/sfdx-project.json': projectOf(packages),
      'p/force-app/main/profiles/A.profile': '',
      'sibling/README.md': '',
    });
    expect(namesOf(await findMetadata(['p'], root))).toEqual(['p/force-app/main/profiles/A.profile']);
  });

  test('a package directory may be a hidden folder', async () => {
    const root = folderOf({ 'sfdx-project.json': projectOf(['.hidden']), '.hidden/profiles/A.profile': '' });
    expect(namesOf(await findMetadata(['.'], root))).toEqual(['.hidden/profiles/A.profile']);
  });

  test('package directories that are not there, or are no folder, are problems at their lines', async () => {
    const root = folderOf({
      ...project,
      'sfdx-project.json': projectOf(['gone', 'force-app', 'a-file', '/absolute']),
      'a-file': '',
    });
    const { problems } = await findMetadata(['.', 'force-app'], root);
    expect(problems.map(({ message, at }) => `${at.file}:${at.line}:${at.column} ${message}`)).toEqual([
      "sfdx-project.json:4:15 The package directory 'gone' is not there, so nothing was read of it",
      "sfdx-project.json:10:15 The package directory 'a-file' is no folder, so nothing was read of it",
      "sfdx-project.json:13:15 The package directory '/absolute' was passed over: it must be relative to sfdx-project.json",
    ]);
  });

  test('of several projects the lowest version holds, and no namespace where they differ', async () => {
    const root = folderOf({
      'a/sfdx-project.json': projectOf(['x'], { sourceApiVersion: '60.0', namespace: 'iv' }),
      'a/x/profiles/A.profile': '',
      'b/sfdx-project.json': projectOf(['x'], { sourceApiVersion: '9.0' }),
      'b/x/profiles/A.profile': '',
    });
    const found = await findMetadata(['a', 'b'], root);
    expect(found).toMatchObject({ apiVersion: '9.0', namespace: null });
    expect(messagesOf(found)).toEqual([
      "Its namespace is none, and that of a/sfdx-project.json is 'iv', so neither was taken for the names in the files. Read the projects one by one",
    ]);
  });

  test('a version that is none is told', async () => {
    const root = folderOf({
      ...project,
      'sfdx-project.json': projectOf(['extra'], { sourceApiVersion: 'x' }),
    });
    const found = await findMetadata(['.'], root);
    expect(found.apiVersion).toBeNull();
    expect(messagesOf(found)).toEqual([expect.stringContaining("'x' is no API version such as 67.0")]);
  });

  test('a project within a folder that is read is told', async () => {
    const found = await findMetadata(
      ['.'],
      folderOf({ 'p/sfdx-project.json': projectOf(['x']), 'p/A.profile': '' }),
    );
    expect(namesOf(found)).toEqual(['p/A.profile']);
    expect(found.problems).toMatchObject([
      {
        message: expect.stringContaining("'p' is a project of its own"),
        at: { file: 'p/sfdx-project.json' },
      },
    ]);
  });
});

describe('What is below a folder', () => {
  test('is told relative to the working folder, or else as it was named', async () => {
    const root = filesIn(['work/a/A.profile', 'else/B.profile']);
    const cwd = join(root, 'work');
    expect(namesOf(await findMetadata(['a'], cwd))).toEqual(['a/A.profile']);
    expect(namesOf(await findMetadata(['.'], join(cwd, 'a')))).toEqual(['A.profile']);
    expect(namesOf(await findMetadata([join(cwd, 'a')], cwd))).toEqual(['a/A.profile']);
    expect(namesOf(await findMetadata(['../else', 'a'], cwd))).toEqual(['../else/B.profile', 'a/A.profile']);
    expect(namesOf(await findMetadata([join(root, 'else')], cwd))).toEqual([`${root}/else/B.profile`]);
  });

  test('is sorted by file, whatever the order of the disk', async () => {
    const names = [
      'b/Z.profile',
      'b.c/A.profile',
      'a/é.profile',
      'a/e.profile',
      'B/x.profile',
      'a/10.profile',
    ];
    const root = filesIn(names);
    expect(namesOf(await findMetadata(['.'], root))).toEqual([...names].sort());
    const reversed: FileSystem = { ...disk, list: (folder) => disk.list(folder).toReversed() };
    expect(await findMetadataOn(reversed, ['.'], root)).toEqual(await findMetadata(['.'], root));
  });

  test('may have any name: spaces, quotes, percent signs, other scripts, line ends', async () => {
    const names = [
      "a b/Sam's (old).profile",
      'ä/営業 %.profile',
      'x\ny/%%%NAMESPACE%%%X.profile',
      '$(x)/`y`.profile',
    ];
    expect(namesOf(await findMetadata(['.'], filesIn(names)))).toEqual([...names].sort());
  });

  test('may lie deep', async () => {
    const path = [...Array<string>(15).fill('d'.repeat(200)), 'profiles/A.profile'].join('/');
    expect(namesOf(await findMetadata(['.'], filesIn([path])))).toEqual([path]);
  });

  test.each(['node_modules', '.git', '.sf', '.sfdx', 'staticresources/archive', '.vscode'])(
    'is not read in %s',
    async (folder) => {
      const root = filesIn(['profiles/A.profile', `${folder}/profiles/B.profile-meta.xml`]);
      expect(namesOf(await findMetadata(['.'], root))).toEqual(['profiles/A.profile']);
    },
  );

  test('may have one set in two places', async () => {
    const names = ['a/permissionsets/S.permissionset-meta.xml', 'b/permissionsets/S.permissionset-meta.xml'];
    expect(namesOf(await findMetadata(['.'], filesIn(names)))).toEqual(names);
  });

  test('may be a set of parts alone, by the name of its folder', async () => {
    const root = filesIn(['permissionsets/My%20Set/classAccesses/Main.classAccess-meta.xml']);
    expect((await findMetadata(['permissionsets/My%20Set'], root)).files).toMatchObject([
      { kind: 'permission-set-part', name: 'My Set' },
    ]);
  });

  test('is one problem for a reason where names look like metadata and are not', async () => {
    const names = ['A.x', 'A.y', 'B.x'].map((name) => `permissionsets/S/${name}-meta.xml`);
    const found = await findMetadata(['.'], filesIn(['profiles/A.profile', ...names]));
    expect(found.problems).toEqual([
      {
        message: expect.stringContaining(
          "'A.x-meta.xml' was passed over (and 1 more like it): it has a suffix 'x'",
        ),
        at: { file: names[0], line: 1, column: 1 },
      },
      {
        message: expect.stringContaining("'A.y-meta.xml' was passed over: it has a suffix 'y'"),
        at: { file: names[1], line: 1, column: 1 },
      },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('Links', () => {
  const twice: Tree = {
    'm/profiles/A.profile': 'text',
    'z/shared/B.profile': '',
  };

  test('to files and folders are followed', async () => {
    const root = folderOf({
      ...twice,
      'm/linked': { link: '../z/shared' },
      'm/profiles/C.profile': { link: '../../z/shared/B.profile' },
    });
    expect((await findMetadata(['m'], root)).files).toMatchObject([
      { file: 'm/linked/B.profile', name: 'B' },
      { file: 'm/profiles/A.profile', bytes: 4 },
      { file: 'm/profiles/C.profile', name: 'C' },
    ]);
  });

  test('to what is read anyway add nothing, whatever the order', async () => {
    const root = folderOf({
      ...twice,
      'a-folder': { link: 'z/shared' },
      'm/profiles/B.profile': { link: '../../z/shared/B.profile' },
    });
    const found = await findMetadata(['.'], root);
    expect(namesOf(found)).toEqual(['m/profiles/A.profile', 'z/shared/B.profile']);
    expect(found.problems).toEqual([]);
  });

  test('to one folder are followed once, by the first of them, whatever the order of the disk', async () => {
    const root = folderOf({
      ...twice,
      'm/b': { link: '../z' },
      'm/a': { link: '../z' },
      'm/c': { link: '../z' },
    });
    const reversed: FileSystem = { ...disk, list: (folder) => disk.list(folder).toReversed() };
    for (const files of [disk, reversed])
      expect(namesOf(await findMetadataOn(files, ['m'], root))).toEqual([
        'm/a/shared/B.profile',
        'm/profiles/A.profile',
      ]);
  });

  test('to a file under another name are another thing', async () => {
    const root = folderOf({ ...twice, 'm/profiles/C.profile': { link: 'A.profile' } });
    expect(namesOf(await findMetadata(['m'], root))).toEqual([
      'm/profiles/A.profile',
      'm/profiles/C.profile',
    ]);
  });

  test.each([
    ['itself', { loop: { link: '.' } }, 'loop'],
    ['the folder around', { 'm/loop': { link: '..' } }, 'm/loop'],
    ['a folder around what is read', { 'm/loop': { link: '../..' } }, 'm/loop'],
    [
      'one that leads back',
      { 'm/x/y': null, 'm/x/loop': { link: '../../other' }, 'other/back': { link: '../m' } },
      'm/x/loop/back',
    ],
  ])('that lead in a circle end, with a problem: %s', async (_, tree, at) => {
    const root = folderOf({ ...twice, ...tree } as Tree);
    const found = await findMetadata(['.', 'm'].slice(at.startsWith('m/x') ? 1 : 0), root);
    expect(namesOf(found)).toContain('m/profiles/A.profile');
    expect(found.problems).toEqual([
      {
        message: expect.stringContaining('links back to a folder that it is in'),
        at: { file: at, line: 1, column: 1 },
      },
    ]);
  });

  test('that lead to nothing, or to each other, are problems', async () => {
    const root = folderOf({
      ...twice,
      'm/gone': { link: '/nowhere/at/all' },
      'm/one': { link: 'other' },
      'm/other': { link: 'one' },
    });
    const found = await findMetadata(['m'], root);
    expect(found.problems.map(({ message, at }) => `${at.file} ${message}`)).toEqual([
      "m/gone 'gone' could not be read (it is not there), so what it holds is not known",
      "m/one 'one' could not be read (its links lead in a circle), so what it holds is not known",
      "m/other 'other' could not be read (its links lead in a circle), so what it holds is not known",
    ]);
  });

  test('into folders that are never read are not followed', async () => {
    const root = folderOf({ ...twice, 'm/node_modules': { link: '../z' }, 'm/.x': { link: '../z' } });
    expect(namesOf(await findMetadata(['m'], root))).toEqual(['m/profiles/A.profile']);
  });

  test('may be what is named', async () => {
    const root = folderOf({ ...twice, here: { link: 'm' } });
    expect(namesOf(await findMetadata(['here', 'm'], root))).toEqual(['here/profiles/A.profile']);
  });

  test('name the set of a part by the folder they stand in', async () => {
    const root = folderOf({
      'm/permissionsets/Sync': { link: '../../z' },
      'z/Sync.userPermission-meta.xml': '',
    });
    expect((await findMetadata(['m'], root)).files).toMatchObject([{ name: 'Sync' }]);
  });
});

describe('What cannot be read is a problem, and the rest is read', () => {
  const refuse = (code: string) => {
    throw Object.assign(new Error(`${code}: refused`), { code });
  };
  const tree: Tree = {
    'a/profiles/A.profile': '',
    'b/profiles/B.profile': '',
    'sfdx-project.json': projectOf(['.']),
    '.forceignore': 'b',
  };

  test('a folder', async () => {
    const root = folderOf(tree);
    const list: FileSystem['list'] = (folder) =>
      folder.endsWith('/a') ? refuse('EACCES') : disk.list(folder);
    rmSync(join(root, '.forceignore'));
    const found = await findMetadataOn({ ...disk, list }, ['.'], root);
    expect(namesOf(found)).toEqual(['b/profiles/B.profile']);
    expect(found.problems).toEqual([
      {
        message: "'a' could not be read (permission to open it is missing), so what it holds is not known",
        at: { file: 'a', line: 1, column: 1 },
      },
    ]);
    expect(found.unread).toEqual(found.problems);
  });

  test('a file', async () => {
    const look: FileSystem['look'] = (path) => (path.endsWith('A.profile') ? refuse('EIO') : disk.look(path));
    const root = folderOf({ ...tree, '.forceignore': '' });
    const found = await findMetadataOn({ ...disk, look }, ['.'], root);
    expect(namesOf(found)).toEqual(['b/profiles/B.profile']);
    expect(found.problems).toEqual([
      {
        message: "'A.profile' could not be read (EIO: refused), so what it holds is not known",
        at: { file: 'a/profiles/A.profile', line: 1, column: 1 },
      },
    ]);
    expect(found.unread).toEqual(found.problems);
  });

  test('a .forceignore, which leaves nothing out then', async () => {
    const read: FileSystem['read'] = (path) =>
      path.endsWith('.forceignore') ? refuse('EACCES') : disk.read(path);
    const found = await findMetadataOn({ ...disk, read }, ['.'], folderOf(tree));
    expect(namesOf(found)).toEqual(['a/profiles/A.profile', 'b/profiles/B.profile']);
    expect(messagesOf(found)).toEqual([
      '.forceignore could not be read (permission to open it is missing), so nothing is left out for it',
    ]);
  });

  test('the sfdx-project.json: then nothing can be read', async () => {
    const read: FileSystem['read'] = (path) => (path.endsWith('.json') ? refuse('EACCES') : disk.read(path));
    await expect(findMetadataOn({ ...disk, read }, ['a'], folderOf(tree))).rejects.toMatchObject({
      name: 'SourceError',
      kind: 'unreadable',
      message: expect.stringContaining(
        'sfdx-project.json could not be read (permission to open it is missing)',
      ),
    });
  });

  test.skipIf(process.platform === 'win32')('pipes, which are not opened', async () => {
    const root = filesIn(['profiles/A.profile']);
    for (const name of ['profiles/P.profile', 'pipe', '.forceignore', 'sfdx-project.json', 'package.xml'])
      execFileSync('mkfifo', [join(root, name)]);
    symlinkSync(join(root, 'pipe'), join(root, 'profiles/L.profile'));
    const found = await findMetadata(['.'], root);
    expect(namesOf(found)).toEqual(['profiles/A.profile']);
    expect(found.problems.map(({ message, at }) => `${at.file} ${message}`)).toEqual([
      "profiles/L.profile 'L.profile' is no file but a pipe, a socket or a device, so it was passed over",
      "profiles/P.profile 'P.profile' is no file but a pipe, a socket or a device, so it was passed over",
    ]);
  });
});

describe('Where nothing at all can be read, the error says what to do', () => {
  test.each([
    ['no folder', [], 'usage', 'No folder was named'],
    [
      'a folder that is not there',
      ['gone'],
      'unreadable',
      "'gone' could not be read: there is no such folder",
    ],
    ['one of them is not there', ['some', 'gone'], 'unreadable', "'gone' could not be read"],
    ['a file', ['some/A.profile'], 'usage', "'some/A.profile' is a file. Name the folder"],
    ['below a file', ['some/A.profile/x'], 'unreadable', 'there is no such folder'],
    ['nothing in it', ['empty'], 'unreadable', "No metadata in 'empty': 0 files were looked at"],
    [
      'other files',
      ['docs', 'empty'],
      'unreadable',
      "No metadata in 'docs' and 'empty': 1 file was looked at",
    ],
    ['a project below', ['projects'], 'unreadable', "a sfdx-project.json in 'projects/one', 'projects/two'"],
    [
      'a project above',
      ['projects/one/docs'],
      'unreadable',
      'of the project of projects/one/sfdx-project.json',
    ],
    [
      'packages that are not there',
      ['projects/one'],
      'unreadable',
      "projects/one/sfdx-project.json names none could be read: 'x'",
    ],
    [
      'no package directory',
      ['wrong/none'],
      'usage',
      'wrong/none/sfdx-project.json:1:1: names no package directories',
    ],
    [
      'an empty list of them',
      ['wrong/empty'],
      'usage',
      'wrong/empty/sfdx-project.json:2:3: names no package directories',
    ],
    ['no text', ['wrong/blank'], 'usage', 'wrong/blank/sfdx-project.json:1:1: is no JSON: Unexpected end'],
    [
      'no JSON',
      ['wrong/comma'],
      'usage',
      'wrong/comma/sfdx-project.json:3:1: is no JSON: Expected double-quoted',
    ],
    [
      'text without quotes',
      ['wrong/quotes'],
      'usage',
      'wrong/quotes/sfdx-project.json:2:37: is no JSON: Unexpected token',
    ],
    [
      'another language',
      ['wrong/yaml'],
      'usage',
      "wrong/yaml/sfdx-project.json:1:1: is no JSON: Unexpected token 'p'. Mend",
    ],
    [
      'a comment',
      ['wrong/comment'],
      'usage',
      'wrong/comment/sfdx-project.json:2:3: is no JSON: Expected property name',
    ],
    ['no JSON above', ['wrong/comma/x'], 'usage', 'wrong/comma/sfdx-project.json:3:1: is no JSON'],
    ['no object', ['wrong/list'], 'usage', 'wrong/list/sfdx-project.json:1:1: names no package directories'],
  ])('%s', async (_, directories, kind, message) => {
    const root = folderOf({
      'some/A.profile': '',
      empty: null,
      'docs/README.md': '',
      'projects/one/sfdx-project.json': projectOf(['x']),
      'projects/one/docs': null,
      'projects/two/sfdx-project.json': projectOf(['y']),
      'wrong/none/sfdx-project.json': '{}',
      'wrong/empty/sfdx-project.json': '{\n  "packageDirectories": []\n}',
      'wrong/blank/sfdx-project.json': '',
      'wrong/comma/sfdx-project.json': '{\r\n"packageDirectories": [],\r\n}',
      'wrong/comma/x': null,
      'wrong/quotes/sfdx-project.json': '{\n  "packageDirectories": [{ "path": force-app }]\n}',
      'wrong/yaml/sfdx-project.json': 'packageDirectories: []',
      'wrong/comment/sfdx-project.json': '{\n  // Ours\n  "packageDirectories": []\n}',
      'wrong/list/sfdx-project.json': '[]',
    });
    await expect(findMetadata(directories, root)).rejects.toMatchObject({
      name: 'SourceError',
      kind,
      message: expect.stringContaining(message),
    });
  });

  test('a first problem is told with it', async () => {
    const list: FileSystem['list'] = () => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    };
    const root = filesIn(['a/A.profile']);
    await expect(findMetadataOn({ ...disk, list }, ['a'], root)).rejects.toThrow(
      "a:1:1: 'a' could not be read (permission to open it is missing)",
    );
  });
});

test('A folder is read within a project that names no package directories', async () => {
  const root = folderOf({ 'sfdx-project.json': '{"namespace": "iv"}', 'a/A.profile': '' });
  expect(await findMetadata(['a'], root)).toMatchObject({ namespace: 'iv', files: [{ name: 'A' }] });
});

test('A byte order mark before the JSON is passed over', async () => {
  const root = folderOf({ ...project, 'sfdx-project.json': `\uFEFF${projectOf(['extra'])}` });
  expect(namesOf(await findMetadata(['.'], root))).toEqual([
    'extra/permissionsets/Sync.permissionset-meta.xml',
  ]);
});

test('An aborted signal ends it with its reason', async () => {
  const root = folderOf(project);
  await expect(findMetadata(['.'], root, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});

test('The disk is asked once a folder, and once a file of metadata', async () => {
  const asked: string[] = [];
  const counting: FileSystem = {
    list: (folder) => {
      asked.push(`list ${folder}`);
      return disk.list(folder);
    },
    look: (path) => {
      asked.push(`look ${path}`);
      return disk.look(path);
    },
    realPath: disk.realPath,
    read: disk.read,
  };
  const root = filesIn([
    'a/profiles/A.profile',
    'a/classes/B.cls',
    'a/classes/B.cls-meta.xml',
    'a/b/c/d.txt',
  ]);
  mkdirSync(join(root, 'a/node_modules'));
  writeFileSync(join(root, 'a/node_modules/x.profile'), '');
  await findMetadataOn(counting, ['a/b', 'a', 'a'], root);
  const inside = asked.filter((question) => question.includes(`${join(root, 'a')}/`));
  expect(inside.filter((question) => !/forceignore|sfdx-project/.test(question)).sort()).toEqual([
    `list ${root}/a/b`,
    `list ${root}/a/b/c`,
    `list ${root}/a/classes`,
    `list ${root}/a/profiles`,
    // It was named.
    `look ${root}/a/b`,
    `look ${root}/a/profiles/A.profile`,
  ]);
});
