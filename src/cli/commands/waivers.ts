import { shownText } from '../../plain/shown-text.ts';
import { jsonText } from '../../reporters/json-text.ts';
import { loadConfiguration } from '../choices/find-configuration.ts';
import { packsOfConfiguration } from '../choices/packs-of-configuration.ts';
import type { Arguments, Command } from '../command.ts';
import { Refusal } from '../failure.ts';
import { type commonOptions, packOptions, tableOrJson } from '../options.ts';
import { paper } from '../outputs.ts';
import { loadPacks } from '../packs.ts';
import { listedWaivers } from '../waivers/listed-waivers.ts';
import type { World } from '../world.ts';

const options = {
  pack: packOptions.pack,
  config: packOptions.config,
  ...tableOrJson,
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  const loaded = await loadConfiguration(args.config, world);
  const names = [...(args.pack ?? []), ...(loaded === undefined ? [] : packsOfConfiguration(loaded))];
  const rows = loaded === undefined ? [] : await listedWaivers(loaded, await loadPacks(names, world), world);
  if (args.format === 'json') {
    world.stdout.write(jsonText({ configuration: loaded?.file ?? null, waivers: rows }));
  } else {
    const { renderWaiversTable } = await import('../../reporters/waivers-table.ts');
    if (loaded === undefined) world.stdout.write('There is no configuration file here or above. ');
    world.stdout.write(renderWaiversTable(rows, paper(world)));
  }
  const unknown = rows.filter(({ state }) => state === 'unknown-requirement');
  if (unknown.length > 0) {
    const ids = unknown.map(({ requirement }) => `'${shownText(requirement)}'`).join(', ');
    throw new Refusal(
      2,
      `no pack has ${ids}: an audit stops at such a waiver. Correct the name, or take it out`,
    );
  }
  return 0;
}

export const waivers: Command = {
  usage: 'waivers',
  describe: 'List the waivers of the configuration file: their age, and how long they hold',
  options,
  examples: [['syncgate waivers --format json', 'for a reminder to whoever owns one that ends soon']],
  run,
};
