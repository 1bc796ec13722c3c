import yargs from 'yargs';
import { terminalText } from '../reporters/terminal-text.ts';
import { checkArguments } from './check-arguments.ts';
import { type Command, nameOf } from './command.ts';
import { commands } from './commands/index.ts';
import { explainFailure, Refusal, wrongUsage } from './failure.ts';
import { commonOptions } from './options.ts';
import { unknownArguments } from './unknown-arguments.ts';
import { version } from './version.ts';
import { quietWorld, type World } from './world.ts';

/** One run of the command line: gives its exit code, and never throws. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  try {
    const chosen = parse(argv, world);
    if ('text' in chosen) {
      world.stdout.write(`${chosen.text}\n`);
      return 0;
    }
    const { quiet } = chosen.args as { readonly quiet?: boolean };
    return await chosen.command.run(chosen.args as never, quiet ? quietWorld(world) : world);
  } catch (error) {
    if (world.signal.aborted) return world.signal.reason === 'SIGTERM' ? 143 : 130;
    const { message: said, exitCode } = explainFailure(error, argv.includes('--verbose'));
    const message = await withoutGivenSecrets(said, argv);
    world.stderr.write(`${`syncgate: ${message}`.split('\n').map(terminalText).join('\n')}\n`);
    return exitCode;
  }
}

/** A secret that was pasted where it does not belong is not repeated to the log of a build. */
async function withoutGivenSecrets(text: string, argv: readonly string[]): Promise<string> {
  const { looksSecret } = await import('../config/hidden-values.ts');
  const { withoutSecrets } = await import('../collector/org/sign-in/without-secrets.ts');
  const parts = argv.flatMap((argument) => {
    const bare = argument.replace(/^-+/u, '');
    return [argument, bare, bare.slice(bare.indexOf('=') + 1)];
  });
  // A long name is cut where it is shown, and a token still shows in what is left of it.
  return withoutSecrets(text, parts.filter(looksSecret)).replace(/00D\w{9,15}![\x21-\x7e]*/gu, '[secret]');
}

export type Chosen = { readonly command: Command; readonly args: unknown } | { readonly text: string };

/**
 * What the arguments ask for: a command with its options, or a text to print (help, version). Nothing is run.
 *
 * @throws Refusal where a command or an option is not there, or is used wrongly.
 */
export function parse(argv: readonly string[], world: World): Chosen {
  const command = commands.find((candidate) => nameOf(candidate) === argv[0]);
  return command ? parseCommand(command, argv.slice(1), world) : parseOverview(argv, world);
}

/** Only the command that was named is given to yargs, as its default one: that halves what parsing costs. */
function parseCommand(command: Command, argv: readonly string[], world: World): Chosen {
  const name = nameOf(command);
  const options = { ...command.options, ...commonOptions };
  let chosen: Chosen | undefined;
  const parser = parserFor(world)
    .scriptName(`syncgate ${name}`)
    .command(
      command.usage.replace(name, '$0'),
      command.describe,
      (builder) => {
        for (const [positional, option] of Object.entries(command.positionals ?? {}))
          builder.positional(positional, option);
        for (const [example, meaning] of command.examples ?? []) builder.example(example, meaning);
        return builder.options(options);
      },
      (args) => {
        checkArguments(options, args, argv);
        chosen = { command, args };
      },
    );
  const known = Object.keys(options).map((option) => `--${option}`);
  const text = parsedBy(parser, argv, known, `syncgate ${name} --help`);
  return text === '' && chosen ? chosen : { text: somethingIn(text) };
}

/** No command, or none there is: help, the version, or a complaint. */
function parseOverview(argv: readonly string[], world: World): Chosen {
  const parser = parserFor(world)
    .scriptName('syncgate')
    .usage('$0 <command>\n\nThe preflight check for Salesforce integration users.')
    .demandCommand(1, 'Name a command: `syncgate audit` is the main one')
    .epilogue(
      'Exit codes: 0 compliant, 1 not compliant, 2 wrong usage, 3 inconclusive, 4 nothing could be read.',
    );
  for (const { usage, describe } of commands) parser.command(usage, describe);
  return { text: somethingIn(parsedBy(parser, argv, commands.map(nameOf), 'syncgate --help')) };
}

/** Nothing to run and nothing to print is no success: a gate would take it for one. */
function somethingIn(text: string): string {
  if (text === '')
    throw wrongUsage('the command has to come first, as in `syncgate audit --target-org prod`');
  return text;
}

const parserFor = (world: World) =>
  yargs()
    .locale('en')
    .version(version)
    .strict()
    .exitProcess(false)
    .fail(false)
    .wrap(Math.min(Math.max(world.stdout.width, 60), 120));

/** Parses, and gives what yargs would print: help or the version; empty where a command was chosen. */
function parsedBy(
  parser: ReturnType<typeof parserFor>,
  argv: readonly string[],
  known: readonly string[],
  help: string,
): string {
  let text = '';
  try {
    parser.parse([...argv], {}, (_error, _args, output) => {
      text = output;
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const complaint = unknownArguments((error as Error).message.trim(), known);
    throw wrongUsage(`${complaint}${complaint.endsWith('?') ? '' : '.'} \`${help}\` lists what there is`);
  }
  return text;
}
