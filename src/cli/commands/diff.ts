import type { Arguments, Command } from '../command.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, outputOptions, packOptions, verdictOptions } from '../options.ts';
import { orgOptions, personaOptions, userOptions } from '../place-options.ts';
import type { World } from '../world.ts';

const who = { group: 'Who:' } as const;

const options = {
  user: {
    ...userOptions.user,
    describe: 'Whom to compare: one for both sides, or first that of A and then that of B',
  },
  persona: {
    ...personaOptions.persona,
    ...who,
    describe: 'Persona of the configuration, likewise: for both sides, or one for each',
  },
  'source-dir': {
    ...personaOptions['source-dir'],
    describe: 'Folder with the metadata files that rev: and persona: are about; repeat for more',
  },
  profile: { ...personaOptions.profile, describe: 'Profile of the persona to compare' },
  'permission-set': personaOptions['permission-set'],
  'permission-set-group': personaOptions['permission-set-group'],
  facts: personaOptions.facts,
  'api-version': orgOptions['api-version'],
  ...packOptions,
  format: {
    ...outputOptions.format,
    describe: 'What to print: table, json, markdown or html, a page with both side by side',
    choices: ['table', 'json', 'markdown', 'html'],
  },
  'as-permission-set': {
    ...one,
    group: 'Output:',
    describe: 'API name: write what B is granted and A is not as this permission set',
  },
  'output-dir': {
    ...one,
    group: 'Output:',
    describe: 'Folder of a package in source format to write it to, such as force-app/main/default',
  },
  'allow-inconclusive': {
    ...verdictOptions['allow-inconclusive'],
    describe: 'Exit with 0 where nothing differs but something could not be compared',
  },
} as const;

type DiffArguments = Arguments<typeof options & typeof commonOptions> & {
  readonly a: string;
  readonly b?: string;
};

/** Loads what compares only where that is asked for. */
async function run(args: DiffArguments, world: World): Promise<number> {
  const { runDiff } = await import('../diff/run-diff.ts');
  return runDiff(args, world);
}

export const diff: Command = {
  usage: 'diff <a> [b]',
  describe: 'Compare what two users, orgs, snapshots, reports or branches grant, and say what explains it',
  positionals: {
    a: {
      type: 'string',
      describe: 'What comes before: FILE, org:NAME, rev:REVISION, dir:FOLDER or persona:NAME',
    },
    b: {
      type: 'string',
      describe: 'What comes after, likewise; left out, two users or personas of A are compared',
    },
  },
  options,
  examples: [
    ['syncgate diff monday.json friday.json', 'two snapshots, or two reports'],
    ['syncgate diff org.json org:prod -u integration@acme.com', 'a snapshot, and the org as it is now'],
    ['syncgate diff org:prod -u old@acme.com -u new@acme.com', 'two users of an org'],
    ['syncgate diff monday.json friday.json --format html > diff.html', 'both in one page, side by side'],
    ['syncgate diff rev:main rev:HEAD --source-dir . --persona sync', 'what a branch changes'],
  ],
  run,
};
