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
  test.each([['.'], ['src'], ['src/../src/']])('tells the version: %s', async (directory) => {
    expect(await read(older, [directory])).toMatchObject({
      apiVersion: '58.0',
      settings: ['src/package.xml'],
      problems: [],
    });
  });

  test('need not say a version', async () => {
    const found = await read({ ...older, 'src/package.xml': packageXml({ Profile: ['Admin'] }, '') });
    expect(found).toMatchObject({ apiVersion: null });
  });

  test('says nothing of other folders', async () => {
    const manifest = packageXml({ Profile: ['*'] });
    const found = await read({ 'manifest/package.xml': manifest, 'main/profiles/Admin.profile': '' });
    expect(found).toMatchObject({ apiVersion: null, settings: [], problems: [] });
  });

  test('has no say over the version of a project', async () => {
    const tree = { ...older, 'sfdx-project.json': projectOf(['src'], { sourceApiVersion: '61.0' }) };
    expect(await read(tree)).toMatchObject({ apiVersion: '61.0' });
    const silent = { ...older, 'sfdx-project.json': projectOf(['src']) };
    expect(await read(silent)).toMatchObject({ apiVersion: '58.0' });
  });

  test('holds even where .forceignore names it', async () => {
    expect((await read({ ...older, 'src/.forceignore': 'package.xml' }, ['src'])).apiVersion).toBe('58.0');
  });

  test('and another: the lower version', async () => {
    const found = await read({
      ...older,
      'post/package.xml': packageXml({ CustomObject: ['Account'] }, '9.0'),
      'post/profiles/Admin.profile': '',
    });
    expect(found).toMatchObject({ apiVersion: '9.0' });
  });

  test.each([
    ['malformed', '<Package>\n<types>', 'package.xml is malformed ('],
    ['something else', '<Profile/>', 'package.xml is malformed (the root is <Profile>, not <Package>)'],
    ['empty', '', 'package.xml is malformed ('],
  ])('counts as none where it is %s, and that is a problem', async (_, text, message) => {
    const found = await read({ ...older, 'src/package.xml': text });
    expect(found).toMatchObject({ apiVersion: null });
    expect(found.problems).toMatchObject([
      { message: expect.stringContaining(message), at: { file: 'src/package.xml' } },
    ]);
  });
});
