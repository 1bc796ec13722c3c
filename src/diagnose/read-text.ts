import { type Described, described, keyOf, unnamed, withoutWrappers } from './described.ts';
import type { TextReading, VendorMessage } from './found.ts';
import { hitsIn } from './hits.ts';
import { vendorMessagesIn } from './vendor-messages.ts';

export interface TextReader {
  /** Takes the next piece of the text, however it was cut. */
  push(piece: string): void;
  end(): TextReading;
}

/** A text is looked at in pieces; of what was looked at, so much is kept for what stands beside the next. */
const pieceSize = 256 * 1024;
const tailSize = 4 * 1024;
const contextSize = 2 * 1024;
const proseSize = 16 * 1024;
/** Of what a hostile text could make without end, no more is told apart. */
const mostKinds = 300;
const mostLines = 5;

/** Finds every known message in a text of any length, in memory that does not grow with it. */
export function readText(vendorMessages: readonly VendorMessage[]): TextReader {
  const found = new Map<string, Counted<Described>>();
  const vendor = new Map<VendorMessage, Counted<unknown>>();
  const unknown = new Map<string, { count: number; line: number }>();
  let buffer = '';
  let from = 0;
  let lines = 1;
  let prose = '';
  let size = 0;

  const look = (to: number) => {
    const hits = hitsIn(buffer, from, to);
    const lineAt = lineCounter(buffer, from, lines);
    for (const hit of withoutWrappers(hits.known, buffer)) {
      const line = lineAt(hit.start);
      const message = described(buffer, hit);
      const key = found.size < mostKinds ? keyOf(message) : keyOf(unnamed(message));
      count(found, key, line, found.size < mostKinds ? message : unnamed(message));
    }
    for (const { message, at } of vendorMessagesIn(buffer, from, to, vendorMessages)) {
      count(vendor, message, lineAt(at), null);
    }
    for (const { code, start } of hits.unknown) {
      const seen = unknown.get(code);
      if (seen !== undefined) seen.count += 1;
      else if (unknown.size < mostKinds) unknown.set(code, { count: 1, line: lineAt(start) });
    }
    lines = lineAt(to);
    const kept = Math.max(0, to - contextSize);
    buffer = buffer.slice(kept);
    from = to - kept;
  };

  return {
    push: (piece) => {
      size += piece.length;
      if (prose.length < proseSize) prose += piece.slice(0, proseSize - prose.length);
      for (let at = 0; at < piece.length; at += pieceSize) {
        buffer += piece.slice(at, at + pieceSize);
        if (buffer.length - from >= pieceSize) look(cutPlace(buffer, from));
      }
    },
    end: () => {
      const endsInBreak = buffer.endsWith('\n');
      look(buffer.length);
      return {
        lines: size === 0 ? 0 : lines - (endsInBreak ? 1 : 0),
        found: [...found.values()].map(({ value, ...rest }) => ({ ...value, ...rest })),
        vendor: [...vendor].map(([message, { count, lines }]) => ({ message, count, lines })),
        unknownCodes: [...unknown].map(([code, { count, line }]) => ({ code, count, line })),
        prose,
      };
    },
  };
}

interface Counted<T> {
  readonly value: T;
  readonly count: number;
  readonly lines: readonly number[];
}

function count<K, T>(counts: Map<K, Counted<T>>, key: K, line: number, value: T): void {
  const seen = counts.get(key);
  const lines = seen?.lines ?? [];
  counts.set(key, {
    value: seen?.value ?? value,
    count: (seen?.count ?? 0) + 1,
    lines: lines.length < mostLines && !lines.includes(line) ? [...lines, line] : lines,
  });
}

/** Between two lines where there are lines; what stands behind it is looked at with what comes next. */
function cutPlace(buffer: string, from: number): number {
  const latest = buffer.length - tailSize;
  const end = buffer.lastIndexOf('\n', latest) + 1;
  return end > from ? end : latest;
}

/** Numbers of lines for places that come in order, or nearly. */
function lineCounter(text: string, from: number, first: number): (at: number) => number {
  let place = from;
  let line = first;
  return (at) => {
    if (at < place) [place, line] = [from, first];
    for (let next = text.indexOf('\n', place); next !== -1 && next < at; next = text.indexOf('\n', place)) {
      line += 1;
      place = next + 1;
    }
    return line;
  };
}
