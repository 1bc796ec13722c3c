import { wrongUsage } from './failure.ts';

/** Asks a person a question, and gives the answer without the spaces around it. */
export type Ask = (question: string) => Promise<string>;

/**
 * Asks on a terminal. Ctrl-C there is no signal but a key: it is made one, so that it ends a run as it always does.
 *
 * @throws Refusal (2) where the input ends instead of answering.
 */
export function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
  interrupt: () => void = () => void process.emit('SIGINT'),
): Ask {
  return async (question) => {
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input, output, terminal: true, historySize: 0 });
    lines.on('SIGINT', interrupt);
    const ended = new Promise<never>((_, reject) => {
      lines.once('close', () => reject(wrongUsage('the answers ended before the questions did')));
    });
    try {
      return (await Promise.race([lines.question(question, { signal }), ended])).trim();
    } finally {
      ended.catch(() => {});
      lines.close();
    }
  };
}
