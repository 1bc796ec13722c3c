import { setFormats } from '../../reporters/format.ts';
import type { Arguments, Command } from '../command.ts';
import { type commonOptions, outputOptions, verdictOptions } from '../options.ts';
import type { World } from '../world.ts';

const options = {
  ...outputOptions,
  format: {
    ...outputOptions.format,
    choices: setFormats,
    describe: 'What to print (default: table for JSON reports, else the format that they are in)',
  },
  'allow-inconclusive': verdictOptions['allow-inconclusive'],
} as const;

type MergeArguments = Arguments<typeof options & typeof commonOptions> & {
  readonly reports: readonly string[];
};

/** Loads what reads reports back only where that is asked for. */
async function run(args: MergeArguments, world: World): Promise<number> {
  const { mergeReports } = await import('../merge/merge-reports.ts');
  return mergeReports(args, world);
}

export const merge: Command = {
  usage: 'merge <reports..>',
  describe: 'Join reports of several runs (JSON, SARIF or JUnit) as if one run had made them',
  positionals: {
    reports: { type: 'string', array: true, describe: 'Files that `syncgate audit --output` wrote' },
  },
  options,
  examples: [
    [
      'syncgate merge shard-*.json --output sarif=all.sarif',
      'what the jobs of a CI matrix wrote, as one report',
    ],
  ],
  run,
};
