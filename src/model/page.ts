import type { LoadedPack, Settings } from './pack.ts';
import type { Report } from './report.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that the HTML page shows, and what it judges changes by. */
export interface PageDocument {
  readonly pageVersion: 1;
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
  /** One; or two to be held side by side: before and after, or two users. */
  readonly sides: readonly [PageSide] | readonly [PageSide, PageSide];
}

export interface PageSide {
  /** What the reader calls it: a file, a user, a branch. */
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly report: Report;
}
