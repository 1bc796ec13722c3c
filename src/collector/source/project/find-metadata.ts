import { disk, type FileSystem } from './file-system.ts';
import { lowestVersion } from './lowest-version.ts';
import { type ManifestContent, readManifest } from './manifest.ts';
import type { FoundMetadata, SourceProblem } from './metadata-file.ts';
import { nothingFound } from './nothing-found.ts';
import { oneNamespace } from './one-namespace.ts';
import { type Roots, rootsOf } from './roots.ts';
import { SourceError } from './source-error.ts';
import { walk } from './walk.ts';
import type { Manifest } from './walk-state.ts';

export type { FoundMetadata, MetadataFile, MetadataKind, SourceProblem } from './metadata-file.ts';

/**
 * The metadata files below some folders: which there are, of which kind, under which name. Reads folders,
 * `sfdx-project.json`, `.forceignore` and `package.xml`; of metadata files only their size.
 *
 * @param directories as the user named them; relative ones are below `cwd`.
 * @throws SourceError only where nothing at all can be read: a directory that does not exist or is a file, no metadata
 * in any, a sfdx-project.json that is no JSON. The signal's reason where it was aborted.
 */
export function findMetadata(
  directories: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<FoundMetadata> {
  return findMetadataOn(disk, directories, cwd, signal);
}

/** The same on any file system. */
export async function findMetadataOn(
  files: FileSystem,
  directories: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<FoundMetadata> {
  if (directories.length === 0)
    throw new SourceError('usage', 'No folder was named. Name the one of the project.');
  const named = directories.map((directory) => rootsOf(files, directory, cwd));
  const roots = named.flatMap((one) => one.roots);
  const walked = await walk(files, roots, signal);
  const read = readManifests(files, walked.manifests);
  const problems = [...named.flatMap((one) => one.problems), ...walked.problems, ...read.problems];
  if (walked.files.length === 0) throw nothingFound(directories, roots, walked, sorted(problems));
  const versions = lowestVersion(roots, read.manifests);
  const namespaces = oneNamespace(roots);
  return {
    files: walked.files.toSorted((one, other) => order(one.file, other.file)),
    apiVersion: versions.apiVersion,
    namespace: namespaces.namespace,
    settings: settingsOf(named, walked.manifests),
    unread: sorted(walked.unread),
    problems: sorted([
      ...problems,
      ...versions.problems,
      ...namespaces.problems,
      ...innerProjects(walked.projects),
    ]),
  };
}

function readManifests(files: FileSystem, all: readonly Manifest[]) {
  const manifests: (Manifest & { readonly content: ManifestContent })[] = [];
  const problems: SourceProblem[] = [];
  for (const manifest of all) {
    const content = readManifest(files, manifest);
    if ('message' in content) problems.push(content);
    else manifests.push({ ...manifest, content });
  }
  return { manifests, problems };
}

const settingsOf = (named: readonly Roots[], manifests: readonly Manifest[]): readonly string[] =>
  [...new Set([...named.flatMap(({ settings }) => settings), ...manifests.map(({ shown }) => shown)])].sort(
    order,
  );

function innerProjects(folders: readonly string[]): readonly SourceProblem[] {
  const [first, ...others] = folders.toSorted(order);
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and so are ${others.length} more)`;
  const message =
    `'${first}' is a project of its own${more}, and its sfdx-project.json was passed over: all of its folders were ` +
    'read. Name it as a directory itself to have its package directories and .forceignore hold';
  return [{ message, at: { file: `${first}/sfdx-project.json`, line: 1, column: 1 } }];
}

/** By place, each once: directories of one project tell its problems several times. */
function sorted(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  const byText = new Map(problems.map((one) => [JSON.stringify([one.at.file, one.at, one.message]), one]));
  return [...byText.values()].toSorted(
    ({ at: one, message }, { at: other, message: otherMessage }) =>
      order(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      order(message, otherMessage),
  );
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
