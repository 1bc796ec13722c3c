import type { Change } from '../model/change.ts';
import type { PageDocument } from '../model/page.ts';
import type { Report } from '../model/report.ts';
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
  /** Which side is looked at: 0 or 1. */
  readonly side: number;
  /** That side: with the changes, where it is the first. */
  readonly shown: Judged;
  /** What the audit of that side came to; with changes, what it would come to. */
  readonly report: Report;
  /** The Id of who is looked at, one of the shown side's subjects; null where it has none. */
  readonly subjectId: string | null;
  readonly setSubjectId: (id: string) => void;
  /** What the address names within the view, decoded: `account-access` in `#verdict/account-access`; else empty. */
  readonly place: string;
  /** Names a place within this view in the address, so that somebody can be sent there. */
  readonly setPlace: (place: string) => void;
  /** Everything is shown unfolded and nothing can be operated, since it is being printed. */
  readonly printing: boolean;
}
