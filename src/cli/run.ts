import yargs from 'yargs';
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';
import { explainFailure, wrongUsage } from './failure.ts';
import { commonOptions } from './options.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

/** One run of the command line: gives its exit code, and never throws. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  try {
    const chosen = parse(argv, world);
    if ('text' in chosen) {
      world.stdout.write(`${chosen.text}\n`);
      return 0;
    }
    return await chosen.command.run(chosen.args as never, world);
  } catch (error) {
    if (world.signal.aborted) return world.signal.reason === 'SIGTERM' ? 143 : 130;
    const { text, exitCode } = explainFailure(error, argv.includes('--verbose'));
    world.stderr.write(`${text}\n`);
    return exitCode;
  }
}

type Chosen = { readonly command: Command; readonly args: unknown } | { readonly text: string };

/** What the arguments ask for: a command with its options, or a text to print (help, version). */
function parse(argv: readonly string[], world: World): Chosen {
  let chosen: Chosen | undefined;
  const parser = yargs()
    .scriptName('syncgate')
    .usage('$0 <command>\n\nThe preflight check for Salesforce integration users.')
    .locale('en')
    .version(version)
    .strict()
    .exitProcess(false)
    .fail(false)
    .wrap(Math.min(Math.max(world.stdout.width, 60), 120))
    .demandCommand(1, 'Name a command: `syncgate audit` is the main one')
    .epilogue(
      'Exit codes: 0 compliant, 1 not compliant, 2 wrong usage, 3 inconclusive, 4 nothing could be read.',
    );
  for (const command of commands) {
    parser.command(
      command.usage,
      command.describe,
      (builder) => {
        for (const [name, option] of Object.entries(command.positionals ?? {}))
          builder.positional(name, option);
        for (const [name, meaning] of command.examples ?? []) builder.example(name, meaning);
        return builder.options({ ...command.options, ...commonOptions });
      },
      (args) => {
        chosen = { command, args };
      },
    );
  }
  let text = '';
  try {
    parser.parse([...argv], {}, (_error, _args, output) => {
      text = output;
    });
  } catch (error) {
    const about = commands.find(({ usage }) => usage.split(' ')[0] === argv[0]);
    const help = about ? `syncgate ${argv[0]} --help` : 'syncgate --help';
    throw wrongUsage(`${(error as Error).message.trim()}. \`${help}\` lists what there is`);
  }
  return text === '' && chosen ? chosen : { text };
}
