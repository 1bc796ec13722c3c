import type { Arguments, Command } from '../command.ts';
import { one } from '../option-kinds.ts';
import type { commonOptions } from '../options.ts';
import type { World } from '../world.ts';

const options = {
  key: {
    ...one,
    group: 'Input:',
    describe: 'File that `syncgate redact --key` or `syncgate collect --share --key` wrote',
  },
  output: {
    ...one,
    group: 'Output:',
    describe: 'File to write the text to (mode 0600; default: standard output)',
  },
} as const;

type RestoreArguments = Arguments<typeof options & typeof commonOptions> & { readonly file?: string };

/** Loads what restores only where that is asked for. */
async function run(args: RestoreArguments, world: World): Promise<number> {
  const { restoreFile } = await import('../share/restore-file.ts');
  return restoreFile(args, world);
}

export const restore: Command = {
  usage: 'restore [file]',
  describe: 'Turn the stand-ins in a report, a mail or any other text back into names',
  positionals: { file: { type: 'string', describe: 'Text with stand-ins (default: standard input)' } },
  options,
  examples: [
    ['syncgate restore --key share-key.json answer.txt', 'what others found out, with your names in it'],
  ],
  run,
};
