import type { Change } from '../../model/change.ts';
import type { Judged } from '../judged.ts';

/** What the controls of the view are given. */
export interface Trying {
  /** As it was read. */
  readonly before: Judged;
  /** With the changes so far. */
  readonly tried: Judged;
  readonly subjectId: string;
  readonly changes: readonly Change[];
  readonly setChanges: (changes: readonly Change[]) => void;
}
