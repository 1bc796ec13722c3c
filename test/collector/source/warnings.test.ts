import { describe, expect, test } from 'vitest';
import type { Tree } from './project/folders.ts';
import {
  document,
  field,
  muting,
  object,
  permissionSet,
  profile,
  project,
  reading,
  system,
} from './source-files.ts';

const set = 'permissionsets/Sync.permissionset-meta.xml';
const customObject = document('CustomObject', '');
const read = { allowRead: 'true' };

const warningsOf = async (tree: Tree, code: string, more = {}) =>
  (await reading(tree, more)).snapshot.warnings
    .filter((warning) => warning.code === code)
    .map(({ at }) => `${at.file}:${at.line}`);

describe('entries for an object that is nowhere', () => {
  const objects = { 'objects/Known__c/Known__c.object-meta.xml': customObject };
  const strangers = (content: string, more: Tree = objects, request = {}) =>
    warningsOf({ ...more, [set]: permissionSet(content) }, 'no-such-object', request);

  test('are told once an object, at the first', async () => {
    const content =
      field('Gone__c.A__c', 'false', 'false') +
      field('Gone__c.B__c', 'true', 'true') +
      object('GONE__c', read);
    expect(await strangers(content)).toEqual([`${set}:3`]);
    expect(await strangers(object('Gone__c', read) + object('Lost__c', read))).toEqual([
      `${set}:3`,
      `${set}:7`,
    ]);
  });

  test('are told of every container', async () => {
    const tree = {
      ...objects,
      'profiles/A.profile': profile(object('Gone__c', read)),
      [set]: permissionSet(object('Gone__c', read)),
    };
    expect(await warningsOf(tree, 'no-such-object')).toEqual([`${set}:3`, 'profiles/A.profile:3']);
  });

  test.each([
    ['Known__c'],
    ['KNOWN__C'],
    ['Account'],
    ['iv__Gone__c'],
    ['Gone__mdt'],
    ['Gone__e'],
    ['%%%NAMESPACE%%%Gone__c'],
  ])('are not told of %s', async (name) => {
    expect(await strangers(object(name, read))).toEqual([]);
  });

  test('are not told where the project defines no object', async () => {
    expect(await strangers(object('Gone__c', read), {})).toEqual([]);
    const fields = { 'objects/Known__c/fields/A__c.field-meta.xml': document('CustomField', '') };
    expect(await strangers(object('Gone__c', read), fields)).toEqual([]);
  });

  test('are not told of an object that has a field there, or is in the org', async () => {
    const fields = { ...objects, 'objects/Gone__c/fields/A__c.field-meta.xml': document('CustomField', '') };
    expect(await strangers(object('Gone__c', read), fields)).toEqual([]);
    const inOrg = { Gone__c: { status: 'ok', value: { seenBy: 'tooling', fields: [] } } };
    expect(await strangers(object('Gone__c', read), objects, { catalogue: inOrg })).toEqual([]);
  });

  test('are told of one that the org is known not to have', async () => {
    const reason = { code: 'not-in-org', message: 'The org has no object Gone__c' };
    const catalogue = { Gone__c: { status: 'unavailable', reason } };
    expect(await strangers(object('Gone__c', read), objects, { catalogue })).toEqual([`${set}:3`]);
  });

  test("count the project's own namespace as none", async () => {
    const file = `force-app/${set}`;
    const tree = {
      'sfdx-project.json': project({ namespace: 'iv' }),
      'force-app/objects/Known__c/Known__c.object-meta.xml': customObject,
      [file]: permissionSet(object('iv__Known__c', read) + object('iv__Gone__c', read)),
    };
    expect(await warningsOf(tree, 'no-such-object')).toEqual([`${file}:7`]);
  });
});

