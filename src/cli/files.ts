import { chmod, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cannotRead, fileTrouble, wrongUsage } from './failure.ts';
import type { World } from './world.ts';

/** Reads a file that the user named; its absence is exit code 2 or 4 by what the file is for. */
export async function readText(world: World, file: string, exitCode: 2 | 4): Promise<string> {
  try {
    return await readFile(resolve(world.cwd, file), 'utf8');
  } catch (error) {
    const message = `${fileTrouble(file, error)}. Check the path and run it again`;
    throw exitCode === 2 ? wrongUsage(message) : cannotRead(message);
  }
}

/** Writes a file that the user asked for. `mode` is set on an existing file too. */
export async function writeText(world: World, file: string, text: string, mode?: number): Promise<void> {
  const path = resolve(world.cwd, file);
  try {
    await writeFile(path, text, mode === undefined ? {} : { mode });
    if (mode !== undefined) await chmod(path, mode);
  } catch (error) {
    throw wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
  }
}
