import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ShareKey } from '../../model/share-key.ts';
import { readShareKey } from '../../share/read-share-key.ts';
import { fileTrouble, wrongUsage } from '../failure.ts';
import { readText } from '../files.ts';
import type { World } from '../world.ts';

/** Only its owner may read it: it has every name that was taken out. */
const ownerOnly = 0o600;

export function readKeyFile(file: string, world: World): ShareKey {
  const read = readShareKey(readText(world, file, 2));
  if ('problem' in read)
    throw wrongUsage(`${file} is no share key: ${read.problem}. Name the file that --key wrote`);
  return read.key;
}

/** The key that is in the file, to be gone on with; null where there is no such file yet. */
export function earlierKey(file: string, world: World): ShareKey | null {
  return existsSync(resolve(world.cwd, file)) ? readKeyFile(file, world) : null;
}

/** Writes the key, in one step: half of it would lose names that were there before. */
export function writeKeyFile(file: string, key: ShareKey, world: World): void {
  const path = resolve(world.cwd, file);
  const unfinished = `${path}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, `${JSON.stringify(key, null, 1)}\n`, { mode: ownerOnly, flag: 'wx' });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
  }
}
