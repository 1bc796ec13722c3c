import type { Location } from '../../../model/part.ts';

/**
 * A child of a child of the root that holds text alone: comments and instructions count for nothing. A text may
 * be a slice of the source: who keeps many for long keeps the source in memory with them, and rather copies them.
 */
export interface Leaf {
  readonly name: string;
  readonly text: string;
  /** Offset of its `<`, for `locate`. */
  readonly start: number;
}

/** A child of the root: its text where it holds nothing else, and its leaves; what is nested deeper is left out. */
export interface Entry {
  readonly name: string;
  readonly text: string;
  readonly leaves: readonly Leaf[];
  readonly start: number;
}

export interface XmlHandler {
  /** Names of children of the root that are told; all others are only read for their well-formedness. */
  readonly wanted: ReadonlySet<string>;
  /** The root's start tag was read. Returning a message ends the reading with a problem at that place. */
  readonly onRoot: (root: string, at: Location) => string | undefined;
  /**
   * An entry, in the document's order: good while this runs, what is kept of it has to be copied. `locate`, good while this runs, tells where the entry or one of its
   * leaves stands, with the first line of its source.
   */
  readonly onEntry: (entry: Entry, locate: (start: number) => Location) => void;
  /** The place of the root's end tag (`</Profile>`), where anything more would be added. */
  readonly onEnd?: (at: Location) => void;
}

export type XmlOutcome =
  | { readonly status: 'ok' }
  /** What is wrong, with the file as its subject: "has a second root element". What was told before counts for nothing. */
  | { readonly status: 'malformed'; readonly message: string; readonly at: Location };