describe('readable fields of an object that cannot be read', () => {
  const hidden = (content: string, file = set) =>
    warningsOf({ [file]: permissionSet(content) }, 'field-without-object');

  test('are told once an object, at the first of them', async () => {
    const content =
      field('Account.A', 'false', 'false') +
      field('Account.B', 'true', 'false') +
      field('Account.C', 'true', 'false') +
      field('X__c.A', 'true', 'true') +
      object('Lead', read);
    expect(await hidden(content)).toEqual([`${set}:8`, `${set}:18`]);
  });

  test.each([
    ['Read', object('Account', read)],
    ['Read in other case', object('ACCOUNT', read)],
    ['Edit', object('Account', { allowRead: 'false', allowEdit: 'true' })],
    ['Modify All', object('Account', { modifyAllRecords: '1' })],
    ['View All Data', system('ViewAllData')],
    ['Modify All Data', system('modifyalldata')],
  ])('are as they should be with %s', async (_, content) => {
    expect(await hidden(field('Account.A', 'true', 'true') + content)).toEqual([]);
  });

  test.each([
    ['View All Fields, which gives no Read', object('Account', { viewAllFields: 'true' })],
    ['an entry that says no', object('Account', { allowRead: 'false' })],
    ['View All Data that is off', system('ViewAllData', 'false')],
  ])('are told with %s', async (_, content) => {
    expect(await hidden(field('Account.A', 'true', 'true') + content)).toEqual([`${set}:3`]);
  });

  test('are no matter where objects have no permissions of their own', async () => {
    expect(
      await hidden(field('Task.A', 'true', 'true') + field('OpportunityLineItem.A', 'true', 'true')),
    ).toEqual([]);
  });

  test('are no matter in a profile or a muting set', async () => {
    const content = field('Account.A', 'true', 'true');
    const tree = {
      'profiles/A.profile': profile(content),
      'mutingpermissionsets/M.mutingpermissionset': muting(content),
    };
    expect(await warningsOf(tree, 'field-without-object')).toEqual([]);
  });

  test('of a decomposed set are looked for in all its parts', async () => {
    const part = (name: string) => `permissionsets/Sync/objectSettings/${name}.objectSettings-meta.xml`;
    const tree = {
      [part('Account')]: permissionSet(field('Account.A', 'true', 'true')),
      [part('Other')]: permissionSet(object('Account', read)),
      [part('Lead')]: permissionSet(field('Lead.A', 'true', 'true')),
    };
    expect(await warningsOf(tree, 'field-without-object')).toEqual([`${part('Lead')}:3`]);
  });

  test('are found however far down in a large file they are', async () => {
    const many = Array.from({ length: 1200 }, (_, index) =>
      field(`AAA.F${1000 + index}`, 'true', 'true'),
    ).join('');
    expect(await hidden(many + field('X__c.A', 'false', 'true') + field('X__c.B', 'true', 'true'))).toEqual([
      `${set}:${3 + 5 * 1201}`,
    ]);
  });
});

describe('the oddities of one file', () => {
  const odd = (count: number) =>
    permissionSet(Array.from({ length: count }, () => system('ApiEnabled')).join(''));

  test('are told up to fifty', async () => {
    expect(await warningsOf({ [set]: odd(51) }, 'duplicate-entry')).toHaveLength(50);
    expect(await warningsOf({ [set]: odd(51) }, 'passed-over')).toEqual([]);
  });

  test('are counted beyond', async () => {
    const { snapshot } = await reading({
      [set]: odd(60),
      'profiles/A.profile': profile(system('A') + system('A')),
    });
    expect(snapshot.warnings).toHaveLength(52);
    expect(snapshot.warnings[50]).toMatchObject({
      code: 'passed-over',
      message: '9 more oddities of this file are not listed',
      at: { file: set },
    });
    expect(snapshot.warnings[51]).toMatchObject({ at: { file: 'profiles/A.profile', line: 7 } });
  });
});

test('what the finder of files says is told beside', async () => {
  const { snapshot } = await reading({
    'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app' }, { path: 'gone' }] }),
    [`force-app/${set}`]: permissionSet(''),
  });
  expect(snapshot.warnings).toMatchObject([
    { code: 'unreadable', message: expect.stringContaining("'gone'"), at: { file: 'sfdx-project.json' } },
  ]);
});
