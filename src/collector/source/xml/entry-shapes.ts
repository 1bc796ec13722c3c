import type { Entry, Leaf } from './entry.ts';

/** How the last plain entry was written, down to its white space: those after it mostly differ in their texts alone. */
export interface EntryShapes {
  /** Tells the entries of the shape that stand one after another from a place on; gives the place after them. */
  readonly tellAlike: (
    source: string,
    from: number,
    textStart: number,
    tell: (entry: Entry) => void,
  ) => number;
  /** Takes the shape of an entry that stands from `before`, with the white space before it, to `end`. */
  readonly learn: (source: string, before: number, end: number, textStart: number, entry: Entry) => boolean;
}

interface Shape {
  readonly pattern: RegExp;
  /** From the place before the entry to its `<`. */
  readonly lead: number;
  readonly leaves: readonly ShapedLeaf[];
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

/** @param text what a plain text is made of, as part of an expression. */
export function entryShapes(text: string): EntryShapes {
  let shape: Shape | undefined;
  let learnt = 0;
  return {
    tellAlike(source, from, textStart, tell) {
      if (shape === undefined) return from;
      const { pattern, lead, leaves, entry } = shape;
      pattern.lastIndex = from;
      let before = from;
      for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
        fill(leaves, match, textStart + before);
        entry.start = textStart + before + lead;
        tell(entry);
        before = pattern.lastIndex;
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
    leaves.push({ leaf: { ...leaf }, opening, between: start - at });
    parts.push(source.slice(at, start + opening));
    at = start + opening + leaf.text.length;
  }
  parts.push(source.slice(at, end));
  const pattern = new RegExp(parts.map(escaped).join(`(${text})`), 'y');
  const lead = entry.start - textStart - before;
  return { pattern, lead, leaves, entry: { ...entry, leaves: leaves.map(({ leaf }) => leaf) } };
}

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
