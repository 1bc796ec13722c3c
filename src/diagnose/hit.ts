import type { KnownError } from './message-catalogue.ts';

/** A place in a text where a known message stands. */
export interface Hit {
  readonly entry: KnownError;
  readonly start: number;
  readonly end: number;
  /** What the phrase named, by placeholder. */
  readonly names: Readonly<Record<string, string>>;
  /** What it says, where that is not what stands at its place. */
  readonly quote?: string;
}

/** A code in the shape of Salesforce's, known or not. */
export interface CodeHit {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}
