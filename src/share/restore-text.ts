import type { ShareKey } from '../model/share-key.ts';
import { encoded } from '../plain/file-uri.ts';
import { markOf } from './redacted.ts';
import { type TextFormat, withJsonStrings, writings } from './text-format.ts';

/** A text in which stand-ins are names again. */
export interface Restored {
  readonly text: string;
  /** How many stand-ins were exchanged, and how many different ones. */
  readonly replaced: number;
  readonly different: number;
}

const fingerprintPattern = /stand-ins:([0-9a-f]{16})/gu;

/** The fingerprints of the keys that a text says it was redacted with. */
export const fingerprintsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(fingerprintPattern), ([, found = '']) => found)),
];

/**
 * The text with every stand-in of the key exchanged for its name, in one pass: what was put in is not looked at again.
 * Names are written as the format wants them. Where the text says that its names are stand-ins, it says so no more.
 */
export function restoreText(text: string, key: ShareKey, format: TextFormat): Restored {
  const seen = new Set<string>();
  let replaced = 0;
  const count = (standIn: string) => {
    replaced += 1;
    seen.add(standIn);
  };
  const restored = replacer(key, format, count);
  if (format !== 'json') return { text: restored(text), replaced, different: seen.size };
  const inMarkdown = replacer(key, 'markdown', count);
  const whole = withJsonStrings(text, (value, within) =>
    within === 'markdown' ? inMarkdown(value) : restored(value),
  );
  return { text: whole, replaced, different: seen.size };
}

/** Exchanges what stands in a text of one format, and tells of each. */
function replacer(
  { names, fingerprint }: ShareKey,
  format: TextFormat,
  count: (standIn: string) => void,
): (text: string) => string {
  const originals = new Map<string, Writing>();
  for (const { standIn, original } of names) {
    for (const write of writings[format]) add(originals, write(standIn), { standIn, text: write(original) });
    add(originals, encoded(standIn), { standIn, text: encoded(original) });
  }
  const pattern = patternOf([...originals.keys()]);
  return (text) =>
    text.replaceAll(markOf(fingerprint), `restored:${fingerprint}`).replace(pattern, (found) => {
      const writing = originals.get(found);
      if (writing === undefined) return found;
      count(writing.standIn);
      return writing.text;
    });
}

interface Writing {
  readonly standIn: string;
  readonly text: string;
}

const add = (writings: Map<string, Writing>, written: string, writing: Writing): void => {
  if (!writings.has(written)) writings.set(written, writing);
};

/**
 * Finds whatever looks like a stand-in, the longest first and whole: those of a kind look alike but for their numbers,
 * so that thousands of them need few alternatives. Which it is, a look at the key tells.
 */
function patternOf(standIns: readonly string[]): RegExp {
  const shapes = [...new Set(standIns.map((standIn) => standIn.replace(/\d+/gu, '0')))]
    .toSorted((one, other) => other.length - one.length)
    .map((shape) => shape.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll('0', '\\d+'));
  const start = '(?<![\\p{L}\\p{N}_])|(?<=%[0-9A-Fa-f]{2})';
  return shapes.length === 0
    ? /(?!)/u
    : new RegExp(`(?:${start})(?:${shapes.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}
