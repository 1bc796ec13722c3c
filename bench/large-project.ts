import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a project of profiles as large orgs have them: each of about 4 MB, with the blocks, the order and the share
 * of field permissions that Salesforce writes, and what the default pack asks for among them.
 * @returns their size in bytes.
 */
export function writeLargeProject(folder: string, profiles: number): number {
  const profilesFolder = join(folder, 'force-app', 'main', 'default', 'profiles');
  mkdirSync(profilesFolder, { recursive: true });
  writeFileSync(
    join(folder, 'sfdx-project.json'),
    '{ "packageDirectories": [{ "path": "force-app", "default": true }], "sourceApiVersion": "67.0" }',
  );
  const text = largeProfile();
  for (let number = 0; number < profiles; number++) {
    // The first is the integration's; the others differ a little, as profiles do.
    const own = text.replace(
      '<custom>true</custom>',
      `<custom>true</custom>\n    <description>Profile ${number}</description>`,
    );
    writeFileSync(join(profilesFolder, `Integration ${number}.profile-meta.xml`), own);
  }
  return Buffer.byteLength(text) * profiles;
}

/** Sorted without regard to case, as Salesforce writes them. */
const sorted = (names: readonly string[]): readonly string[] =>
  names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));

const objects = sorted([
  ...[
    'Account',
    'Asset',
    'Campaign',
    'Case',
    'Contact',
    'Contract',
    'Lead',
    'Opportunity',
    'Order',
    'Product2',
  ],
  ...Array.from({ length: 190 }, (_, index) => `Custom_Object_${String(index).padStart(3, '0')}__c`),
]);

type Leaf = readonly [name: string, text: string | boolean];

const entry = (name: string, leaves: readonly Leaf[]): string =>
  [
    `    <${name}>`,
    ...leaves.map(([leaf, text]) => `        <${leaf}>${text}</${leaf}>`),
    `    </${name}>`,
    '',
  ].join('\n');

function largeProfile(): string {
  const classes = range(1500, (n) =>
    entry('classAccesses', [
      ['apexClass', `Controller_${n}`],
      ['enabled', n % 3 === 0],
    ]),
  );
  const fields = objects.flatMap((object) =>
    sorted([
      ...(object === 'Account' ? asked : []),
      ...range(95, (n) => `Custom_Field_${String(n).padStart(3, '0')}__c`),
    ]).map((field, n) => fieldEntry(object, field, asked.includes(field) || n % 2 === 0)),
  );
  const rights = objects.map((object) =>
    entry('objectPermissions', [
      ...(['allowCreate', 'allowDelete', 'allowEdit', 'allowRead'] as const).map(
        (name): Leaf => [name, true],
      ),
      ['modifyAllRecords', false],
      ['object', object],
      ['viewAllFields', false],
      ['viewAllRecords', true],
    ]),
  );
  const recordTypes = range(1200, (n) =>
    entry('recordTypeVisibilities', [
      ['default', false],
      ['recordType', `${objects[n % objects.length]}.Type_${n}`],
      ['visible', true],
    ]),
  );
  const system = ['ApiEnabled', 'ApiUserOnly', 'CustomizeApplication', 'PasswordNeverExpires', 'RunFlow'].map(
    (name) =>
      entry('userPermissions', [
        ['enabled', true],
        ['name', name],
      ]),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Profile xmlns="http://soap.sforce.com/2006/04/metadata">\n',
    ...classes,
    '    <custom>true</custom>\n',
    ...fields,
    ...rights,
    ...recordTypes,
    '    <userLicense>Salesforce</userLicense>\n',
    ...system,
    '</Profile>\n',
  ].join('');
}

const asked = ['iv__InsideView_Company_ID__c', 'iv__InsideView_Parent_Company_ID__c', 'ParentId', 'Website'];

const fieldEntry = (object: string, field: string, editable: boolean): string =>
  entry('fieldPermissions', [
    ['editable', editable],
    ['field', `${object}.${field}`],
    ['readable', true],
  ]);

const range = <T>(length: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length }, (_, index) => make(index));
