import { describe, expect, test } from 'vitest';
import type { Tree } from './project/folders.ts';
import { document, profile, reading, warned } from './source-files.ts';

const fieldFile = (name: string) => `objects/Account/fields/${name}.field-meta.xml`;
const customField = (content: string) => document('CustomField', content);
const others = { 'profiles/A.profile': profile('') };

const fieldsIn = async (tree: Tree) => {
  const { snapshot } = await reading({ ...others, ...tree });
  const account = snapshot.catalogue.Account;
  return account?.status === 'ok' ? account.value.fields : [];
};

describe('a field', () => {
  const plain = { permissionable: true, calculated: false, autoNumber: false, updatable: true };
  const master = { permissionable: false, calculated: false, autoNumber: false };
  test.each<readonly [string, string, object | undefined]>([
    [
      'of text',
      '<label> The X </label><type>Text</type>',
      { name: 'X__c', label: 'The X', dataType: 'Text', ...plain },
    ],
    ['without a label', '<type>Text</type>', { name: 'X__c', label: 'X__c', dataType: 'Text', ...plain }],
    ['without a type, as standard fields are kept', '<label>X</label>', undefined],
    ['that is required', '<required>true</required><type>Text</type>', { ...plain, permissionable: false }],
    ['that is not', '<required>false</required><type>Lookup</type>', plain],
    ['that is a formula', '<formula/><type>Text</type>', { ...plain, calculated: true, updatable: false }],
    ['that sums up', '<type>Summary</type>', { ...plain, calculated: true, updatable: false }],
    ['that is numbered', '<type>AutoNumber</type>', { ...plain, autoNumber: true, updatable: false }],
    ['of a master', '<type>MasterDetail</type>', { ...master, updatable: false }],
    [
      'of a master that may change',
      '<reparentableMasterDetail>true</reparentableMasterDetail><type>MasterDetail</type>',
      { ...master, updatable: true },
    ],
  ])('%s', async (_, content, expected) => {
    const fields = await fieldsIn({
      [fieldFile('X__c')]: customField(`<fullName>X__c</fullName>${content}`),
    });
    expect(fields).toMatchObject(expected === undefined ? [] : [expected]);
    expect(fields).toHaveLength(expected === undefined ? 0 : 1);
  });

  test('that is standard is not told: its file does not say whether it has field-level security', async () => {
    const rating = customField('<required>true</required><type>Picklist</type>');
    expect(await fieldsIn({ [fieldFile('Rating')]: rating, [fieldFile('OwnerId')]: rating })).toEqual([]);
  });

  test('told by several files is what all of them let it be', async () => {
    const fields = await fieldsIn({
      'a/objects/Account/fields/X__c.field-meta.xml': customField(
        '<required>true</required><type>Text</type>',
      ),
      'b/objects/account/fields/x__c.field-meta.xml': customField('<formula>1</formula><type>Text</type>'),
    });
    expect(fields).toEqual([
      {
        ...{ name: 'X__c', label: 'X__c', dataType: 'Text', permissionable: true },
        ...{ calculated: true, autoNumber: false, updatable: false },
      },
    ]);
  });
});

test('fields of older projects stand in the file of their object', async () => {
  const fields = `    <fields>
        <fullName>B__c</fullName>
        <type>Text</type>
        <valueSet><valueSetDefinition><value><label>Deep</label></value></valueSetDefinition></valueSet>
    </fields>
    <fields><fullName>Rating</fullName></fields>
    <fields><fullName>A__c</fullName><type>Number</type><label>A</label></fields>
    <fields><type>Text</type></fields>\n`;
  const file = 'objects/Account.object';
  const read = await reading({
    ...others,
    [file]: document('CustomObject', `    <label>Account</label>\n${fields}`),
  });
  expect(read.snapshot.catalogue.Account).toMatchObject({
    value: {
      seenBy: 'source',
      fields: [
        { name: 'A__c', label: 'A' },
        { name: 'B__c', label: 'B__c' },
      ],
    },
  });
  expect(warned(read)).toEqual([`passed-over ${file}:11`]);
});

test('each needed object has a catalogue, as the needs spell it, and no other', async () => {
  const { snapshot, sharedFiles } = await reading(
    {
      ...others,
      'objects/ACCOUNT/fields/X__c.field-meta.xml': customField('<type>Text</type>'),
      'objects/Lead/fields/X__c.field-meta.xml': customField('<type>Text</type>'),
    },
    { needs: { objects: ['account'], fields: [{ object: 'Contact', field: 'X' }] } },
  );
  expect(snapshot.catalogue).toEqual({
    account: {
      status: 'ok',
      value: { seenBy: 'source', fields: [expect.objectContaining({ name: 'X__c' })] },
    },
    Contact: { status: 'ok', value: { seenBy: 'source', fields: [] } },
  });
  expect(sharedFiles).toEqual(['objects/ACCOUNT/fields/X__c.field-meta.xml']);
});

test.each([
  ['a field', fieldFile('X__c')],
  ['an object', 'objects/Account/Account.object-meta.xml'],
])('%s that cannot be read is told, and the others are read', async (_, file) => {
  const read = await reading({
    ...others,
    [file]: profile(''),
    [fieldFile('Y__c')]: customField('<type>Text</type>'),
  });
  expect(warned(read)).toEqual([`unreadable ${file}:2`]);
  expect(read.snapshot.catalogue.Account).toMatchObject({ value: { fields: [{ name: 'Y__c' }] } });
});
