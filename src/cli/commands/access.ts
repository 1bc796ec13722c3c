import { decideAll } from '../../access/decide-access.ts';
import { expandNeeds } from '../../access/expand-needs.ts';
import { describeAccess } from '../../engine/index.ts';
import type { Access } from '../../model/access.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { missingAtAll } from '../missing.ts';
import { namedNeeds, namesAnything, onlyNamed } from '../named-access.ts';
import { many } from '../option-kinds.ts';
import { type commonOptions, packOptions, tableOrJson } from '../options.ts';
import { paper } from '../outputs.ts';
import { readPlace } from '../place.ts';
import { orgOptions, snapshotOption, sourceOptions, userOptions } from '../place-options.ts';
import { questionNeeds } from '../question.ts';
import type { World } from '../world.ts';

const which = { ...many, group: 'Which:' } as const;

const options = {
  ...orgOptions,
  ...snapshotOption,
  ...sourceOptions,
  ...userOptions,
  permission: { ...which, describe: 'System permission by API name, such as ApiEnabled' },
  object: { ...which, describe: 'Object by API name, such as Account' },
  field: { ...which, describe: 'Field as Object.Field' },
  pack: packOptions.pack,
  config: packOptions.config,
  ...tableOrJson,
} as const;

type AccessArguments = Arguments<typeof options & typeof commonOptions>;

async function run(args: AccessArguments, world: World): Promise<number> {
  const choices = await readChoices(args, world);
  const needs = namesAnything(args) ? expandNeeds(namedNeeds(args)) : questionNeeds(choices.question);
  const { snapshot } = await readPlace(args, choices, { needs, missing: missingAtAll }, world);
  const accesses = decideAll(snapshot).map((access) =>
    namesAnything(args) ? onlyNamed(access, args) : access,
  );
  if (args.format === 'json') {
    const { renderAccessJson } = await import('../../reporters/report-json.ts');
    world.stdout.write(renderAccessJson(accesses));
  } else {
    const { renderAccessTable } = await import('../../reporters/access-table.ts');
    world.stdout.write(renderAccessTable(accesses.map(section), paper(world)));
  }
  return 0;
}

const section = (access: Access) => ({
  subject: access.subject,
  asOf: access.asOf,
  rows: describeAccess(access),
});

export const access: Command = {
  usage: 'access',
  describe: 'Say what a user can do and why: every grant, and what would have granted the rest',
  options,
  examples: [
    ['syncgate access -o prod -u integration@acme.com --permission ApiEnabled', 'who grants one permission'],
    ['syncgate access -o prod -u integration@acme.com --object Account', 'the rights on an object'],
    ['syncgate access --source-dir . --permission-set Sync --object Account', 'what a permission set gives'],
  ],
  run,
};
