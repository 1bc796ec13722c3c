import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChosenBaseline } from '../engine/index.ts';
import type { Choices } from './choices/read-choices.ts';
import { wrongUsage } from './failure.ts';
import { readText } from './files.ts';
import { readOutputs } from './outputs.ts';
import type { World } from './world.ts';

const howToWrite = 'A run with --output json=FILE, and without --baseline, writes one';

/** Reads the earlier report that the choices name; undefined where they name none. */
export async function readChosenBaseline(
  { baseline: file, failOnNew, outputs }: Pick<Choices, 'baseline' | 'failOnNew' | 'outputs'>,
  world: World,
): Promise<ChosenBaseline | undefined> {
  if (file === undefined) return undefined;
  if (!existsSync(resolve(world.cwd, file))) {
    throw wrongUsage(`there is no baseline ${file}. ${howToWrite}`);
  }
  if (failOnNew) refuseRewriting(file, outputs, world);
  const { readBaseline } = await import('../report-files/read-baseline.ts');
  const read = readBaseline(readText(world, file, 2), file);
  if ('problem' in read) throw wrongUsage(`${file} is no baseline: ${read.problem}. ${howToWrite}`);
  return { baseline: read.baseline, onlyNew: failOnNew };
}

/** A run that fails and is its own baseline the next time would have failed once, and then never again. */
function refuseRewriting(file: string, output: readonly string[] | undefined, { cwd }: World): void {
  const rewritten = readOutputs({ output }).files.find(
    (each) => resolve(cwd, each.file) === resolve(cwd, file),
  );
  if (rewritten === undefined) return;
  throw wrongUsage(
    `--output would write over the baseline ${file}, and so forgive what this run finds. Write to another file`,
  );
}
