import type { Level } from '../model/pack.ts';
import type { Report, ReportVerdict, Result } from '../model/report.ts';
import { firstOf } from '../plain/lists.ts';
import type { Style } from './paint.ts';
import { subjectNoun } from './subject-name.ts';

const heads: Readonly<Record<ReportVerdict, { readonly words: string; readonly style: Style }>> = {
  compliant: { words: '✔ COMPLIANT', style: 'green' },
  'non-compliant': { words: '✖ NON-COMPLIANT', style: 'red' },
  inconclusive: { words: '? INCONCLUSIVE', style: 'yellow' },
  unchanged: { words: '✔ UNCHANGED', style: 'green' },
};

/** The verdict of a whole report in words and counts, and the colour it is shown in. */
export function verdictLine(report: Report): { readonly text: string; readonly style: Style } {
  const { words, style } = heads[report.verdict];
  const found = report.verdict === 'unchanged' ? nothingChanged(report) : counts(report.results);
  return { text: [`${words}: ${found}.`, ...uncounted(report)].join(' '), style };
}

function nothingChanged({ skipped }: Report): string {
  const names = firstOf(skipped.map(({ subject }) => subject.name));
  return `nothing that concerns ${names} changed, so nothing was audited`;
}

const ranked: readonly Level[] = ['note', 'warning', 'error'];

/** Why the verdict is not what the counts alone would make one think. */
function uncounted({ verdict, subjects, results, failOn }: Report): readonly string[] {
  if (verdict === 'non-compliant') return [];
  const doubted = results.some(
    (result) =>
      (result.verdict === 'inconclusive' || result.verdict === 'error') &&
      ranked.indexOf(result.level) >= ranked.indexOf(failOn),
  );
  const failed = results.filter((result) => result.verdict === 'fail');
  return [
    ...(failed.some(({ waiver }) => waiver === null) ? [`Failures below level ${failOn} do not count.`] : []),
    ...(failed.some(({ waiver }) => waiver !== null) ? ['Waived failures do not count.'] : []),
    ...(verdict === 'inconclusive' && !doubted
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
