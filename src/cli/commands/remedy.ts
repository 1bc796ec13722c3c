import type { Arguments, Command } from '../command.ts';
import {
  type commonOptions,
  orgOptions,
  packOptions,
  snapshotOption,
  sourceOptions,
  userOptions,
} from '../options.ts';
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
    choices: ['source', 'metadata'],
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

export type RemedyArguments = Arguments<typeof options & typeof commonOptions>;

/** Most runs are of other commands: what plans and writes is loaded only here. */
const run = async (args: RemedyArguments, world: World): Promise<number> =>
  (await import('../remedy/run-remedy.ts')).runRemedy(args, world);

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
