import type { Target } from './file-system.ts';
import { nameMetadata, type Surroundings } from './name-metadata.ts';
import { attempt, type Folder, pathIn, shownIn, tell, type Walk } from './walk-state.ts';

/** What is known of a file before it is looked at: all of it where a link was followed. */
export interface Source {
  readonly type: Target['type'];
  readonly bytes?: number;
  readonly real?: string;
}

/** Takes a file where it is metadata, and is neither ignored nor told already. */
export function takeFile(
  state: Walk,
  folder: Folder,
  name: string,
  around: Surroundings,
  { type, bytes, real = pathIn(folder.real, name) }: Source,
): void {
  state.looked += 1;
  const named = nameMetadata(name, around);
  if (named === undefined) return;
  const path = pathIn(folder.path, name);
  if (folder.root.isIgnored(path, 'file')) return;
  const shown = shownIn(folder, name);
  if (typeof named === 'string') {
    state.odd.push({ shown, why: named });
    return;
  }
  if (type === 'other') {
    tell(state, shown, 'is no file but a pipe, a socket or a device, so it was passed over');
    return;
  }
  const key = [real, named.kind, named.name, named.object].join('\n');
  if (state.told.has(key)) return;
  const size = bytes ?? attempt(state, shown, () => state.disk.look(path))?.bytes;
  if (size === undefined) return;
  state.told.add(key);
  state.files.push({ file: shown, path, ...named, bytes: size });
}
