import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { configurationNames, refuseWrongAddresses } from '../choices/find-configuration.ts';
import type { Arguments, Command } from '../command.ts';
import { fileTrouble, wrongUsage } from '../failure.ts';
import { type Answers, answersOf } from '../init/answers.ts';
import { signInWays } from '../init/sign-in-ways.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, packOptions } from '../options.ts';
import { secretVariables } from '../org-arguments.ts';
import { loadPacks } from '../packs.ts';
import { orgOptions, userOptions } from '../place-options.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';

const ofOrg = { ...one, group: 'Org:' } as const;

const options = {
  'target-org': orgOptions['target-org'],
  'instance-url': {
    ...ofOrg,
    describe: 'URL of the org, for another way to sign in than the Salesforce CLI',
  },
  'sign-in': { ...ofOrg, describe: 'How to sign in there (default: access-token)', choices: signInWays },
  'client-id': { ...ofOrg, describe: 'Consumer key of the app that signs in' },
  username: { ...ofOrg, describe: 'User to sign in as, for jwt' },
  'org-name': { ...ofOrg, describe: 'What to call the org in the file (default: production)' },
  ...userOptions,
  pack: packOptions.pack,
  config: {
    ...one,
    alias: 'c',
    group: 'Output:',
    describe: 'File to write (default: syncgate.config.yaml, here)',
  },
  force: { type: 'boolean', group: 'Output:', describe: 'Write over a file that is there' },
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  const file = args.config ?? 'syncgate.config.yaml';
  refuseToOverwrite(file, args.force ?? false, world);
  const answers = await answersOf(args, world.ask);
  await loadPacks(answers.packs, world);
  const written = { ...answers, packs: answers.packs.map((name) => fromFile(name, file)) };
  const { firstConfiguration } = await import('../init/first-configuration.ts');
  const text = firstConfiguration(written, schemaFor(file, world));
  await refuseWrongAnswers(text, file, world);
  write(file, text, args.force ?? false, world);
  world.stdout.write(`Wrote ${file}.\nNext: ${nextStep(answers, args.config)}\n`);
  return 0;
}

/** Before anything is asked. */
function refuseToOverwrite(file: string, force: boolean, world: World): void {
  if (!/\.ya?ml$/iu.test(file))
    throw wrongUsage(`${file} is no YAML file by its name. Give it one that ends in .yaml`);
  const isHere = (name: string) => existsSync(resolve(world.cwd, dirname(file), name));
  if (!force && isHere(basename(file))) throw wrongUsage(alreadyThere(file));
  const others = configurationNames.filter((name) => name !== basename(file) && isHere(name));
  if (configurationNames.includes(basename(file)) && others.length > 0) {
    throw wrongUsage(
      `there is ${others.join(' and ')} beside it already, and one folder has one configuration. Edit that one`,
    );
  }
}

const alreadyThere = (file: string): string =>
  `${file} is there already. Edit it, or write over it with --force`;

/** A pack's path, as it is named from where the configuration stands. */
function fromFile(pack: string, file: string): string {
  if (!/[./\\]/u.test(pack) || isAbsolute(pack)) return pack;
  const path = relative(dirname(file), pack).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The schema of the package where it is installed, so that it is of the same version; else as it was published. */
function schemaFor(file: string, { cwd }: World): string {
  const start = dirname(resolve(cwd, file));
  const path = 'node_modules/syncgate/schemas/config.schema.json';
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, path))) {
      const found = relative(start, join(folder, path)).replaceAll('\\', '/');
      return found.startsWith('.') ? found : `./${found}`;
    }
    if (folder === dirname(folder)) return `https://unpkg.com/syncgate@${version}/schemas/config.schema.json`;
  }
}

/** What our own reader would refuse later is refused now. */
async function refuseWrongAnswers(text: string, file: string, world: World): Promise<void> {
  const { readConfig } = await import('../../config/read-config.ts');
  const read = await readConfig(text, file, world.now());
  if ('problems' in read) {
    throw wrongUsage(
      `this makes no configuration: ${read.problems.map(({ message }) => message).join('; ')}`,
    );
  }
  await refuseWrongAddresses(read.config);
}

function write(file: string, text: string, force: boolean, world: World): void {
  try {
    writeFileSync(resolve(world.cwd, file), text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw wrongUsage(alreadyThere(file));
    throw wrongUsage(`cannot write ${fileTrouble(file, error)}. Name another file`);
  }
}

function nextStep({ org }: Answers, file: string | undefined): string {
  const audit = `syncgate audit${file === undefined ? '' : ` --config ${file}`}`;
  return 'targetOrg' in org
    ? audit
    : `set the environment variable ${secretVariables[org.way]}, then ${audit}`;
}

export const init: Command = {
  usage: 'init',
  describe: 'Write a first configuration file: asks on a terminal, takes arguments anywhere',
  options,
  examples: [['syncgate init -o prod -u integration@acme.com', 'without a question but for the pack']],
  run,
};
