import { jsonText } from '../../reporters/json-text.ts';
import { namesWayIn } from '../choices/chosen-org.ts';
import { loadConfiguration } from '../choices/find-configuration.ts';
import { layersOf } from '../choices/layers.ts';
import { choicesFor } from '../choices/read-choices.ts';
import { resolvedChoices } from '../choices/resolved-choices.ts';
import type { Arguments, Command } from '../command.ts';
import {
  type commonOptions,
  historyOption,
  outputOptions,
  packOptions,
  tableOrJson,
  verdictOptions,
} from '../options.ts';
import { paper } from '../outputs.ts';
import { orgOptions, orgsOptions, userOptions } from '../place-options.ts';
import type { World } from '../world.ts';

const options = {
  ...orgOptions,
  ...userOptions,
  ...packOptions,
  output: outputOptions.output,
  ...historyOption,
  ...verdictOptions,
  concurrency: orgsOptions.concurrency,
  ...tableOrJson,
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  const loaded = await loadConfiguration(args.config, world);
  const orgName = args.targetOrg ?? loaded?.configuration.targetOrg;
  // Whatever an audit would refuse is refused here.
  await choicesFor(args, loaded, orgName, world);
  const named = namesWayIn(args) ? undefined : orgName;
  const settings = resolvedChoices(args, loaded, named, layersOf(args, loaded, named), world);
  const resolved = { configuration: loaded?.file ?? null, org: named ?? null, settings };
  if (args.format === 'json') {
    world.stdout.write(jsonText(resolved));
  } else {
    const { renderChoicesTable } = await import('../../reporters/choices-table.ts');
    world.stdout.write(renderChoicesTable(resolved, paper(world)));
  }
  return 0;
}

export const config: Command = {
  usage: 'config',
  describe: 'Print what arguments and configuration file come to, and where each value comes from',
  options,
  examples: [['syncgate config --target-org prod', 'what an audit of this org would go by']],
  run,
};
