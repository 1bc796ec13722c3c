import type { Entry, Leaf } from './entry.ts';
import { type EntryShapes, entryShapes } from './entry-shapes.ts';
import type { PassLines, SourceWindow } from './source-window.ts';

/**
 * Reads the entries that stand one after another from a place between two children of the root of an XML 1.0
 * document on, as long as they are plain and whole. `textStart` is added to their places. Gives the place
 * after the last one, or `from` where there is none. `passLines` is told of stretches whose lines are known.
 */
export type PlainRuns = (
  text: string,
  from: number,
  textStart: number,
  tell: (entry: Entry) => void,
  passLines?: PassLines,
) => number;

// Every part of these ends where the next one cannot begin, so that no text makes them look at it twice over.
const name = '[A-Za-z_][\\w.-]*';
const space = '[ \\t\\r\\n]*';
/** No markup, no reference, no line end that is to be normalised, no "]]>", no character that XML excludes. */
const text = "[\\t\\n -%'-;=?-\\uFFFD]*";
const textInLine = "[\\t -%'-;=?-\\uFFFD]*";

/** Entries whose name is `which`. */
const runOf = (which: string) =>
  new RegExp(`(?:${space}<(${which})>(?:(?:${space}<(${name})>${text}</\\2>)+${space}|${text})</\\1>)+`, 'y');

/**
 * Reads plain entries with two expressions: one passes over what nobody wants, one finds what is wanted. Entries
 * written like the one before them, as nearly all are, are found and taken apart by one look.
 */
export function plainRuns(wanted: ReadonlySet<string>): PlainRuns {
  const names = [...wanted].filter((one) => new RegExp(`^${name}$`).test(one));
  const either = names.map((one) => one.replaceAll('.', '\\.')).join('|');
  const unwantedRun = runOf(either === '' ? name : `(?!(?:${either})>)${name}`);
  const wantedRun = either === '' ? undefined : runOf(either);
  const shapes = entryShapes(textInLine);
  return (source, from, textStart, tell, passLines) => {
    let end = from;
    for (;;) {
      const start = shapes.tellAlike(source, endOf(unwantedRun, source, end), textStart, tell, passLines);
      const wantedEnd = wantedRun === undefined ? start : endOf(wantedRun, source, start);
      if (wantedEnd === start && start === end) return start;
      end = wantedEnd === start ? start : tellEntries(source, start, wantedEnd, textStart, tell, shapes);
    }
  };
}

function endOf(run: RegExp, source: string, from: number): number {
  run.lastIndex = from;
  return run.test(source) ? run.lastIndex : from;
}

const slash = 0x2f;

/**
 * Takes apart a text that is known to be a run of plain entries, up to one that gives its shape to those after it.
 * Gives the place after the last one.
 */
function tellEntries(
  source: string,
  from: number,
  to: number,
  textStart: number,
  tell: (entry: Entry) => void,
  shapes: EntryShapes,
): number {
  let before = from;
  let start = source.indexOf('<', from);
  while (start !== -1 && start < to) {
    const open = source.indexOf('>', start);
    const name = source.slice(start + 1, open);
    const leaves: Leaf[] = [];
    let next = source.indexOf('<', open);
    const text = source.charCodeAt(next + 1) === slash ? source.slice(open + 1, next) : '';
    while (source.charCodeAt(next + 1) !== slash) {
      const leafOpen = source.indexOf('>', next);
      const leafName = source.slice(next + 1, leafOpen);
      const leafEnd = source.indexOf('<', leafOpen);
      leaves.push({ name: leafName, text: source.slice(leafOpen + 1, leafEnd), start: textStart + next });
      next = source.indexOf('<', leafEnd + leafName.length + 3);
    }
    const entry = { name, text, leaves, start: textStart + start };
    tell(entry);
    const end = next + name.length + '</>'.length;
    if (shapes.learn(source, before, end, textStart, entry)) return end;
    before = end;
    start = source.indexOf('<', end);
  }
  return to;
}

/** Where a plain entry, or one of its leaves, ends: nothing stands in it that is not told, but for white space. */
export function plainEnd(entry: Entry, start: number, source: SourceWindow): number {
  const leaf = entry.leaves.find((one) => one.start === start);
  const last = entry.leaves.at(-1);
  if (leaf === undefined && last !== undefined) return source.search(/>/u, lengthOf(last) + last.start) + 1;
  return start + lengthOf(leaf ?? entry);
}

const lengthOf = ({ name, text }: Leaf) => text.length + 2 * name.length + '<></>'.length;
