import type { Level } from '../model/pack.ts';
import type { Report, Result } from '../model/report.ts';

const ranked: readonly Level[] = ['note', 'warning', 'error'];

export const isBelow = (level: Level, failOn: Level): boolean =>
  ranked.indexOf(level) < ranked.indexOf(failOn);

/** Whether the baseline has this failure already, where only new ones count. It excuses no doubt, and no broken rule. */
export const isKnown = (
  { baseline }: Pick<Report, 'baseline'>,
  result: Pick<Result, 'verdict' | 'baseline'>,
): boolean =>
  baseline?.onlyNew === true &&
  result.verdict === 'fail' &&
  result.baseline !== null &&
  !result.baseline.worse;

/** Whether a failure or doubt decides the verdict: waivers apart. */
export const isCounted = (
  report: Pick<Report, 'failOn' | 'baseline'>,
  result: Pick<Result, 'level' | 'verdict' | 'baseline'>,
): boolean => !isBelow(result.level, report.failOn) && !isKnown(report, result);

/** A failure that nobody has decided to live with. */
export const isLiveFailure = ({ verdict, waiver }: Result): boolean => verdict === 'fail' && waiver === null;

/** A requirement of which it is not known whether it is met. */
export const isDoubt = ({ verdict }: Result): boolean => verdict === 'inconclusive' || verdict === 'error';
