import { closeSync, openSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SetTotals } from '../model/report-set.ts';
import { fileTrouble, wrongUsage } from './failure.ts';
import type { World } from './world.ts';

/** The pieces of a document on many orgs, in their order; parts that are empty leave no separator. */
export function* setPieces(
  text: { readonly open: string; readonly separator: string; readonly close: string },
  parts: Iterable<string>,
): Generator<string> {
  yield text.open;
  let separator = '';
  for (const part of parts) {
    if (part === '') continue;
    yield separator + part;
    separator = text.separator;
  }
  yield text.close;
}

/** What opens and closes a document, known only once all is. */
export const aroundSet = (
  frame: {
    readonly open: (totals: SetTotals) => string;
    readonly separator: string;
    readonly close: (totals: SetTotals) => string;
  },
  totals: SetTotals,
) => ({ open: frame.open(totals), separator: frame.separator, close: frame.close(totals) });

/** Writes a text that comes in pieces, so that it is never whole in memory. */
export function writePieces(world: World, file: string, pieces: Iterable<string>): void {
  const opened = tried(file, () => openSync(resolve(world.cwd, file), 'w'));
  try {
    for (const piece of pieces) tried(file, () => writeFileSync(opened, piece));
  } finally {
    closeSync(opened);
  }
}

function tried<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
  }
}
