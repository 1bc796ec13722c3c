import { fileTrouble } from './failure.ts';
import { run } from './run.ts';
import { processWorld } from './world.ts';

/** Runs the command line of this process. A first Ctrl-C stops what is under way, a second one ends at once. */
export async function main(): Promise<void> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => {
    interrupt.abort('SIGINT');
    process.once('SIGINT', () => process.exit(130));
  });
  process.once('SIGTERM', () => interrupt.abort('SIGTERM'));
  let code: number | undefined;
  let isCut = false;
  const end = () => {
    // A failure that was found stays one; nothing else may look like the verdict of a report that is not all there.
    process.exitCode = isCut && code !== 1 ? 2 : code;
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that goes away (`| head`) wants no more output, and no complaint either.
    if (error.code === 'EPIPE') return;
    if (!isCut) process.stderr.write(`syncgate: cannot write ${fileTrouble('standard output', error)}.\n`);
    isCut = true;
    end();
  });
  // Then there is nobody left to tell.
  process.stderr.on('error', () => {});
  code = await run(process.argv.slice(2), processWorld(interrupt.signal));
  end();
}
