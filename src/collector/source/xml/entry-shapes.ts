import type { Entry, Leaf } from './entry.ts';
import type { PassLines } from './source-window.ts';

/** How the last plain entry was written, down to its white space: those after it mostly differ in their texts alone. */
export interface EntryShapes {
  /** Tells the entries of the shape that stand one after another from a place on; gives the place after them. */
  readonly tellAlike: (
    source: string,
    from: number,
    textStart: number,
    tell: (entry: Entry) => void,
    passLines?: PassLines,
  ) => number;
  /** Takes the shape of an entry that stands from `before`, with the white space before it, to `end`. */
  readonly learn: (source: string, before: number, end: number, textStart: number, entry: Entry) => boolean;
}

interface Shape {
  readonly pattern: RegExp;
  /** From the place before the entry to its `<`. */
  readonly lead: number;
  readonly leaves: readonly ShapedLeaf[];
  /** How many lines end in each, and how long the last one is by then; undefined where that is not plain to see. */
  readonly lines: { readonly each: number; readonly afterLast: number } | undefined;
  /** Told again and again, with other texts: a large file has more of them than there is need to make. */
  readonly entry: Entry & { start: number };
}

interface ShapedLeaf {
  readonly leaf: Leaf & { text: string; start: number };
  /** From its `<` to its text. */
  readonly opening: number;
  /** From the text of the one before, or the place before the entry, to its `<`. */
  readonly between: number;
}

/** A document in which each entry is written otherwise gains nothing from shapes: after so many it is left at that. */
const mostShapes = 200;
/** Longer than any entry of the kind, in characters: an expression as long as a piece would take a while to make. */
const longestShape = 1000;

/** @param text what a plain text within one line is made of, as part of an expression. */
export function entryShapes(text: string): EntryShapes {
  let shape: Shape | undefined;
  let learnt = 0;
  return {
    tellAlike(source, from, textStart, tell, passLines) {
      if (shape === undefined) return from;
      const { pattern, lead, leaves, entry, lines } = shape;
      pattern.lastIndex = from;
      let before = from;
      let count = 0;
      for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
        fill(leaves, match, textStart + before);
        entry.start = textStart + before + lead;
        tell(entry);
        before = pattern.lastIndex;
        count += 1;
      }
      if (lines !== undefined && count > 0) {
        const end = textStart + before;
        passLines?.(textStart + from, end, count * lines.each, end - lines.afterLast);
      }
      return before;
    },
    learn(source, before, end, textStart, entry) {
      if (entry.leaves.length === 0 || end - before > longestShape || learnt === mostShapes) return false;
      learnt += 1;
      shape = shapeOf(source, before, end, textStart, entry, text);
      return true;
    },
  };
}

function fill(leaves: readonly ShapedLeaf[], texts: RegExpExecArray, from: number): void {
  let at = from;
  let index = 0;
  for (const { leaf, opening, between } of leaves) {
    index += 1;
    leaf.text = texts[index] ?? '';
    leaf.start = at + between;
    at += between + opening + leaf.text.length;
  }
}

/** All that stands between the texts of the leaves stands there again, word for word. */
function shapeOf(
  source: string,
  before: number,
  end: number,
  textStart: number,
  entry: Entry,
  text: string,
): Shape {
  const parts: string[] = [];
  const leaves: ShapedLeaf[] = [];
  let at = before;
  for (const leaf of entry.leaves) {
    const start = leaf.start - textStart;
    const opening = leaf.name.length + '<>'.length;
    leaves.push({ leaf: { ...leaf, name: oneWithAllAlike(leaf.name) }, opening, between: start - at });
    parts.push(source.slice(at, start + opening));
    at = start + opening + leaf.text.length;
  }
  parts.push(source.slice(at, end));
  const pattern = new RegExp(parts.map(escaped).join(`(${text})`), 'y');
  const lead = entry.start - textStart - before;
  const name = oneWithAllAlike(entry.name);
  const alike = { ...entry, name, leaves: leaves.map(({ leaf }) => leaf) };
  return { pattern, lead, leaves, lines: linesIn(parts), entry: alike };
}

function linesIn(parts: readonly string[]): Shape['lines'] {
  const each = parts.join('').split('\n').length - 1;
  const last = parts.at(-1) ?? '';
  const end = last.lastIndexOf('\n');
  if (parts.some((part) => part.includes('\r')) || (each > 0 && end === -1)) return undefined;
  return { each, afterLast: last.length - end - 1 };
}

/** Names that are compared for every entry: as a key of an object a text is one with all that are like it. */
const oneWithAllAlike = (name: string): string => Object.keys({ [name]: true })[0] ?? name;

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
