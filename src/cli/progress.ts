import type { Terminal } from './world.ts';

/** What a collector tells while it reads. */
export interface Step {
  readonly part: string;
  readonly done: number;
  readonly total: number;
}

export interface Progress {
  readonly show: (step: Step) => void;
  /** Takes the line away again. */
  readonly clear: () => void;
}

/** One line on standard error that is written over; silent where that is no terminal. */
export function progressOn(terminal: Terminal): Progress {
  if (!terminal.isTerminal) return { show: () => {}, clear: () => {} };
  const eraseLine = '\r\u001b[2K';
  return {
    show: ({ part, done, total }) => {
      const line = `Reading ${part} (${done} of ${total})`;
      terminal.write(`${eraseLine}${line.slice(0, terminal.width - 1)}`);
    },
    clear: () => terminal.write(eraseLine),
  };
}
