import type { Options, PositionalOptions } from 'yargs';
import type { World } from './world.ts';

/** What yargs makes of the options of a command. */
export type Arguments<O extends Readonly<Record<string, Options>>> = {
  readonly [K in keyof O as CamelCase<K & string>]?: ValueOf<O[K]>;
};

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

type ValueOf<O extends Options> = O extends { readonly choices: readonly (infer C)[] }
  ? C
  : O extends { readonly type: 'boolean' }
    ? boolean
    : O extends { readonly type: 'number' }
      ? number
      : O extends { readonly array: true }
        ? readonly string[]
        : string;

/** One command of the command line: its words, its options, and what it does. */
export interface Command {
  /** As yargs takes it: `explain <name>`. */
  readonly usage: string;
  readonly describe: string;
  readonly positionals?: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples?: readonly (readonly [command: string, meaning: string])[];
  /** Gives the exit code. */
  readonly run: (args: never, world: World) => Promise<number>;
}

/** What the command is called: the first word of its usage. */
export const nameOf = ({ usage }: Command): string => usage.split(' ')[0] ?? usage;
