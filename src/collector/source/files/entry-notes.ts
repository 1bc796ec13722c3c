import type { Location } from '../../../model/part.ts';
import type { Entry } from '../xml/read-xml.ts';
import type { EntryKind } from './entry-kinds.ts';
import type { Trouble } from './file-reading.ts';
import { flagAt, hasOdd, odd } from './flags.ts';
import type { Notes } from './notes.ts';

export type Locate = (start: number) => Location;

/** An entry at hand, with what was read of it. */
export interface OpenEntry {
  readonly kind: EntryKind;
  readonly entry: Entry;
  readonly locate: Locate;
  readonly name: string;
  readonly flags: number;
}

/** Says what is odd about entries; what may be meant and cannot be told is a doubt about the whole file. */
export interface EntryNotes {
  readonly doubts: readonly Trouble[];
  readonly doubt: (message: string, at: Location) => void;
  readonly nameless: (kind: EntryKind, entry: Entry, locate: Locate) => void;
  /** Its name is filled in on deployment, maybe with one that somebody needs. */
  readonly template: (open: OpenEntry) => void;
  readonly repeated: (open: OpenEntry, earlier: number) => void;
  readonly oddFlags: (open: OpenEntry) => void;
}

export function entryNotes(notes: Notes): EntryNotes {
  const doubts: Trouble[] = [];
  const doubt = (message: string, at: Location) => {
    // One is reason enough: nobody reads hundreds of them.
    if (doubts.length === 0) doubts.push({ message, at });
  };
  const passOver = (message: string, entry: Entry, locate: Locate) => {
    notes.add('passed-over', message, () => locate(entry.start));
    doubt(message, locate(entry.start));
  };
  return {
    doubts,
    doubt,
    nameless: ({ element, what }, entry, locate) =>
      passOver(`this <${element}> does not name ${what}, so what it gives is not known`, entry, locate),
    template: ({ name, entry, locate }) =>
      passOver(`'${name}' is filled in on deployment, so what it will be is not known`, entry, locate),
    repeated({ kind, entry, locate, name, flags }, earlier) {
      const again = `<${kind.element}> of '${name}' stands here again`;
      const [code, what] =
        earlier === flags
          ? (['duplicate-entry', 'and says the same'] as const)
          : ([
              'contradictory-entry',
              'and says something else; what one of them gives was taken as given',
            ] as const);
      notes.add(code, `${again} ${what}`, () => locate(entry.start));
    },
    oddFlags({ kind, entry, locate, flags }) {
      if (!hasOdd(flags)) return;
      for (const { name, text, start } of entry.leaves) {
        const isOdd = flagAt(flags, kind.flags.indexOf(name)) === odd && kind.flags.includes(name);
        if (isOdd) notes.add('passed-over', neitherOf(name, text), () => locate(start));
      }
    },
  };
}

export const neitherOf = (element: string, text: string): string =>
  `<${element}> says '${text.trim().slice(0, 40)}', which is neither true nor false`;
