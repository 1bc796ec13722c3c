import { finishAudit } from '../audit.ts';
import { readChosenBaseline } from '../baseline-file.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { missingFor } from '../missing.ts';
import { type commonOptions, historyOption, outputOptions, packOptions, verdictOptions } from '../options.ts';
import { outputsOf } from '../output-files.ts';
import { readPlace, refuseOtherPlaces } from '../place.ts';
import { orgOptions, orgsOptions, snapshotOption, sourceOptions, userOptions } from '../place-options.ts';
import { questionNeeds } from '../question.ts';
import type { World } from '../world.ts';

const options = {
  ...orgOptions,
  ...orgsOptions,
  ...snapshotOption,
  ...sourceOptions,
  ...userOptions,
  ...packOptions,
  ...outputOptions,
  ...historyOption,
  ...verdictOptions,
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  refuseOtherPlaces(args);
  if (args.allOrgs) return (await import('../orgs/audit-orgs.ts')).auditOrgs(args, world);
  const choices = await readChoices(args, world);
  const { question, allowInconclusive, history } = choices;
  const named = args.snapshot === undefined && args.sourceDir === undefined ? choices.name : undefined;
  const outputs = outputsOf({ ...args, output: choices.outputs }, named, world);
  const baseline = await readChosenBaseline(choices, world);
  const wanted = { needs: questionNeeds(question), missing: missingFor(question) };
  const read = await readPlace(args, choices, wanted, world);
  const delivery = { outputs, allowInconclusive, verbose: args.verbose ?? false, history };
  return finishAudit({ question, ...read, baseline }, delivery, world);
}

/** The main job. */
export const audit: Command = {
  usage: 'audit',
  describe: 'Say whether the vendor’s sync will work for a user, what is missing, and who grants what',
  options,
  examples: [
    ['syncgate audit --target-org prod --user integration@acme.com', 'audit one user of an org sf knows'],
    [
      'syncgate audit -o prod -u integration@acme.com --output sarif=syncgate.sarif',
      'table on screen, SARIF in a file',
    ],
    ['syncgate audit --snapshot org.json', 'audit again, offline'],
    [
      'syncgate audit -o prod -u integration@acme.com --baseline last.json --fail-on-new',
      'fail for what last.json does not have',
    ],
    [
      "syncgate audit --source-dir force-app --profile 'API Only' --permission-set Sync",
      'audit metadata files, before they reach an org',
    ],
  ],
  run,
};
