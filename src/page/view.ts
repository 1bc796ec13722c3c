import type { Change } from '../model/change.ts';
import type { PageDocument } from '../model/page.ts';
import type { Judged } from './judged.ts';

/** What a view is given: what was read and judged, and the changes that are being tried on the first side. */
export interface ViewProps {
  readonly document: PageDocument;
  /** As it was read, a side each. */
  readonly read: readonly Judged[];
  /** The first side with the changes; the same object as `read[0]` where there are none. */
  readonly tried: Judged;
  readonly changes: readonly Change[];
  readonly setChanges: (changes: readonly Change[]) => void;
}
