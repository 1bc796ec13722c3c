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
  // A reader that goes away (`| head`) wants no more output, and no complaint either.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await run(process.argv.slice(2), processWorld(interrupt.signal));
}
