import { checkupExitCode } from '../../engine/index.ts';
import type { Checkup } from '../../model/checkup.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { writePermissionSets } from '../doctor/permission-set-files.ts';
import { wrongUsage } from '../failure.ts';
import { many, one } from '../option-kinds.ts';
import { type commonOptions, packOptions, tableOrJson } from '../options.ts';
import { signInArguments } from '../org-arguments.ts';
import { paper } from '../outputs.ts';
import { orgOptions } from '../place-options.ts';
import { printReport } from '../print-report.ts';
import type { World } from '../world.ts';

const options = {
  ...orgOptions,
  user: {
    ...many,
    alias: 'u',
    group: 'Who:',
    describe: 'User whom the audit will be about: whether the auditor sees enough of it; repeat for more',
  },
  ...packOptions,
  ...tableOrJson,
  'write-permission-set': {
    ...one,
    group: 'Output:',
    describe: 'Write the permission sets an auditor needs, as metadata, to this folder; reads no org',
  },
  force: { type: 'boolean', group: 'Output:', describe: 'Write over permission sets that are there already' },
} as const;

type DoctorArguments = Arguments<typeof options & typeof commonOptions>;

async function run(args: DoctorArguments, world: World): Promise<number> {
  const { writePermissionSet: folder, force = false } = args;
  if (folder !== undefined) {
    refuseUnread(args);
    writePermissionSets({ folder, force, targetOrg: args.targetOrg }, world);
    return 0;
  }
  if (force) throw wrongUsage('--force is about files, and none is written. Give --write-permission-set DIR');
  const { question, users = [], org, apiVersion } = await readChoices(args, world);
  const { checkLiveOrg } = await import('../doctor/live-checkup.ts');
  const named = users === 'all-api-only' ? [] : users;
  const request = { org, apiVersion, question, users: named };
  const checkup = await checkLiveOrg(request, world);
  const { checkupLine } = await import('../../reporters/doctor-table.ts');
  await printReport(args, { line: checkupLine(checkup), render: () => render(checkup, args, world) }, world);
  return checkupExitCode(checkup);
}

async function render(checkup: Checkup, args: DoctorArguments, world: World): Promise<string> {
  const { renderCheckupJson, renderCheckupTable } = await import('../../reporters/doctor-table.ts');
  if (args.format === 'json') return renderCheckupJson(checkup);
  return renderCheckupTable(checkup, { ...paper(world), verbose: args.verbose ?? false });
}

/** Files are written without an org: what would be passed over is refused. */
function refuseUnread(args: DoctorArguments): void {
  const given = (['instanceUrl', ...signInArguments, 'apiVersion', 'user', 'format'] as const).filter(
    (name) => args[name] !== undefined,
  );
  if (given.length === 0) return;
  const names = given.map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  throw wrongUsage(
    `--write-permission-set reads no org, and ${names.join(', ')} ${given.length > 1 ? 'are' : 'is'} about one. Run the two one after the other`,
  );
}

export const doctor: Command = {
  usage: 'doctor',
  describe: 'Say what the auditing user cannot see, and which requirements that leaves undecided',
  options,
  examples: [
    ['syncgate doctor -o prod', 'may this user audit?'],
    ['syncgate doctor -o prod -u integration@acme.com', 'does it see enough of that user?'],
    [
      'syncgate doctor --write-permission-set force-app/main/default',
      'the permission sets it needs, as files',
    ],
  ],
  run,
};
