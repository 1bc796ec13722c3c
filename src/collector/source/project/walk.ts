import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileSystem, FolderEntry } from './file-system.ts';
import { surroundings, typeFolders } from './name-metadata.ts';
import { passedOver } from './passed-over.ts';
import { projectFile } from './project-file.ts';
import type { Root } from './roots.ts';
import { takeFile } from './take-file.ts';
import {
  attempt,
  type Folder,
  type Link,
  pathIn,
  shownIn,
  startWalk,
  tell,
  type Walk,
} from './walk-state.ts';

/** In no order. */
export type Walked = Readonly<
  Pick<Walk, 'files' | 'problems' | 'unread' | 'manifests' | 'projects' | 'looked'>
>;

/** Never walked, whoever asks: what is there is no source. */
const never: ReadonlySet<string> = new Set(['node_modules', '.git', '.sf', '.sfdx']);
/** A resource may be a whole folder of anything, and is deployed as it stands (source-deploy-retrieve, StaticResource). */
const contents = 'staticresources';

/** Walks folders, each once, and what links in them lead to last, so that files are told by their own paths. */
export async function walk(disk: FileSystem, roots: readonly Root[], signal?: AbortSignal): Promise<Walked> {
  const state = startWalk(disk);
  for (const root of roots) {
    const { path, shown } = root;
    const real = attempt(state, shown, () => disk.realPath(path));
    if (real !== undefined) await walkFrom(state, { path, shown, real, root, within: undefined }, signal);
  }
  while (state.links.length > 0) {
    for (const link of state.links.splice(0).sort(byPlace)) {
      const folder = followed(state, link);
      if (folder !== undefined) await walkFrom(state, folder, signal);
    }
  }
  const { files, looked, manifests, projects, unread } = state;
  return {
    files,
    looked,
    manifests,
    projects,
    unread,
    problems: [...state.problems, ...passedOver(state.odd)],
  };
}

function byPlace(one: Link, other: Link): number {
  const [first, second] = [one, other].map(({ within, name }) => shownIn(within, name)) as [string, string];
  return first < second ? -1 : 1;
}

async function walkFrom(state: Walk, start: Folder, signal: AbortSignal | undefined): Promise<void> {
  const open = [start];
  for (let count = 0; open.length > 0; count += 1) {
    if (count % 64 === 0) {
      // Lets an interruption in.
      await setImmediate();
      signal?.throwIfAborted();
    }
    const folder = open.pop();
    if (folder === undefined || state.walked.has(folder.real)) continue;
    state.walked.add(folder.real);
    for (const inner of visit(state, folder)) open.push(inner);
  }
}

/** Takes what is in a folder, and gives the folders in it. */
function visit(state: Walk, folder: Folder): Folder[] {
  const entries = attempt(state, folder.shown, () => state.disk.list(folder.path)) ?? [];
  const around = surroundings(folder.path.split(sep));
  const inner: Folder[] = [];
  for (const { name, type } of entries) {
    if (type === 'folder') {
      if (isWalked(folder, name)) inner.push(folderIn(folder, name, pathIn(folder.real, name)));
    } else if (type === 'link') state.links.push({ name, within: folder });
    else takeFile(state, folder, name, around, { type });
  }
  noteBesides(state, folder, entries);
  return inner;
}

const folderIn = (within: Folder, name: string, real: string): Folder => ({
  path: pathIn(within.path, name),
  shown: shownIn(within, name),
  real,
  root: within.root,
  within,
});

const isWalked = ({ path, root }: Folder, name: string): boolean =>
  !never.has(name) && !path.endsWith(sep + contents) && !root.isIgnored(pathIn(path, name), 'folder');

/** Remembers a package.xml that stands beside folders of metadata, and a project within what is walked. */
function noteBesides(state: Walk, folder: Folder, entries: readonly FolderEntry[]): void {
  const { path, root } = folder;
  for (const { name, type } of entries) {
    if (type === 'folder' || type === 'other') continue;
    if (name === 'package.xml' && entries.some((one) => typeFolders.has(one.name))) {
      state.manifests.push({ path: pathIn(path, name), shown: shownIn(folder, name), root });
    }
    if (name === projectFile && root.project?.folder !== path) state.projects.push(folder.shown || '.');
  }
}

/** Takes the file a link leads to, or gives the folder, unless it leads back to where it was found. */
function followed(state: Walk, { name, within }: Link): Folder | undefined {
  const path = pathIn(within.path, name);
  const shown = shownIn(within, name);
  // Lines that leave out files leave out folders of the same name too.
  if (!isWalked(within, name)) return undefined;
  const target = attempt(state, shown, () => ({ ...state.disk.look(path), real: state.disk.realPath(path) }));
  if (target === undefined) return undefined;
  if (target.type !== 'folder') {
    takeFile(state, within, name, surroundings(within.path.split(sep)), target);
    return undefined;
  }
  if (!leadsBack(within, target.real)) return folderIn(within, name, target.real);
  tell(state, shown, 'links back to a folder that it is in, so it was not followed');
  return undefined;
}

const leadsBack = (folder: Folder | undefined, real: string): boolean =>
  folder !== undefined &&
  (pathIn(folder.real, '').startsWith(pathIn(real, '')) || leadsBack(folder.within, real));
