import { commandRunner, type RunCommand } from './run-command.ts';

/** Everything outside the program that a command may touch: injected, so that a test can stand in for it. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Aborted by Ctrl-C (reason `SIGINT`) or by being asked to end (`SIGTERM`). */
  readonly signal: AbortSignal;
  /** The time, where no org tells it. */
  readonly now: () => Date;
  readonly run: RunCommand;
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
    signal,
    now: () => new Date(),
    run: commandRunner(signal),
  };
}

function terminal(stream: NodeJS.WriteStream): Terminal {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    width: stream.columns ?? 80,
  };
}
