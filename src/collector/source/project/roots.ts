import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { listed } from '../../../plain/lists.ts';
import { type FileSystem, isMissing, type Target, troubleOf } from './file-system.ts';
import { findForceIgnore, type IsIgnored } from './force-ignore.ts';
import type { SourceProblem } from './metadata-file.ts';
import { findProject, type PackageDirectory, type Project, projectFile } from './project-file.ts';
import { SourceError } from './source-error.ts';

/** A folder to walk, and what holds for what is below it. */
export interface Root {
  /** To open it. */
  readonly path: string;
  readonly shown: string;
  readonly isIgnored: IsIgnored;
  readonly project: Project | undefined;
  /** One of the project's package directories; false for a folder that was named itself. */
  readonly isPackage: boolean;
}

export interface Roots {
  readonly roots: readonly Root[];
  /** The files that decided about them, as reports show them. */
  readonly settings: readonly string[];
  readonly problems: readonly SourceProblem[];
}

/**
 * The folders to walk for one that was named: those of its sfdx-project.json, or the folder itself, within a project
 * or not.
 *
 * @throws SourceError where it is not there, is no folder, or its project cannot be read.
 */
export function rootsOf(files: FileSystem, directory: string, cwd: string): Roots {
  const folder = resolve(cwd, directory);
  const shown = showing(cwd, directory);
  checkFolder(files, folder, directory);
  const project = findProject(files, folder, shown);
  const settings = project === undefined ? [] : [project.shown];
  const isPackage = project?.folder === folder;
  const { found, problems } = isPackage ? packageFolders(files, project) : { found: [folder], problems: [] };
  const roots = found.map((path) => rootAt(files, { path, project, isPackage }, shown));
  return merged(roots, settings, problems);
}

/** How reports show a path: relative to `cwd` where it is below it, else as the directory was named. */
function showing(cwd: string, directory: string): (path: string) => string {
  const named = resolve(cwd, directory);
  return (path) => {
    const below = relative(cwd, path);
    if (below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below))
      return below.replaceAll(sep, '/');
    return join(directory, relative(named, path));
  };
}

interface FoundRoot {
  readonly root: Root;
  readonly settings: readonly string[];
  readonly problems: readonly SourceProblem[];
}

function rootAt(
  files: FileSystem,
  root: Pick<Root, 'path' | 'project' | 'isPackage'>,
  shown: (path: string) => string,
): FoundRoot {
  const { path, project } = root;
  // A package directory may stand outside of its project's folder.
  const isInside = project !== undefined && !relative(project.folder, path).startsWith('..');
  const top = isInside ? project.folder : path;
  const { isIgnored, path: decidedBy, problems } = findForceIgnore(files, { folder: path, top, shown });
  const settings = decidedBy === undefined ? [] : [shown(decidedBy)];
  return { root: { ...root, shown: shown(path), isIgnored }, settings, problems };
}

const merged = (
  found: readonly FoundRoot[],
  settings: readonly string[],
  problems: readonly SourceProblem[],
): Roots => ({
  roots: found.map(({ root }) => root),
  settings: [...settings, ...found.flatMap((one) => one.settings)],
  problems: [...problems, ...found.flatMap((one) => one.problems)],
});

function checkFolder(files: FileSystem, folder: string, directory: string): void {
  const target = looked(files, folder);
  if (target === undefined || target instanceof Error) {
    const why = target === undefined ? 'there is no such folder' : troubleOf(target);
    throw new SourceError(
      'unreadable',
      `'${directory}' could not be read: ${why}. Name the folder of the project.`,
    );
  }
  if (target.type !== 'folder')
    throw new SourceError(
      'usage',
      `'${directory}' is a file. Name the folder that holds the metadata, or the project's.`,
    );
}

function looked(files: FileSystem, path: string): Target | Error | undefined {
  try {
    return files.look(path);
  } catch (error) {
    return isMissing(error) ? undefined : (error as Error);
  }
}

/** @throws SourceError where none of the package directories is there, or none is named. */
function packageFolders(files: FileSystem, project: Project) {
  if (project.packages.length === 0) throw noPackages(project);
  const found: string[] = [];
  const problems: SourceProblem[] = [];
  for (const one of project.packages) {
    const path = packageFolder(files, project, one);
    if ('wrong' in path) problems.push({ message: path.wrong, at: one.at });
    else found.push(path.path);
  }
  if (found.length > 0) return { found, problems };
  const names = listed(project.packages.map(({ path }) => `'${path ?? ''}'`));
  throw new SourceError(
    'unreadable',
    `Of the package directories that ${project.shown} names none could be read: ${names}. ` +
      'Mend its packageDirectories, or name another folder.',
  );
}

function noPackages({ packagesAt: { file, line, column } }: Project): SourceError {
  return new SourceError(
    'usage',
    `${file}:${line}:${column}: names no package directories. Write the folders that hold the metadata there, ` +
      'such as "packageDirectories": [{ "path": "force-app", "default": true }].',
  );
}

/** Both slashes separate folders there (@salesforce/core, SfProjectJson), and a path must be relative. */
function packageFolder(
  files: FileSystem,
  project: Project,
  { path: written }: PackageDirectory,
): { readonly path: string } | { readonly wrong: string } {
  if (written === undefined) return { wrong: 'This package directory has no path, so it was passed over' };
  if (isAbsolute(written) || written.startsWith('\\'))
    return {
      wrong: `The package directory '${written}' was passed over: it must be relative to ${projectFile}`,
    };
  const path = join(project.folder, written.replaceAll('\\', '/'));
  const folder = path.length > 1 && path.endsWith(sep) ? path.slice(0, -1) : path;
  const target = looked(files, folder);
  if (target instanceof Error) return { wrong: `The package directory '${written}': ${troubleOf(target)}` };
  if (target?.type === 'folder') return { path: folder };
  const what = target === undefined ? 'is not there' : 'is no folder';
  return { wrong: `The package directory '${written}' ${what}, so nothing was read of it` };
}
