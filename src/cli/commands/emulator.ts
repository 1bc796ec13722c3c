import { once } from 'node:events';
import type { Arguments, Command } from '../command.ts';
import { wrongUsage } from '../failure.ts';
import { readText } from '../files.ts';
import { one } from '../option-kinds.ts';
import type { commonOptions } from '../options.ts';
import type { World } from '../world.ts';

const options = {
  scenario: {
    ...one,
    describe: 'Scenario: a name or a file (default: compliant)',
  },
  'jwt-public-key': {
    ...one,
    describe: 'File with the public key or certificate that signs JWT assertions for emulated-app',
  },
  port: { type: 'number', requiresArg: true, describe: 'Port on 127.0.0.1 (default: any free one)' },
} as const;

async function run(args: Arguments<typeof options & typeof commonOptions>, world: World): Promise<number> {
  if (args.port !== undefined && !(Number.isInteger(args.port) && args.port >= 0 && args.port < 65_536)) {
    throw wrongUsage('--port is a number from 0 to 65535, where 0 takes any free one');
  }
  const { embeddedOrg, scenario } = await import('../embedded-org.ts');
  const org = await scenario(args.scenario ?? 'compliant');
  const emulator = await embeddedOrg({
    org,
    ...(args.port !== undefined && { port: args.port }),
    ...(args.jwtPublicKey !== undefined && { jwtPublicKey: readText(world, args.jwtPublicKey, 2) }),
  });
  const { instanceUrl, accessToken, users } = emulator;
  world.stdout.write(`${JSON.stringify({ instanceUrl, accessToken, users })}\n`);
  if (!world.signal.aborted) await once(world.signal, 'abort');
  await emulator.close();
  world.signal.throwIfAborted();
  return 0;
}

export const emulator: Command = {
  usage: 'emulator',
  describe: 'Run the embedded org until it is stopped, for any Salesforce client',
  options,
  examples: [['syncgate emulator --scenario drifted --port 7777', 'point sf, jsforce or curl at it']],
  run,
};
