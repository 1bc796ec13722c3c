import type { Arguments, Command } from '../command.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, packOptions } from '../options.ts';
import { keyOption } from '../share/key-option.ts';
import type { World } from '../world.ts';

const options = {
  pack: {
    ...packOptions.pack,
    describe: 'Pack id or file of the vendor whose own names stay (default: demandbase-data-integrity)',
  },
  output: {
    ...one,
    group: 'Output:',
    describe: 'File to write the redacted snapshot to',
  },
  ...keyOption,
} as const;

type RedactArguments = Arguments<typeof options & typeof commonOptions> & { readonly file: string };

/** Loads what redacts only where that is asked for. */
async function run(args: RedactArguments, world: World): Promise<number> {
  const { redactFile } = await import('../share/redact-file.ts');
  return redactFile(args, world);
}

export const redact: Command = {
  usage: 'redact <file>',
  describe: 'Write a snapshot with stand-ins for all names that tell whose it is, to be sent to others',
  positionals: { file: { type: 'string', describe: 'Snapshot that `syncgate collect` wrote' } },
  options,
  examples: [
    ['syncgate redact org.json --output shared.json --key share-key.json', 'send shared.json, keep the key'],
  ],
  run,
};
