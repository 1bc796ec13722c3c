import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { listed } from '../../plain/lists.ts';
import { fileTrouble, wrongUsage } from '../failure.ts';
import { writeText } from '../files.ts';
import type { World } from '../world.ts';
import type { TextFile } from './remedy-files.ts';

/** Refuses to write over what is there. */
export function refuseThere(files: readonly TextFile[], world: World): void {
  const there = files.map(({ file }) => file).filter((file) => existsSync(resolve(world.cwd, file)));
  if (there.length === 0) return;
  throw wrongUsage(
    `${listed(there)} ${there.length > 1 ? 'are' : 'is'} there already. Give another folder with --output-dir, or --force to write over`,
  );
}

/** Writes all files or none: where one cannot be written, those that were not there before go again. */
export function writeAll(files: readonly TextFile[], world: World): void {
  const made: string[] = [];
  try {
    for (const { file, text } of files) {
      const isNew = !existsSync(resolve(world.cwd, file));
      makeFolder(dirname(file), world);
      if (isNew) made.push(file);
      writeText(world, file, text);
    }
  } catch (error) {
    for (const file of made) rmSync(resolve(world.cwd, file), { force: true });
    throw error;
  }
}

function makeFolder(folder: string, world: World): void {
  try {
    mkdirSync(resolve(world.cwd, folder), { recursive: true });
  } catch (error) {
    throw wrongUsage(`cannot make ${fileTrouble(folder, error)}. Name another folder`);
  }
}
