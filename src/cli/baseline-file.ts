import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChosenBaseline } from '../engine/index.ts';
import type { Choices } from './choices/read-choices.ts';
import { wrongUsage } from './failure.ts';
import { readText } from './files.ts';
import type { World } from './world.ts';

const howToWrite = 'A run with --output json=FILE, and without --baseline, writes one';

/** Reads the earlier report that the choices name; undefined where they name none. */
export async function readChosenBaseline(
  { baseline: file, failOnNew }: Pick<Choices, 'baseline' | 'failOnNew'>,
  world: World,
): Promise<ChosenBaseline | undefined> {
  if (file === undefined) return undefined;
  if (!existsSync(resolve(world.cwd, file))) {
    throw wrongUsage(`there is no baseline ${file}. ${howToWrite}`);
  }
  const { readBaseline } = await import('../report-files/read-baseline.ts');
  const read = readBaseline(readText(world, file, 2), file);
  if ('problem' in read) throw wrongUsage(`${file} is no baseline: ${read.problem}. ${howToWrite}`);
  return { baseline: read.baseline, onlyNew: failOnNew };
}
