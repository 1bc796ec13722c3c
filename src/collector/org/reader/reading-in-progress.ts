import type { Part } from '../../../model/part.ts';
import type { Outcome } from './outcome.ts';
import type { Read } from './read.ts';
import type { TripRequest } from './trip-request.ts';

/** A read under way: what it wants on the next trip, and what it has come to when it wants nothing more. */
export interface ReadingInProgress {
  readonly read: Read;
  wanted(): readonly TripRequest[];
  /** One outcome for each request of {@link wanted}, in that order. */
  take(outcomes: readonly Outcome[]): void;
  result(): Part<unknown>;
}
