import type { Location } from '../../../model/part.ts';

/** The part of a document's text that may be asked for still, and the lines up to it. Offsets are of the text. */
export interface SourceWindow {
  /** Takes the next piece of the text. What stands before `from` is given up. */
  readonly add: (piece: string, from: number) => void;
  /** Counts the lines before an offset for good: no place before it will be asked for. */
  readonly pass: (offset: number) => void;
  /** The same for a stretch of which it is known how many lines end in it, and where the last of them starts. */
  readonly passLines: PassLines;
  readonly locate: (offset: number) => Location;
  /** Where an element stands, with its source: its first line, and no more than 500 characters. */
  readonly element: (start: number, end: number) => Location;
  /** Offset of the first match at or after an offset; that of the text's end where there is none. */
  readonly search: (pattern: RegExp, from: number) => number;
  /** Whether that stands at an offset. */
  readonly has: (text: string, offset: number) => boolean;
}

export type PassLines = (from: number, to: number, lines: number, lastStart: number) => void;

interface Spot {
  readonly offset: number;
  readonly line: number;
  readonly lineStart: number;
}

const longestSnippet = 500;

export function sourceWindow(file: string): SourceWindow {
  let text = '';
  let textStart = 0;
  let passed: Spot = { offset: 0, line: 1, lineStart: 0 };
  // Leaves are located one after another: each from the one before.
  let recent = passed;
  let returns = false;

  const spot = (offset: number): Spot => {
    const known = recent.offset > offset ? passed : recent;
    const from = known.offset - textStart;
    const ends = returns ? anyEnds(text, from, offset - textStart) : newlines(text, from, offset - textStart);
    const lineStart = ends.count === 0 ? known.lineStart : textStart + ends.after;
    recent = { offset, line: known.line + ends.count, lineStart };
    return recent;
  };
  const locate = (offset: number): Location => {
    const { line, lineStart } = spot(offset);
    return { file, line, column: offset - lineStart + 1 };
  };
  const pass = (offset: number) => {
    if (offset > passed.offset) passed = spot(offset);
  };
  return {
    pass,
    passLines(from, to, lines, lastStart) {
      if (passed.offset > from) return;
      pass(from);
      const lineStart = lines === 0 ? passed.lineStart : lastStart;
      passed = { offset: to, line: passed.line + lines, lineStart };
      recent = passed;
    },
    locate,
    add(piece, from) {
      // A text that only grows is never looked into here: its pieces would be copied together each time.
      if (from > textStart) {
        pass(from);
        text = text.slice(from - textStart);
        textStart = from;
      }
      text += piece;
      returns ||= piece.includes('\r');
    },
    element(start, end) {
      const source = text.slice(start - textStart, Math.min(end, start + longestSnippet) - textStart);
      // A copy: a slice would keep the whole text in memory for as long as somebody keeps the place.
      return { ...locate(start), snippet: Buffer.from(firstLine(source)).toString() };
    },
    search(pattern, from) {
      const index = text.slice(from - textStart).search(pattern);
      return index === -1 ? textStart + text.length : from + index;
    },
    has: (some, offset) => text.startsWith(some, offset - textStart),
  };
}

function firstLine(source: string): string {
  const end = source.search(/[\r\n]/);
  if (end !== -1) return source.slice(0, end);
  // No half of a character that was cut in two.
  return source.length < longestSnippet ? source : source.replace(/[\uD800-\uDBFF]$/, '');
}

interface LineEnds {
  readonly count: number;
  /** Where the line after the last one starts. */
  readonly after: number;
}

function newlines(text: string, from: number, to: number): LineEnds {
  let count = 0;
  let after = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', after)) {
    count += 1;
    after = at + 1;
  }
  return { count, after };
}

function anyEnds(text: string, from: number, to: number): LineEnds {
  const end = /\r\n?|\n/g;
  end.lastIndex = from;
  let count = 0;
  let after = 0;
  for (let match = end.test(text); match && end.lastIndex <= to; match = end.test(text)) {
    count += 1;
    after = end.lastIndex;
  }
  return { count, after };
}
