import type { Location } from '../../../model/part.ts';
import { readXml } from '../xml/read-xml.ts';
import { type FileSystem, readIfFile, troubleOf } from './file-system.ts';
import type { SourceProblem } from './metadata-file.ts';
import type { Manifest } from './walk-state.ts';

/**
 * What a package.xml says. That it names what its folder was retrieved with is not relied on: in repositories it is
 * written by hand or by tools, and files beside it are cut.
 */
export interface ManifestContent {
  readonly version: string | null;
}

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

const countsAsNone = 'so the API version of the files is not known from it';

function parseManifest(bytes: Uint8Array, shown: string): ManifestContent | SourceProblem {
  let version: string | null = null;
  const outcome = readXml(shown, [bytes], {
    wanted: new Set(['version']),
    onRoot: (root) => (root === 'Package' ? undefined : `the root is <${root}>, not <Package>`),
    onEntry: ({ text }) => {
      version = text.trim() || null;
    },
  });
  if (outcome.status === 'ok') return { version };
  const { message, at }: { message: string; at: Location } = outcome;
  return { message: `package.xml is malformed (${message}), ${countsAsNone}`, at };
}
