import type { Location } from '../../../model/part.ts';
import { readXml } from '../xml/read-xml.ts';
import { type FileSystem, readIfFile, troubleOf } from './file-system.ts';
import type { MetadataFile, SourceProblem } from './metadata-file.ts';
import type { Manifest } from './walk-state.ts';

/** What a package.xml says. */
export interface ManifestContent {
  readonly version: string | null;
  /** Members by type, as they are written there. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
}

export type Retrieved = Readonly<Record<string, readonly string[]>>;

/** @returns what is wrong where it cannot be read: it counts as none then. */
export function readManifest(files: FileSystem, { path, shown }: Manifest): ManifestContent | SourceProblem {
  try {
    // A file that is gone by now reads as an empty one.
    return parseManifest(readIfFile(files, path) ?? new Uint8Array(), shown);
  } catch (error) {
    const at = { file: shown, line: 1, column: 1 };
    return { message: `package.xml could not be read (${troubleOf(error)}), ${countsAsNone}`, at };
  }
}

const countsAsNone = 'so what was retrieved together is not known';

function parseManifest(bytes: Uint8Array, shown: string): ManifestContent | SourceProblem {
  let version: string | null = null;
  const types = new Map<string, Set<string>>();
  const outcome = readXml(shown, [bytes], {
    wanted: new Set(['types', 'version']),
    onRoot: (root) => (root === 'Package' ? undefined : `the root is <${root}>, not <Package>`),
    onEntry: ({ name, text, leaves }) => {
      if (name === 'version') version = text.trim() || null;
      else addMembers(types, leaves);
    },
  });
  if (outcome.status === 'ok') return { version, types };
  const { message, at }: { message: string; at: Location } = outcome;
  return { message: `package.xml is malformed (${message}), ${countsAsNone}`, at };
}

function addMembers(
  types: Map<string, Set<string>>,
  leaves: readonly { readonly name: string; readonly text: string }[],
): void {
  const texts = (wanted: string) =>
    leaves.filter(({ name }) => name === wanted).map(({ text }) => text.trim());
  const [type] = texts('name');
  if (type === undefined) return;
  const members = types.get(type) ?? new Set();
  for (const member of texts('members')) members.add(member);
  types.set(type, members);
}

/**
 * What was retrieved together with every one of the files, by the package.xml above each: of several, what all of them
 * say, taken word for word. Null where one of the files is not below any, or is not of the older format.
 */
export function retrievedWith(
  found: readonly MetadataFile[],
  manifests: readonly { readonly folder: string; readonly content: ManifestContent }[],
  separator: string,
): Retrieved | null {
  const [first, ...others] = manifests.map(({ content }) => content.types);
  const folders = manifests.map(({ folder }) => folder + separator);
  const isBelow = ({ path }: MetadataFile) => folders.some((folder) => path.startsWith(folder));
  const isOlder = ({ file }: MetadataFile) => !file.endsWith('-meta.xml');
  if (first === undefined || !found.every((one) => isBelow(one) && isOlder(one))) return null;
  const shared = [...first].map(([type, members]): readonly [string, readonly string[]] => {
    const said = (member: string) => others.every((types) => types.get(type)?.has(member));
    return [type, [...members].filter(said).sort()];
  });
  return Object.fromEntries(shared.filter(([, members]) => members.length > 0));
}
