import { basename, sep } from 'node:path';
import { type FileSystem, troubleOf } from './file-system.ts';
import type { MetadataFile, SourceProblem } from './metadata-file.ts';
import type { Root } from './roots.ts';

/** A folder on the way. */
export interface Folder {
  readonly path: string;
  readonly shown: string;
  /** Without links: each such folder is walked once. */
  readonly real: string;
  readonly root: Root;
  /** The folder it was found in, maybe by a link. */
  readonly within: Folder | undefined;
}

export interface Link {
  readonly name: string;
  readonly within: Folder;
}

/** A package.xml beside folders of metadata. */
export interface Manifest {
  readonly path: string;
  readonly shown: string;
  readonly root: Root;
}

/** What a walk has come to so far. */
export interface Walk {
  readonly disk: FileSystem;
  readonly files: MetadataFile[];
  /** What was found under which real path, as whose: a link to it adds nothing. */
  readonly told: Set<string>;
  /** Folders, by their real paths. */
  readonly walked: Set<string>;
  /** Not followed yet. */
  readonly links: Link[];
  readonly problems: SourceProblem[];
  /** Of the problems those of what the disk refused. */
  readonly unread: SourceProblem[];
  readonly odd: { readonly shown: string; readonly why: string }[];
  readonly manifests: Manifest[];
  /** Folders below the roots that have a sfdx-project.json of their own, as reports show them. */
  readonly projects: string[];
  /** How many files there were at all. */
  looked: number;
}

export const startWalk = (disk: FileSystem): Walk => ({
  disk,
  files: [],
  told: new Set(),
  walked: new Set(),
  links: [],
  problems: [],
  unread: [],
  odd: [],
  manifests: [],
  projects: [],
  looked: 0,
});

/** How reports show what is in a folder. */
export const shownIn = ({ shown }: Folder, name: string): string =>
  shown === '' ? name : `${shown}/${name}`;

export const pathIn = (folder: string, name: string): string =>
  folder.endsWith(sep) ? folder + name : folder + sep + name;

/** Asks the disk; what it refuses becomes a problem, and undefined. */
export function attempt<T>(state: Walk, shown: string, question: () => T): T | undefined {
  try {
    return question();
  } catch (error) {
    state.unread.push(
      tell(state, shown, `could not be read (${troubleOf(error)}), so what it holds is not known`),
    );
    return undefined;
  }
}

/** @param rest what is to be said of it, behind its name. */
export function tell(state: Walk, shown: string, rest: string): SourceProblem {
  const file = shown === '' ? '.' : shown;
  const problem = { message: `'${basename(file)}' ${rest}`, at: { file, line: 1, column: 1 } };
  state.problems.push(problem);
  return problem;
}
