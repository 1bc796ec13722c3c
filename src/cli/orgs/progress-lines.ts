import type { Progress } from '../progress.ts';
import type { Terminal } from '../world.ts';

/** What a run over many orgs shows while it is under way. */
export interface ProgressLines {
  /** A line for one org; it goes when the org is done, and what it came to is told instead. */
  readonly begin: (org: string) => Progress & { readonly end: (cameTo: string) => void };
  /** For whatever else is said meanwhile, on this stream: above the lines, and once, however many orgs say it. */
  readonly above: (stream: Terminal) => Terminal;
}

/** More lines than this push everything else off the screen. */
const mostLines = 16;

/**
 * On a terminal each org under way has a line that is written over, below those that are done; elsewhere each org
 * has one line, when it is done. Names are safe to print: the configuration allows no others.
 */
export function progressLines(terminal: Terminal, total: number): ProgressLines {
  const underWay = new Map<string, string>();
  let shown = 0;
  let done = 0;
  const said = new Set<string>();
  const erase = () => (shown === 0 ? '' : `\u001b[${shown}A\u001b[0J`);
  const draw = (above = '') => {
    if (!terminal.isTerminal) {
      if (above !== '') terminal.write(above);
      return;
    }
    const lines = [...underWay].slice(0, mostLines).map(([org, step]) => fitted(`${org}: ${step}`, terminal));
    terminal.write(`${erase()}${above}${lines.map((line) => `${line}\n`).join('')}`);
    shown = lines.length;
  };
  return {
    above: (stream) => ({
      isTerminal: false,
      width: stream.width,
      write(text) {
        if (said.has(text)) return;
        said.add(text);
        if (terminal.isTerminal) draw(text);
        else stream.write(text);
      },
    }),
    begin(org) {
      underWay.set(org, 'signing in');
      draw();
      return {
        show: ({ part, done: count, total: of }) => {
          underWay.set(org, `reading ${part} (${count} of ${of})`);
          draw();
        },
        clear: () => {},
        end: (cameTo) => {
          underWay.delete(org);
          done += 1;
          draw(`[${done}/${total}] ${org}: ${cameTo}\n`);
        },
      };
    },
  };
}

/** A longer line would wrap, and its second half would never be erased. */
const fitted = (line: string, { width }: Terminal): string => line.slice(0, Math.max(width - 1, 0));
