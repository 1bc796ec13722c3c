import type { LoadedPack, Settings } from './pack.ts';
import type { Snapshot } from './snapshot.ts';

/** All that a verdict hangs on: what was read, and what is asked. Judged again, it gives the same results. */
export interface Situation {
  readonly snapshot: Snapshot;
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
}
