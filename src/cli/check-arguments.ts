import type { Options } from 'yargs';
import { wrongUsage } from './failure.ts';

/**
 * Refuses what yargs lets through and means something else than was meant: an option of one value given twice
 * comes as a list, and a flag with a word (`--gate=yes`) comes as off.
 */
export function checkArguments(
  options: Readonly<Record<string, Options>>,
  args: Readonly<Record<string, unknown>>,
  argv: readonly string[],
): void {
  for (const [name, { type, array }] of Object.entries(options)) {
    if (array !== true && Array.isArray(args[name])) {
      throw wrongUsage(`--${name} is given more than once, and takes one value. Give it once`);
    }
    const worded = argv.find((argument) => type === 'boolean' && argument.startsWith(`--${name}=`));
    if (worded !== undefined && !/=(?:true|false)$/u.test(worded)) {
      throw wrongUsage(`${worded} is a flag with a word. Write --${name}, or leave it out`);
    }
  }
}
