import type { Level } from '../model/pack.ts';
import type { Report, Result } from '../model/report.ts';
import { atOrAbove } from './levels.ts';

/** What decides the verdict of a report. */
export interface Gate {
  readonly failOn: Level;
  /** Only what is new, or worse than the baseline has it. */
  readonly onlyNew: boolean;
}

export const gateOf = ({ failOn, baseline }: Pick<Report, 'failOn' | 'baseline'>): Gate => ({
  failOn,
  onlyNew: baseline?.onlyNew ?? false,
});

/** Whether a failure or doubt decides anything. A rule that broke always does: nobody can have accepted that. */
export const isGated = ({ level, verdict, baseline }: Result, { failOn, onlyNew }: Gate): boolean =>
  atOrAbove(level, failOn) && (!onlyNew || verdict === 'error' || baseline === null || baseline.worse);
