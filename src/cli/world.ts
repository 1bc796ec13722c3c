import { type Ask, askOn } from './ask.ts';
import { wrongUsage } from './failure.ts';
import { commandRunner, type RunCommand } from './run-command.ts';

/** Everything outside the program that a command may touch: injected, so that a test can stand in for it. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Terminal;
  /** For what has to be said whatever was asked for: why a run ended early, and what it came to. */
  readonly stderr: Terminal;
  /** Standard error too, for what is only good to know: progress, notices. With `--quiet` nobody hears it. */
  readonly notices: Terminal;
  /** Aborted by Ctrl-C (reason `SIGINT`) or by being asked to end (`SIGTERM`). */
  readonly signal: AbortSignal;
  /** The time, where no org tells it. */
  readonly now: () => Date;
  readonly run: RunCommand;
  /** Everything on standard input, to its end. */
  readonly readStdin: () => Promise<string>;
  /** The same in pieces, however long it is; a terminal gives what is typed. */
  readonly stdinPieces: () => AsyncIterable<string>;
  /** Asks whoever sits at the terminal; null where nobody does. */
  readonly ask: Ask | null;
}

export interface Terminal {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns; 80 where there is no terminal. */
  readonly width: number;
}

export function processWorld(signal: AbortSignal): World {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: terminal(process.stdout),
    stderr: terminal(process.stderr),
    notices: terminal(process.stderr),
    signal,
    now: () => new Date(),
    run: commandRunner(signal),
    readStdin: () => stdinText(signal),
    stdinPieces: () => stdinPieces(signal),
    ask: process.stdin.isTTY && process.stderr.isTTY ? askOn(process.stdin, process.stderr, signal) : null,
  };
}

/** A secret that is typed would stand on the screen, and be waited for where nobody is. */
async function stdinText(signal: AbortSignal): Promise<string> {
  if (process.stdin.isTTY) {
    throw wrongUsage('standard input is a terminal. Pipe the secret in, as in `vault read … | syncgate …`');
  }
  const { addAbortSignal } = await import('node:stream');
  const { text } = await import('node:stream/consumers');
  return text(addAbortSignal(signal, process.stdin));
}

async function* stdinPieces(signal: AbortSignal): AsyncIterable<string> {
  if (process.stdin.isTTY) {
    throw wrongUsage('there is no text. Give one, name a file with --log FILE, or pipe one in');
  }
  const { addAbortSignal } = await import('node:stream');
  process.stdin.setEncoding('utf8');
  yield* addAbortSignal(signal, process.stdin) as AsyncIterable<string>;
}

function terminal(stream: NodeJS.WriteStream): Terminal {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    width: stream.columns ?? 80,
  };
}

/** The same world, in which nothing is said that is only good to know. */
export const quietWorld = (world: World): World => ({
  ...world,
  notices: { write: () => {}, isTerminal: false, width: world.notices.width },
});
