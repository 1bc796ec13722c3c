import type { Entry, XmlOutcome } from '../../../../src/collector/source/xml/entry.ts';
import { plainRuns } from '../../../../src/collector/source/xml/plain-runs.ts';
import { readWith } from '../../../../src/collector/source/xml/read-xml.ts';
import type { Location } from '../../../../src/model/part.ts';

/** All that reading a document tells, in one value that can be compared. */
export interface Told {
  readonly outcome: XmlOutcome;
  readonly root: readonly { readonly name: string; readonly at: Location }[];
  readonly entries: readonly ToldEntry[];
  readonly end: readonly Location[];
}

interface ToldEntry extends Entry {
  readonly at: Location;
  readonly leavesAt: readonly Location[];
}

export interface How {
  readonly wanted?: readonly string[];
  /** Whether plain runs are read without saxes, as they are outside of tests. */
  readonly plain?: boolean;
}

export const wantedNames = ['fieldPermissions', 'custom', 'a', 'a.b', 'label', 'x'];

/** Reads a document, and locates everything. */
export function readAll(
  chunks: Iterable<Uint8Array>,
  { wanted = wantedNames, plain = true }: How = {},
): Told {
  const names = new Set(wanted);
  const root: { name: string; at: Location }[] = [];
  const entries: ToldEntry[] = [];
  const end: Location[] = [];
  const outcome = readWith(plain ? plainRuns(names) : undefined, 'f.xml', chunks, {
    wanted: names,
    onRoot: (name, at) => {
      root.push({ name, at });
      return undefined;
    },
    onEntry: (entry, locate) => {
      // The entry last: a place before another one must be found too.
      const leavesAt = entry.leaves.map(({ start }) => locate(start));
      entries.push({ ...structuredClone(entry), leavesAt, at: locate(entry.start) });
    },
    onEnd: (at) => end.push(at),
  });
  return { outcome, root, entries, end };
}

/** The bytes of a text. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Cuts bytes into pieces of these lengths, over and over. */
export function* pieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? bytes.length;
    yield bytes.slice(at, at + length);
    at += length;
  }
}

/** A text between the tags of a root. */
export const profile = (text: string) => `<Profile>${text}</Profile>`;
