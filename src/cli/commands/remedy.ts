import type { Command } from '../command.ts';
import { type RemedyArguments, remedyOptions } from '../remedy/remedy-options.ts';
import type { World } from '../world.ts';

/** Most runs are of other commands: what plans and writes is loaded only here. */
const run = async (args: RemedyArguments, world: World): Promise<number> =>
  (await import('../remedy/run-remedy.ts')).runRemedy(args, world);

export const remedy: Command = {
  usage: 'remedy',
  describe: 'Write the smallest permission set that mends what fails, and say what no permission set mends',
  options: remedyOptions,
  examples: [
    [
      'syncgate remedy -o prod -u integration@acme.com --output-dir remedy',
      'metadata, commands and steps for one user',
    ],
    ['syncgate remedy --snapshot org.json --output-dir remedy', 'the same, offline'],
    [
      "syncgate remedy --source-dir . --profile 'API Only' --output-dir force-app/main/default",
      'for a profile in a repository',
    ],
  ],
  run,
};
