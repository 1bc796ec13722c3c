/** Anything that can be written down as JSON without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Why something could not be known. A gap is a value: it travels to the verdict and is never turned into "no". */
export interface Gap {
  readonly code: GapCode;
  /** What happened, to which thing: one sentence. */
  readonly message: string;
  /** The query or request that was answered so. */
  readonly query?: string;
  /** The error code Salesforce answered, such as INVALID_TYPE. */
  readonly errorCode?: string;
  /** What would make it known: usually a permission of the auditor. */
  readonly mend?: string;
  /** In source: the file that could not be read, where it stopped being readable. */
  readonly at?: Location;
}

export type GapCode =
  /** The org answered an error. */
  | 'query-failed'
  /** Fewer records came than the org said there are. */
  | 'short-read'
  /** The auditor's rights do not prove that an empty answer is empty. */
  | 'auditor-blind'
  /** No requirement asked for it when the snapshot was collected. */
  | 'not-collected'
  /** This org's edition or licences do not have it. */
  | 'not-in-org'
  /** The group's aggregate may be out of date. */
  | 'stale-group'
  /** Salesforce does not let anybody read it. */
  | 'unreadable'
  /** The place that was read cannot tell. */
  | 'source-cannot-tell'
  /** A file could not be read, or is not what it should be. */
  | 'file-unreadable'
  /** A fact whose meaning is not documented well enough to decide on. */
  | 'undocumented';

/** What was read, or why it could not be. */
export type Part<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'unavailable'; readonly reason: Gap };

/** A place in a file; line and column count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What stands there, from that column on: at most one line. */
  readonly snippet?: string;
}
