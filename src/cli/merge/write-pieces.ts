import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileTrouble, wrongUsage } from '../failure.ts';
import type { World } from '../world.ts';

/** Writes a text that comes in pieces, so that it is never whole in memory. */
export function writePieces(world: World, file: string, pieces: Iterable<string>): void {
  let open: number | undefined;
  try {
    open = openSync(resolve(world.cwd, file), 'w');
    for (const piece of pieces) writeSync(open, piece);
  } catch (error) {
    throw wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
  } finally {
    if (open !== undefined) closeSync(open);
  }
}
