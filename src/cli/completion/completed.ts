import type { Options } from 'yargs';
import { type Command, nameOf } from '../command.ts';
import { commonOptions } from '../options.ts';
import { type Offer, offerFor } from './values.ts';

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly describe: string;
  readonly options: readonly CompletedOption[];
  readonly positionals: readonly CompletedPositional[];
}

export interface CompletedOption {
  readonly long: string;
  /** The letter; null where there is none. */
  readonly short: string | null;
  readonly describe: string;
  /** Null for a flag. */
  readonly value: Offer | null;
  readonly repeats: boolean;
}

export interface CompletedPositional {
  readonly name: string;
  readonly offer: Offer;
  readonly repeats: boolean;
}

const help: CompletedOption = {
  long: 'help',
  short: null,
  describe: 'Show help',
  value: null,
  repeats: false,
};

/** What every command takes, from the very definitions by which it is parsed. */
export function completedCommands(commands: readonly Command[]): readonly CompletedCommand[] {
  return commands.map((command) => {
    const options: Readonly<Record<string, Options>> = { ...command.options, ...commonOptions };
    return {
      name: nameOf(command),
      describe: command.describe,
      options: [...Object.entries(options).map(([name, option]) => completed(name, option, options)), help],
      positionals: Object.entries(command.positionals ?? {}).map(([name, { choices }]) => ({
        name,
        offer: offerFor(name, words(choices), undefined),
        repeats: command.usage.includes(`${name}..`),
      })),
    };
  });
}

function completed(
  name: string,
  { alias, array, choices, describe = '', type }: Options,
  all: Readonly<Record<string, Options>>,
): CompletedOption {
  const formats = array === true ? words(all.format?.choices) : undefined;
  return {
    long: name,
    short: typeof alias === 'string' ? alias : null,
    describe,
    value: type === 'boolean' ? null : offerFor(name, words(choices), formats),
    repeats: array === true,
  };
}

const words = (choices: Options['choices']): readonly string[] | undefined =>
  choices?.filter((choice) => typeof choice === 'string');
