import { finishAudit } from '../audit.ts';
import { readChosenBaseline } from '../baseline-file.ts';
import { readChoices } from '../choices/read-choices.ts';
import type { Arguments, Command } from '../command.ts';
import { missingFor } from '../missing.ts';
import { one } from '../option-kinds.ts';
import { type commonOptions, outputOptions, packOptions, verdictOptions } from '../options.ts';
import { outputsOf } from '../output-files.ts';
import { questionNeeds } from '../question.ts';
import type { World } from '../world.ts';

const options = {
  scenario: {
    ...one,
    group: 'What:',
    describe: 'Scenario of the embedded org: a name or a file (default: drifted)',
  },
  ...packOptions,
  ...outputOptions,
  ...verdictOptions,
  gate: { type: 'boolean', group: 'Verdict:', describe: 'Exit with the verdict’s code, as audit does' },
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  const { embeddedOrg, scenario } = await import('../embedded-org.ts');
  const { readLiveOrg } = await import('../live-org.ts');
  const choices = await readChoices(args, world);
  const { question, allowInconclusive } = choices;
  const outputs = outputsOf({ ...args, output: choices.outputs }, undefined, world);
  const baseline = await readChosenBaseline(choices, world);
  const name = args.scenario ?? 'drifted';
  const org = await scenario(name);
  const emulator = await embeddedOrg({ org });
  try {
    const { instanceUrl, accessToken, users } = emulator;
    world.notices.write(
      `An embedded org answers at ${instanceUrl}: scenario '${name}'. ${org.description}\n\n`,
    );
    const snapshot = await readLiveOrg(
      {
        org: { instanceUrl, accessToken },
        users: users.map(({ username }) => username),
        needs: questionNeeds(question),
        missing: missingFor(question),
      },
      world,
    );
    const delivery = { outputs, allowInconclusive, verbose: args.verbose ?? false };
    const code = await finishAudit({ question, snapshot, snapshotFile: null, baseline }, delivery, world);
    return args.gate ? code : 0;
  } finally {
    await emulator.close();
  }
}

export const demo: Command = {
  usage: 'demo',
  describe: 'Audit an embedded org, over HTTP: the main job without a Salesforce org at hand',
  options,
  examples: [['syncgate demo --scenario via-permission-sets', 'another org; `docs/emulator.md` lists them']],
  run,
};
