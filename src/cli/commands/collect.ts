import { costText } from '../../reporters/cost-text.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { missingFor } from '../missing.ts';
import { type commonOptions, orgOptions, packOptions, sourceOptions, userOptions } from '../options.ts';
import { refuseUnwritable } from '../output-files.ts';
import { readPlace } from '../place.ts';
import { questionNeeds } from '../question.ts';
import { writeSnapshotFile } from '../snapshot-file.ts';
import type { World } from '../world.ts';

const options = {
  ...orgOptions,
  ...sourceOptions,
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
  refuseUnwritable([file], world);
  const choices = await readChoices({ ...args, output: undefined }, world);
  const { question } = choices;
  const wanted = { needs: questionNeeds(question), missing: missingFor(question) };
  const { snapshot } = await readPlace(args, choices, wanted, world);
  writeSnapshotFile(file, snapshot, world);
  const who = snapshot.subjects.map(({ subject }) => subject.name).join(', ');
  world.notices.write(`Wrote ${file}: ${who}, as of ${snapshot.collectedAt}.\n`);
  if (args.verbose) world.notices.write(`${costText(snapshot.cost)}.\n`);
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
