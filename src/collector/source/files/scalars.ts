import type { Location } from '../../../model/part.ts';
import type { Entry } from '../xml/read-xml.ts';
import { neitherOf } from './entry-notes.ts';
import { type Flag, flagIn, missing, odd } from './flags.ts';
import type { Notes } from './notes.ts';

/** What stands in a document once: texts, and booleans. */
export interface Scalars {
  readonly take: (entry: Entry, locate: (start: number) => Location) => void;
  /** The first text under a name, trimmed; null where it is empty or not there. */
  readonly text: (name: string) => string | null;
  readonly flag: (name: string) => { readonly flag: Flag; readonly at: Location | null };
}

/** @param flagNames those that are booleans: what is neither true nor false is said. */
export function readScalars(notes: Notes, flagNames: readonly string[]): Scalars {
  const texts = new Map<string, string>();
  const flags = new Map<string, { flag: Flag; at: Location }>();
  return {
    take({ name, text, start }, locate) {
      if (!flagNames.includes(name)) {
        if (!texts.has(name)) texts.set(name, text.trim());
        return;
      }
      const known = flags.get(name);
      const flag = ((known?.flag ?? missing) | flagIn(text)) as Flag;
      flags.set(name, { flag, at: known?.at ?? locate(start) });
      if (flag === odd) notes.add('passed-over', neitherOf(name, text), () => locate(start));
    },
    text: (name) => texts.get(name) || null,
    flag: (name) => flags.get(name) ?? { flag: missing, at: null },
  };
}
