import { describe, expect, test } from 'vitest';
import { findMetadata } from '../../../../src/collector/source/project/find-metadata.ts';
import { folderOf, projectOf, type Tree } from './folders.ts';

const packageXml = (types: Readonly<Record<string, readonly string[]>>, version = '58.0') =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...Object.entries(types).map(
      ([name, members]) =>
        `<types>${members.map((member) => `<members>${member}</members>`).join('\n')}<name>${name}</name></types>`,
    ),
    version === '' ? '' : `<version> ${version}\n</version>`,
    '</Package>',
  ].join('\n');

const older: Tree = {
  'src/package.xml': packageXml({ Profile: ['Admin'], CustomObject: ['*', 'Account', ' Contact '] }),
  'src/profiles/Admin.profile': '',
  'src/objects/Account.object': '',
};

const read = (tree: Tree, directories = ['.']) => findMetadata(directories, folderOf(tree));

describe('A package.xml beside folders of metadata', () => {
  test.each([['.'], ['src'], ['src/../src/']])(
    'tells the version and what was retrieved: %s',
    async (directory) => {
      expect(await read(older, [directory])).toMatchObject({
        apiVersion: '58.0',
        retrieved: { CustomObject: ['*', 'Account', 'Contact'], Profile: ['Admin'] },
        settings: ['src/package.xml'],
        problems: [],
      });
    },
  );

  test('may say one type several times', async () => {
    const text = packageXml({ CustomObject: ['A'] }).replace(
      '<version>',
      '<types><name>CustomObject</name><members>B</members></types><types><members>X</members></types><version>',
    );
    expect((await read({ ...older, 'src/package.xml': text })).retrieved).toEqual({
      CustomObject: ['A', 'B'],
    });
  });

  test('may call a type anything', async () => {
    const text = packageXml({ ['__proto__']: ['constructor'] });
    const { retrieved } = await read({ ...older, 'src/package.xml': text });
    expect(Object.entries(retrieved ?? {})).toEqual([['__proto__', ['constructor']]]);
  });

  test('need not say a version', async () => {
    const found = await read({ ...older, 'src/package.xml': packageXml({ Profile: ['Admin'] }, '') });
    expect(found).toMatchObject({ apiVersion: null, retrieved: { Profile: ['Admin'] } });
  });

  test('says nothing of other folders', async () => {
    const manifest = packageXml({ Profile: ['*'] });
    const found = await read({ 'manifest/package.xml': manifest, 'main/profiles/Admin.profile': '' });
    expect(found).toMatchObject({ apiVersion: null, retrieved: null, settings: [], problems: [] });
  });

  test('has no say over the version of a project', async () => {
    const tree = { ...older, 'sfdx-project.json': projectOf(['src'], { sourceApiVersion: '61.0' }) };
    expect(await read(tree)).toMatchObject({ apiVersion: '61.0', retrieved: { Profile: ['Admin'] } });
    const silent = { ...older, 'sfdx-project.json': projectOf(['src']) };
    expect(await read(silent)).toMatchObject({ apiVersion: '58.0' });
  });

  test('holds even where .forceignore names it', async () => {
    expect((await read({ ...older, 'src/.forceignore': 'package.xml' }, ['src'])).apiVersion).toBe('58.0');
  });

  test.each([
    ['some file is not below one', { 'other/profiles/B.profile': '' }],
    ['some file is in source format', { 'src/profiles/B.profile-meta.xml': '' }],
    ['one is malformed', { 'src/more/package.xml': '<Package>', 'src/more/profiles/B.profile': '' }],
  ])('is not enough to know what was retrieved where %s', async (_, more) => {
    expect((await read({ ...older, ...more })).retrieved).toBeNull();
  });

  test('and another: what both say was retrieved, and the lower version', async () => {
    const found = await read({
      ...older,
      'post/package.xml': packageXml({ CustomObject: ['Account', 'Lead'], Flow: ['*'] }, '9.0'),
      'post/profiles/Admin.profile': '',
    });
    expect(found).toMatchObject({ apiVersion: '9.0', retrieved: { CustomObject: ['Account'] } });
    expect(Object.keys(found.retrieved ?? {})).toEqual(['CustomObject']);
  });

  test.each([
    ['malformed', '<Package>\n<types>', 'package.xml is malformed ('],
    ['something else', '<Profile/>', 'package.xml is malformed (the root is <Profile>, not <Package>)'],
    ['empty', '', 'package.xml is malformed ('],
  ])('counts as none where it is %s, and that is a problem', async (_, text, message) => {
    const found = await read({ ...older, 'src/package.xml': text });
    expect(found).toMatchObject({ apiVersion: null, retrieved: null });
    expect(found.problems).toMatchObject([
      { message: expect.stringContaining(message), at: { file: 'src/package.xml' } },
    ]);
  });
});
