import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { builtInPacks, loadPacks } from '../packs.ts';
import type { World } from '../world.ts';

const options = {} as const;

interface PacksArguments extends Arguments<typeof options> {
  readonly action: 'list' | 'validate';
  readonly file?: readonly string[];
}

async function run({ action, file = [] }: PacksArguments, world: World): Promise<number> {
  if (action === 'validate' && file.length === 0) {
    throw wrongUsage(
      'which pack to validate is not said. Give its file: `syncgate packs validate my-pack.json`',
    );
  }
  const packs = await loadPacks(action === 'list' ? builtInPacks : file, world);
  for (const { pack, file } of packs) {
    const count = `${pack.requirements.length} requirements`;
    world.stdout.write(
      action === 'list'
        ? `${pack.id} ${pack.version}  ${pack.title} (${pack.vendor}), ${count}\n`
        : `${file}: valid, ${count}\n`,
    );
  }
  return 0;
}

export const packs: Command = {
  usage: 'packs <action> [file..]',
  describe: 'List the packs that come with syncgate, or validate a pack file',
  positionals: {
    action: { choices: ['list', 'validate'], describe: 'What to do' },
    file: { type: 'string', describe: 'Pack files to validate' },
  },
  options,
  examples: [['syncgate packs validate my-pack.json', 'name what is wrong in a pack, line by line']],
  run,
};
