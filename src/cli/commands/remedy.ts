import type { Snapshot } from '../../model/snapshot.ts';
import { planRemedy, proveRemedy, type Remedy, remedyExitCode } from '../../remedy/index.ts';
import { terminalText } from '../../reporters/terminal-text.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { missingFor } from '../missing.ts';
import {
  type commonOptions,
  orgOptions,
  packOptions,
  snapshotOption,
  sourceOptions,
  userOptions,
} from '../options.ts';
import { paper } from '../outputs.ts';
import { readPlace } from '../place.ts';
import { questionNeeds } from '../question.ts';
import { commandsOf, type Destination, filesOf, layouts } from '../remedy/remedy-files.ts';
import { wishedSet } from '../remedy/wished-set.ts';
import { refuseThere, writeAll } from '../remedy/write-all.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';

const one = { type: 'string', requiresArg: true, group: 'Output:' } as const;
const { 'changed-since': _changed, 'write-manifest': _manifest, ...ofPersonas } = sourceOptions;

const options = {
  ...orgOptions,
  ...snapshotOption,
  ...ofPersonas,
  user: { ...userOptions.user, describe: 'Username, Id or alias of the user to mend: one' },
  ...packOptions,
  'output-dir': { ...one, describe: 'Folder to write the permission set and the steps to' },
  name: { ...one, describe: 'API name of the permission set (default: Syncgate_Remedy)' },
  label: { ...one, describe: 'Its label (default: the name)' },
  layout: {
    ...one,
    describe: 'How the metadata is laid out (default: source, as in a project)',
    choices: layouts,
  },
  force: { type: 'boolean', group: 'Output:', describe: 'Write over files that are there already' },
  format: {
    ...one,
    alias: 'f',
    describe: 'What to print (default: table)',
    choices: ['table', 'json', 'markdown'],
  },
  'new-set': {
    type: 'boolean',
    group: 'What:',
    describe: 'Make a permission set even where one that is there would do',
  },
  'include-doubts': {
    type: 'boolean',
    group: 'What:',
    describe: 'Mend what could not be known too, as if it failed',
  },
} as const;

type RemedyArguments = Arguments<typeof options & typeof commonOptions>;

async function run(args: RemedyArguments, world: World): Promise<number> {
  const { outputDir, user = [] } = args;
  if (outputDir === undefined) throw wrongUsage('where to write to is not said. Give --output-dir DIR');
  if (user.length > 1) refuseMany(user);
  const choices = await readChoices(args, world);
  const { question } = choices;
  const wanted = { needs: questionNeeds(question), missing: missingFor(question) };
  const { snapshot } = await readPlace(args, choices, wanted, world);
  const [record, ...others] = snapshot.subjects;
  if (record === undefined) throw wrongUsage('there is nobody to mend. Give --user USERNAME');
  if (others.length > 0) refuseMany(snapshot.subjects.map(({ subject }) => subject.name));
  const { newSet = false, includeDoubts = false } = args;
  const wishes = { ...wishedSet(args, snapshot, record.subject), newSet, includeDoubts };
  const situation = { snapshot, ...question };
  const remedy = planRemedy(situation, record.subject.id, wishes, tool);
  const destination = {
    folder: outputDir,
    layout: args.layout ?? 'source',
    targetOrg: args.targetOrg,
  } as const;
  const files = filesOf(remedy, snapshot, destination);
  if (args.force !== true) refuseThere(files, world);
  proveRemedy(situation, remedy);
  writeAll(files, world);
  world.stdout.write(await rendered(remedy, destination, args, world));
  tellWritten(files, snapshot, world);
  return remedyExitCode(remedy.plan);
}

/** What one needs would be given to all: each is mended by itself. */
function refuseMany(names: readonly string[]): never {
  throw wrongUsage(
    `a remedy is for one: what one of them lacks, the others may not need. Choose one of ${names.join(', ')} with --user (--persona for metadata files)`,
  );
}

async function rendered(
  remedy: Remedy,
  destination: Destination,
  { format }: RemedyArguments,
  world: World,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../reporters/remedy-json.ts')).renderRemedyJson(remedy.plan);
    case 'markdown': {
      const { renderRemedyMarkdown } = await import('../../reporters/remedy-markdown.ts');
      return renderRemedyMarkdown(remedy.plan, commandsOf(remedy, destination));
    }
    default: {
      const { renderRemedyTable } = await import('../../reporters/remedy-table.ts');
      return renderRemedyTable(remedy.plan, paper(world));
    }
  }
}

function tellWritten(files: readonly { readonly file: string }[], { source }: Snapshot, world: World): void {
  const written = files.map(({ file }) => `Wrote ${terminalText(file)}\n`).join('');
  const version = source.apiVersion === null ? '' : ` (API ${source.apiVersion})`;
  world.notices.write(
    files.length === 0
      ? 'Nothing was written.\n'
      : `${written}Nothing was deployed${version}: STEPS.md says how, by commands or by clicks.\n`,
  );
}

export const remedy: Command = {
  usage: 'remedy',
  describe: 'Write the smallest permission set that mends what fails, and say what no permission set mends',
  options,
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
