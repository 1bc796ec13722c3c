import type { Level } from '../model/pack.ts';
import type { Report, ReportVerdict, Result } from '../model/report.ts';
import { firstOf } from '../plain/lists.ts';
import { baselineCounts } from './baseline-words.ts';
import { isBelow, isCounted, isDoubt, isKnown, isLiveFailure } from './counted.ts';
import type { Style } from './paint.ts';
import { subjectNoun } from './subject-name.ts';

export const verdictHeads: Readonly<
  Record<ReportVerdict, { readonly words: string; readonly style: Style }>
> = {
  compliant: { words: '✔ COMPLIANT', style: 'green' },
  'non-compliant': { words: '✖ NON-COMPLIANT', style: 'red' },
  inconclusive: { words: '? INCONCLUSIVE', style: 'yellow' },
  unchanged: { words: '✔ UNCHANGED', style: 'green' },
};

/** The verdict of a whole report in words and counts, and the colour it is shown in. */
export function verdictLine(report: Report): { readonly text: string; readonly style: Style } {
  const { words, style } = verdictHeads[report.verdict];
  const found = report.verdict === 'unchanged' ? nothingChanged(report) : counts(report.results);
  const since = baselineCounts(report);
  const sentences = [`${words}: ${found}.`, ...(since === null ? [] : [since]), ...uncounted(report)];
  return { text: sentences.join(' '), style };
}

function nothingChanged({ skipped }: Report): string {
  const names = firstOf(skipped.map(({ subject }) => subject.name));
  return `nothing that concerns ${names} changed, so nothing was audited`;
}

/** Why the verdict is not what the counts alone would make one think. */
function uncounted(report: Report): readonly string[] {
  const { verdict, subjects, results, failOn } = report;
  if (verdict === 'non-compliant') return [];
  const live = results.filter(isLiveFailure);
  const doubts = results.filter(isDoubt);
  const known = live.some((result) => isKnown(report, result) && !isBelow(result.level, failOn));
  return [
    ...(live.some(({ level }) => isBelow(level, failOn))
      ? [`Failures below level ${failOn} do not count.`]
      : []),
    ...(known ? ['Failures that the baseline has do not count.'] : []),
    ...(results.some((result) => result.verdict === 'fail' && result.waiver !== null)
      ? ['Waived failures do not count.']
      : []),
    ...(verdict === 'inconclusive' && !doubts.some((result) => isCounted(report, result))
      ? [`Nothing at level ${failOn} or above could be checked of some ${subjectNoun(subjects)}.`]
      : []),
  ];
}

/** Such as `9 of 20 failed (7 errors, 1 note, 1 waived), 11 passed`. */
export function counts(results: readonly Result[]): string {
  if (results.length === 0) return 'nothing was evaluated';
  const failed = results.filter(({ verdict }) => verdict === 'fail');
  const others = [
    [number(results, 'inconclusive'), 'inconclusive'],
    [number(results, 'error'), 'could not be checked'],
    [number(results, 'pass'), 'passed'],
    [number(results, 'not-applicable'), 'not applicable'],
  ] as const;
  return [
    failed.length === 0
      ? 'nothing failed'
      : `${failed.length} of ${results.length} failed (${grades(failed)})`,
    ...others.filter(([amount]) => amount > 0).map(([amount, words]) => `${amount} ${words}`),
  ].join(', ');
}

const number = (results: readonly Result[], wanted: Result['verdict']): number =>
  results.filter(({ verdict }) => verdict === wanted).length;

function grades(failed: readonly Result[]): string {
  const live = failed.filter(({ waiver }) => waiver === null);
  const levels = (['error', 'warning', 'note'] satisfies Level[])
    .map((level) => ({ level, amount: live.filter((result) => result.level === level).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ level, amount }) => `${amount} ${level}${amount === 1 ? '' : 's'}`);
  const waived = failed.length - live.length;
  return [...levels, ...(waived > 0 ? [`${waived} waived`] : [])].join(', ');
}
