import type { Arguments, Command } from '../command.ts';
import { readChoices } from '../configuration.ts';
import { wrongUsage } from '../failure.ts';
import { type commonOptions, orgOptions, packOptions, userOptions } from '../options.ts';
import { readLive } from '../read-live.ts';
import { writeSnapshotFile } from '../snapshot-file.ts';
import type { World } from '../world.ts';

const options = {
  ...orgOptions,
  ...userOptions,
  ...packOptions,
  output: {
    type: 'string',
    requiresArg: true,
    group: 'Output:',
    describe: 'File to write the snapshot to, for its owner alone (mode 0600)',
  },
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  const file = args.output;
  if (file === undefined) throw wrongUsage('where to write the snapshot is not said. Give --output FILE');
  const choices = await readChoices(args, world);
  const snapshot = await readLive(args, choices, world);
  writeSnapshotFile(file, snapshot, world);
  const { roundTrips, apiCalls } = snapshot.cost;
  const who = snapshot.subjects.map(({ subject }) => subject.name).join(', ');
  world.stderr.write(`Wrote ${file}: ${who}, as of ${snapshot.collectedAt}.\n`);
  if (args.verbose) world.stderr.write(`${roundTrips} round trips, ${apiCalls} API calls.\n`);
  return 0;
}

export const collect: Command = {
  usage: 'collect',
  describe: 'Write what an audit reads to a snapshot file, to be audited anywhere, offline',
  options,
  examples: [
    ['syncgate collect -o prod -u integration@acme.com --output org.json', 'read once, audit later'],
  ],
  run,
};
