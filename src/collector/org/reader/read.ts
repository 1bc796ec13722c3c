import type { Part } from '../../../model/part.ts';

/** One record of an answer, nested along relationship paths. */
export type Row = Readonly<Record<string, unknown>>;

interface Reading {
  /** What it is, in the words of the progress line and of gaps: "object permissions". */
  readonly part: string;
  /** Which permission of the auditor would mend it: a clause, "give the auditor …". */
  readonly mend?: string;
}

/** Queries whose rows belong together; more than one where a list had to be cut. All or nothing is read. */
export interface RowsRead extends Reading {
  readonly kind: 'rows';
  readonly soql: readonly string[];
  readonly surface?: 'data' | 'tooling';
  /**
   * The catalogue has no queryMore: a query that selects this unique column and is ordered by it is continued by asking for what
   * comes after its last value (Tooling API reference, SOQL operation limitations).
   */
  readonly pageBy?: string;
  /**
   * The version that first has a column asked for. Where an older one is spoken and the org has this one, the
   * query is sent in this one: what could be read is not left unread.
   */
  readonly since?: string;
  /** What to ask instead where the org refuses the query: columns that not every org has. */
  readonly orElse?: readonly string[];
}

/** `SELECT COUNT() …`. */
export interface CountRead extends Reading {
  readonly kind: 'count';
  readonly soql: readonly [string];
}

/** A resource under `/services/data/vNN.0/`, such as `limits`. */
export interface ResourceRead extends Reading {
  readonly kind: 'resource';
  readonly path: string;
}

export type Read = RowsRead | CountRead | ResourceRead;

/** Reads that travel together, by name; undefined for what nobody asked for, a list for many of a kind. */
export type Reads = Readonly<Record<string, Read | undefined | readonly Read[]>>;

type Answer<R> = R extends RowsRead ? readonly Row[] : R extends CountRead ? number : unknown;

/** A part for each read; what was not read is a gap that says so. */
export type Answers<R extends Reads> = {
  readonly [K in keyof R]: R[K] extends readonly (infer One)[]
    ? readonly Part<Answer<One>>[]
    : Part<Answer<NonNullable<R[K]>>>;
};
