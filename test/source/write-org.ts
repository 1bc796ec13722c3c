import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { chanceFrom } from './chance.ts';
import { containerDocuments } from './container-documents.ts';
import { flowDocuments, objectDocuments } from './data-documents.ts';
import { type Document, documentOf } from './documents.ts';
import type { Layout } from './layout.ts';
import { element, writeXml } from './write-xml.ts';

/** Files by their path below the project's folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** An emulated org's metadata, as somebody keeps it in a repository. */
export function writeOrg(org: OrgDescription, layout: Layout): Files {
  const directories = packageDirectories(layout);
  const documents = [
    ...containerDocuments(org, layout),
    ...objectDocuments(org, layout),
    ...flowDocuments(org, layout),
  ];
  const found = documents.map((document): readonly [string, Uint8Array] => {
    const directory = directories[chanceFrom(layout.seed, document.together)(directories.length)] ?? '';
    return [joined(directory, inner(layout), document.path + suffix(layout)), bytesOf(document, layout)];
  });
  // A folder without a file would not be there.
  const kept = directories.map((directory) => [joined(directory, 'README.md'), text('Metadata')] as const);
  return new Map([...found, ...kept, ...projectFiles(documents, layout), ...decoys(layout)]);
}

/** What to read, relative to the project's folder. */
export const directoriesToRead = (layout: Layout): readonly string[] =>
  namesProject(layout) ? ['.'] : packageDirectories(layout);

/** In the older format nothing lists the directories but those who name them. */
const namesProject = ({ named, format, directories }: Layout): boolean =>
  named === 'project' && (format === 'source' || directories === 1);

function packageDirectories(layout: Layout): readonly string[] {
  const { format, directories } = layout;
  if (format === 'older' && namesProject(layout)) return [''];
  const all =
    format === 'older' ? ['src', 'unpackaged/pre', 'Übriges'] : ['force-app', 'packages/core app', 'Übriges'];
  return all.slice(0, directories);
}

const inner = ({ format }: Layout): string => (format === 'source' ? 'main/default' : '');
const suffix = ({ format }: Layout): string => (format === 'source' ? '-meta.xml' : '');
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('/');
const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');

function bytesOf({ path, root, children, bare }: Document, { xml, seed }: Layout): Uint8Array {
  const style = bare === true && xml.root === 'plain' ? { ...xml, root: 'bare' as const } : xml;
  return writeXml(root, children, style, chanceFrom(seed, path));
}

function projectFiles(
  documents: readonly Document[],
  layout: Layout,
): readonly (readonly [string, Uint8Array])[] {
  const { apiVersion } = layout.content;
  const directories = packageDirectories(layout);
  if (layout.format === 'older') {
    return apiVersion === null
      ? []
      : directories.map((directory) => [
          joined(directory, 'package.xml'),
          bytesOf(packageXml(documents, apiVersion), layout),
        ]);
  }
  const project = {
    packageDirectories: directories.map((path, i) => ({ path, default: i === 0 })),
    namespace: '',
    ...(apiVersion === null ? {} : { sourceApiVersion: apiVersion }),
  };
  return [
    ['sfdx-project.json', text(JSON.stringify(project, null, 2))],
    ['.forceignore', text('# not to be deployed\n**/retired/**\n')],
  ];
}

const packageXml = (documents: readonly Document[], version: string): Document =>
  documentOf('package.xml', 'Package', [
    ...documents
      .filter(({ root }) => root === 'Profile')
      .map(({ path }) => element('types', [element('members', path), element('name', 'Profile')])),
    element('version', version),
  ]);

/** Files that look like metadata and are none of this project's. */
function decoys(layout: Layout): Files {
  if (!layout.noise || layout.format !== 'source') return new Map();
  const set = documentOf('Set_0', 'PermissionSet', [
    element('label', 'Set 0'),
    element('userPermissions', [element('enabled', 'true'), element('name', 'ModifyAllData')]),
  ]);
  const bytes = bytesOf(set, layout);
  return new Map([
    ['force-app/main/default/retired/permissionsets/Set_0.permissionset-meta.xml', bytes],
    ['force-app/main/default/node_modules/x/permissionsets/Set_0.permissionset-meta.xml', bytes],
    ['elsewhere/permissionsets/Set_0.permissionset-meta.xml', bytes],
  ]);
}
