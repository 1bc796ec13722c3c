import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emptyFolder } from '../command-line.ts';

/** A folder with these files, which goes when the test ends. */
export async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await emptyFolder();
  await write(folder, files);
  return folder;
}

export async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

export const sfdxProject = {
  'sfdx-project.json': '{ "packageDirectories": [{ "path": "force-app" }], "sourceApiVersion": "67.0" }',
};

const inPackage = 'force-app/main/default';
export const setFile = (name: string): string => `${inPackage}/permissionsets/${name}.permissionset-meta.xml`;
export const profileFile = (name: string): string => `${inPackage}/profiles/${name}.profile-meta.xml`;
export const groupFile = (name: string): string =>
  `${inPackage}/permissionsetgroups/${name}.permissionsetgroup-meta.xml`;
export const mutingFile = (name: string): string =>
  `${inPackage}/mutingpermissionsets/${name}.mutingpermissionset-meta.xml`;

export interface Entries {
  readonly label?: string;
  readonly system?: readonly string[];
  /** `Account` → the rights that are true, in metadata's words: `allowRead`. */
  readonly objects?: Readonly<Record<string, readonly string[]>>;
  readonly fields?: Readonly<Record<string, 'edit' | 'read' | 'none'>>;
  readonly more?: string;
}

const rights = [
  ...['allowCreate', 'allowDelete', 'allowEdit', 'allowRead'],
  ...['modifyAllRecords', 'viewAllFields', 'viewAllRecords'],
];

/** A file as Salesforce writes it: entries of one kind together, a leaf on each line. */
export function metadata(root: string, entries: Entries): string {
  const { label, system = [], objects = {}, fields = {}, more = '' } = entries;
  const block = (name: string, leaves: readonly (readonly [string, string | boolean])[]) =>
    [
      `    <${name}>`,
      ...leaves.map(([leaf, text]) => `        <${leaf}>${text}</${leaf}>`),
      `    </${name}>\n`,
    ].join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n`,
    ...Object.entries(fields).map(([field, right]) =>
      block('fieldPermissions', [
        ['editable', right === 'edit'],
        ['field', field],
        ['readable', right !== 'none'],
      ]),
    ),
    ...(label === undefined ? [] : [`    <label>${label}</label>\n`]),
    ...Object.entries(objects).map(([object, granted]) =>
      block('objectPermissions', [
        ...rights.slice(0, 4).map((right) => [right, granted.includes(right)] as const),
        ['modifyAllRecords', granted.includes('modifyAllRecords')],
        ['object', object],
        ...rights.slice(5).map((right) => [right, granted.includes(right)] as const),
      ]),
    ),
    ...system.map((name) =>
      block('userPermissions', [
        ['enabled', true],
        ['name', name],
      ]),
    ),
    more,
    `</${root}>\n`,
  ].join('');
}

export const permissionSet = (entries: Entries): string => metadata('PermissionSet', entries);
export const muting = (entries: Entries): string => metadata('MutingPermissionSet', entries);
export const profile = (entries: Entries, custom = true): string =>
  metadata('Profile', {
    ...entries,
    more: `    <custom>${custom}</custom>\n    <userLicense>Salesforce</userLicense>\n${entries.more ?? ''}`,
  });

export const group = (members: readonly string[], mutings: readonly string[] = []): string =>
  metadata('PermissionSetGroup', {
    label: 'A group',
    more: [
      ...mutings.map((name) => `    <mutingPermissionSets>${name}</mutingPermissionSets>\n`),
      ...members.map((name) => `    <permissionSets>${name}</permissionSets>\n`),
    ].join(''),
  });
