import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cannotRead, fileTrouble, wrongUsage } from './failure.ts';
import type { World } from './world.ts';

/** Reads a file that the user named; its absence is exit code 2 or 4 by what the file is for. */
export function readText(world: World, file: string, exitCode: 2 | 4): string {
  try {
    return readFileSync(resolve(world.cwd, file), 'utf8');
  } catch (error) {
    const message = `${fileTrouble(file, error)}. Check the path and run it again`;
    throw exitCode === 2 ? wrongUsage(message) : cannotRead(message);
  }
}

/** Only its owner may read it: for what tells how an org is secured. */
export const ownerOnly = 0o600;

/** Writes a file that the user asked for. `mode` is set on an existing file too, before anything is in it. */
export function writeText(world: World, file: string, text: string, mode?: number): void {
  const path = resolve(world.cwd, file);
  try {
    if (mode !== undefined && existsSync(path)) chmodSync(path, mode);
    writeFileSync(path, text, mode === undefined ? {} : { mode });
  } catch (error) {
    throw wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
  }
}
