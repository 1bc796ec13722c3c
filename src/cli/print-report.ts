import { terminalText } from '../reporters/terminal-text.ts';
import type { World } from './world.ts';

interface Wanted {
  readonly format?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/**
 * Prints a report that says itself what it comes to. With `--quiet` only that is said, on standard error, and the
 * report is printed where `--format` asks for one.
 */
export async function printReport(
  { format, quiet = false }: Wanted,
  { line, render }: { readonly line: string; readonly render: () => Promise<string> },
  world: World,
): Promise<void> {
  if (!quiet || format !== undefined) world.stdout.write(await render());
  if (quiet) world.stderr.write(`${terminalText(line)}\n`);
}
