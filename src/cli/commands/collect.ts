import { costText } from '../../reporters/cost-text.ts';
import { isRedacted } from '../../share/redacted.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { missingFor } from '../missing.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, packOptions } from '../options.ts';
import { refuseUnwritable } from '../output-files.ts';
import { readPlace } from '../place.ts';
import { orgOptions, sourceOptions, userOptions } from '../place-options.ts';
import { questionNeeds } from '../question.ts';
import { keyOption } from '../share/key-option.ts';
import { writeSnapshotFile } from '../snapshot-file.ts';
import type { World } from '../world.ts';

const options = {
  ...orgOptions,
  ...sourceOptions,
  ...userOptions,
  ...packOptions,
  output: {
    ...one,
    group: 'Output:',
    describe: 'File to write the snapshot to, for its owner alone (mode 0600)',
  },
  share: {
    type: 'boolean',
    group: 'Output:',
    describe: 'Write stand-ins for all names that tell whose it is, as `syncgate redact` does',
  },
  ...keyOption,
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  const file = args.output;
  if (file === undefined) throw wrongUsage('where to write the snapshot is not said. Give --output FILE');
  if (args.key !== undefined && !args.share)
    throw wrongUsage('--key is for stand-ins, and there are none. Add --share, or leave it out');
  refuseUnwritable([file, ...(args.key === undefined ? [] : [args.key])], world);
  const choices = await readChoices({ ...args, output: undefined }, world);
  const { question } = choices;
  const wanted = { needs: questionNeeds(question), missing: missingFor(question) };
  const { snapshot } = await readPlace(args, choices, wanted, world);
  if (args.share) {
    const { writeRedacted } = await import('../share/write-redacted.ts');
    if (isRedacted(snapshot))
      throw wrongUsage('the names of the snapshot in --facts are stand-ins already. Leave out --share');
    writeRedacted(snapshot, question.packs, { output: file, key: args.key }, world);
  } else {
    writeSnapshotFile(file, snapshot, world);
    const who = snapshot.subjects.map(({ subject }) => subject.name).join(', ');
    world.notices.write(`Wrote ${file}: ${who}, as of ${snapshot.collectedAt}.\n`);
  }
  if (args.verbose) world.notices.write(`${costText(snapshot.cost)}.\n`);
  return 0;
}

export const collect: Command = {
  usage: 'collect',
  describe: 'Write what an audit reads to a snapshot file, to be audited anywhere, offline',
  options,
  examples: [
    ['syncgate collect -o prod -u integration@acme.com --output org.json', 'read once, audit later'],
    [
      'syncgate collect -o prod -u integration@acme.com --share --key share-key.json --output shared.json',
      'a snapshot to send to others, without your names',
    ],
  ],
  run,
};
