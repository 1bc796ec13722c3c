import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { shownText } from '../../plain/shown-text.ts';
import { wrongUsage } from '../failure.ts';
import type { World } from '../world.ts';

/** The files of a revision, in a folder of their own. */
export interface CheckedOut {
  /** The commit, in full. */
  readonly commit: string;
  /** The folders that were named, seen from the world's folder there. */
  readonly directories: readonly string[];
  /** The same world, standing where we stand, among the files of the revision. */
  readonly world: World;
}

/**
 * Uses the files of a git revision. They are written to a temporary folder, which is gone afterwards; neither the files
 * of the repository nor anything that git keeps of them is touched.
 *
 * @throws Refusal (2) where there is no such revision, or git cannot give its files.
 */
export async function withRevision<T>(
  directories: readonly string[],
  revision: string,
  world: World,
  use: (files: CheckedOut) => Promise<T>,
): Promise<T> {
  const top = await repositoryOf(directories, world);
  const commit = await commitOf(revision, top, world);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'syncgate-revision-')));
  try {
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    await checkOut(top, commit, revision, folder, world);
    return await use({ commit, ...placesIn(tree, top, directories, world) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function repositoryOf(directories: readonly string[], world: World): Promise<string> {
  const tops = new Set<string>();
  for (const directory of directories) {
    const folder = nearestFolder(resolve(world.cwd, directory));
    const asked = ['-C', folder, 'rev-parse', '--show-toplevel'];
    tops.add(await git(asked, `cannot find a repository in ${directory}`, world));
  }
  const [top, ...others] = tops;
  if (top === undefined || others.length > 0) {
    throw wrongUsage('the folders of --source-dir are in several repositories. Name folders of one');
  }
  return realpathSync(top);
}

const commitOf = (revision: string, top: string, world: World): Promise<string> =>
  git(
    ['-C', top, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`],
    `has no revision ${shownText(revision)}`,
    world,
  );

/** The index is a temporary one too: whatever runs beside us, and whoever runs us from a hook, keeps theirs. */
const checkOut = (top: string, commit: string, revision: string, folder: string, world: World) =>
  git(
    [
      ...['-C', top, '--work-tree', join(folder, 'tree')],
      // Git would run the repository's own hook whenever it writes an index.
      ...[
        '-c',
        'core.hooksPath=/dev/null',
        '-c',
        'core.splitIndex=false',
        '-c',
        'core.fsmonitor=false',
        '-c',
        'core.untrackedCache=false',
      ],
      ...['read-tree', '--no-sparse-checkout', '--reset', '-u', commit],
    ],
    `cannot give the files of ${shownText(revision)}`,
    world,
    { GIT_INDEX_FILE: join(folder, 'index') },
  );

/** A hook runs us with the repository's own places set: what we ask is about the folders that were named. */
const ownPlaces = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_OPTIONAL_LOCKS: '0',
  // What a partial clone has not fetched would be written into it.
  GIT_NO_LAZY_FETCH: '1',
} as const;

async function git(
  args: readonly string[],
  trouble: string,
  world: World,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const result = await world.run('git', args, { env: { ...ownPlaces, ...env } });
  if (result === 'not-found') {
    throw wrongUsage('rev: asks git for the files of a revision, and git was not found. Install it');
  }
  if (result.exitCode !== 0) {
    const [why = ''] = result.stderr.split('\n');
    throw wrongUsage(
      `git ${trouble}: ${why}. Name a revision that this clone has, with all its files; a shallow one has to be fetched further (git fetch --unshallow)`,
    );
  }
  return result.stdout.trim();
}

/** As if the revision were checked out where the repository is: paths read the same as they do there. */
function placesIn(
  tree: string,
  top: string,
  directories: readonly string[],
  world: World,
): Omit<CheckedOut, 'commit'> {
  const here = realpathSync(world.cwd);
  const below = relative(top, here);
  const isInside = below !== '..' && !/^\.\.[\\/]/u.test(below) && !isAbsolute(below);
  const cwd = isInside ? join(tree, below) : tree;
  mkdirSync(cwd, { recursive: true });
  const from = isInside ? here : top;
  return {
    world: { ...world, cwd },
    directories: directories.map((directory) => relative(from, real(resolve(here, directory))) || '.'),
  };
}

/** Without symbolic links. A folder of the revision may be gone by now. */
function real(path: string): string {
  const there = nearestFolder(path);
  return resolve(realpathSync(there), relative(there, path));
}

const nearestFolder = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
