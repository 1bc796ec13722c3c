import type { Level } from '../model/pack.ts';
import type { Report, Result } from '../model/report.ts';
import { atOrAbove } from './levels.ts';

/** What decides the verdict of a report. */
export interface Gate {
  readonly failOn: Level;
  /** Of failures, only those that are new, or worse than the baseline has them. */
  readonly onlyNew: boolean;
}

export const gateOf = ({ failOn, baseline }: Pick<Report, 'failOn' | 'baseline'>): Gate => ({
  failOn,
  onlyNew: baseline?.onlyNew ?? false,
});

/**
 * Whether a failure or doubt decides anything. A baseline excuses failures alone: what could not be known then and
 * cannot be known now is known as little as ever, and a rule that broke is accepted by nobody.
 */
export const isGated = ({ level, verdict, baseline }: Result, { failOn, onlyNew }: Gate): boolean =>
  atOrAbove(level, failOn) && (!onlyNew || verdict !== 'fail' || baseline === null || baseline.worse);
