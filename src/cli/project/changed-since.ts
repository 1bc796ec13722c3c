import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { SourceReading } from '../../collector/source/read-source.ts';
import type { Skipped } from '../../model/report.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { SubjectRecord } from '../../model/subject.ts';
import { wrongUsage } from '../failure.ts';
import type { World } from '../world.ts';

export interface Since {
  readonly sourceDir: readonly string[];
  readonly since: string;
  /** Configuration and packs: when they change, everybody is audited. */
  readonly files: readonly string[];
  readonly facts?: string | undefined;
}

/** The subjects whose files changed since a git revision, committed or not; the others are named as skipped. */
export async function onlyChanged(
  snapshot: Snapshot,
  reading: SourceReading,
  since: Since,
  world: World,
): Promise<{ readonly snapshot: Snapshot; readonly skipped: readonly Skipped[] }> {
  const changed = await changedFiles(since, world);
  const full = (file: string) => real(resolve(world.cwd, file));
  const ofAll = [...reading.sharedFiles, ...since.files, ...(since.facts === undefined ? [] : [since.facts])];
  if (ofAll.some((file) => changed.has(full(file))) || [...changed].some(concernsAll)) {
    return { snapshot, skipped: [] };
  }
  const filesOf = filesBySubject(snapshot, reading);
  const isChanged = (record: SubjectRecord): boolean =>
    filesOf(record).some(
      (file) =>
        changed.has(full(file)) || [...changed].some((other) => other.startsWith(partsFolder(full(file)))),
    );
  const skipped = snapshot.subjects.filter((record) => !isChanged(record));
  return {
    snapshot: { ...snapshot, subjects: snapshot.subjects.filter(isChanged) },
    skipped: skipped.map(({ subject }) => ({
      subject,
      because: `none of its files changed since ${since.since}`,
    })),
  };
}

/**
 * What concerns everybody: flows, fields, objects, what says what is read; a container that is gone, for nobody can tell
 * any more whose it was; a folder, which git tells of a repository in the repository, and not what changed in it.
 */
const concernsAll = (path: string): boolean =>
  /\.(?:flow|flowDefinition|object|field)(?:-meta\.xml)?$/iu.test(path) ||
  ['sfdx-project.json', '.forceignore', 'package.xml'].includes(basename(path)) ||
  (isGone(path) && /\.(?:profile|(?:muting)?permissionset(?:group)?)(?:-meta\.xml)?$/iu.test(path)) ||
  isFolder(path);

const isGone = (path: string): boolean => !existsSync(path);
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Where a decomposed permission set keeps its parts, of which one may be gone; else nothing starts with it. */
function partsFolder(file: string): string {
  const folder = dirname(file);
  const name = basename(folder);
  return basename(file).startsWith(`${name}.`) ? folder + sep : `${file}${sep}`;
}

/** The files that a subject's access comes from: of its containers, and of what its groups are made of. */
function filesBySubject(snapshot: Snapshot, { snapshot: read, filesOf }: SourceReading) {
  const rootOf = new Map(
    [...read.containers, ...read.groups].flatMap(({ id, at }) =>
      at ? [[at.file, filesOf.get(id) ?? [at.file]] as const] : [],
    ),
  );
  const byId = new Map([...snapshot.containers, ...snapshot.groups].map((each) => [each.id, each.at?.file]));
  const groups = new Map(snapshot.groups.map((group) => [group.id, group]));
  const files = (id: string): readonly string[] => rootOf.get(byId.get(id) ?? '') ?? [];
  return ({ assignments }: SubjectRecord): readonly string[] => {
    if (assignments.status === 'unavailable') return [];
    return assignments.value.flatMap(({ containerId, groupId }) => {
      const components = groups.get(groupId ?? '')?.components;
      const parts =
        components?.status === 'ok' ? [...components.value.members, ...components.value.muting] : [];
      return [containerId, ...(groupId === null ? [] : [groupId]), ...parts].flatMap(files);
    });
  };
}

/** Absolute paths of what differs from the revision: deleted files too, untracked ones, metadata that git ignores. */
async function changedFiles({ sourceDir, since }: Since, world: World): Promise<ReadonlySet<string>> {
  if (since.startsWith('-')) throw wrongUsage(`--changed-since ${since} is no git revision`);
  const roots = new Set<string>();
  for (const directory of sourceDir) {
    const folder = resolve(world.cwd, directory);
    const [top = ''] = await git(['-C', folder, 'rev-parse', '--show-toplevel'], since, world, '\n');
    roots.add(top);
  }
  const changed = new Set<string>();
  for (const root of roots) {
    const listed = (args: readonly string[]) => git(['-C', root, ...args], since, world, '\0');
    const paths = [
      ...(await listed(['diff', '--name-only', '--no-renames', '-z', since, '--'])),
      ...(await listed(['ls-files', '--others', '--exclude-standard', '-z'])),
      ...(await listed(['ls-files', '--others', '-z', '--', ...metadataNames])),
    ];
    for (const path of paths) changed.add(real(resolve(root, path)));
  }
  return changed;
}

/** What git ignores is read all the same, and git cannot tell whether it changed. */
const metadataNames = [
  ...['profile', 'permissionset', 'mutingpermissionset', 'permissionsetgroup'],
  ...['flow', 'flowDefinition', 'object', 'field'],
].flatMap((ending) => [`*.${ending}`, `*.${ending}-meta.xml`]);

async function git(
  args: readonly string[],
  since: string,
  world: World,
  separator: string,
): Promise<readonly string[]> {
  const result = await world.run('git', args);
  if (result === 'not-found') {
    throw wrongUsage(
      '--changed-since asks git what changed, and git was not found. Install it, or leave the option out',
    );
  }
  if (result.exitCode !== 0) {
    const [why = ''] = result.stderr.split('\n');
    throw wrongUsage(
      `git cannot tell what changed since ${since}: ${why}. Name a revision that this clone has; a shallow one has to be fetched further (git fetch --unshallow)`,
    );
  }
  return result.stdout.split(separator).filter((path) => path !== '');
}

/** Without symbolic links, so that two ways to one file are one; a file that is gone by that of its folder. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : resolve(real(folder), basename(path));
  }
}
