import type { Report, Result } from '../model/report.ts';
import { isProblem } from './result-mark.ts';

/** How a result stands to the earlier report, in a word; none where it is as it was. */
export function baselineMark(result: Result): string | null {
  const { baseline } = result;
  if (baseline === null || baseline.state === 'unchanged') return null;
  if (baseline.state === 'fixed') return 'fixed';
  if (!isProblem(result)) return null;
  if (baseline.state === 'new') return 'new';
  return baseline.worse ? 'worse' : 'changed';
}

/** `(error, new)`: how much a problem weighs, and what became of it since; empty where there is nothing to say. */
export function standing(result: Result): string {
  const since = baselineMark(result);
  const words = [...(isProblem(result) ? [result.level] : []), ...(since === null ? [] : [since])];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

const verdicts: Readonly<Record<Result['verdict'], string>> = {
  pass: 'a pass',
  fail: 'a failure',
  inconclusive: 'not known',
  'not-applicable': 'not applicable',
  error: 'a rule that broke',
};

/** The same in a sentence. */
export function baselineSentence(result: Result): string | null {
  const mark = baselineMark(result);
  const { baseline } = result;
  if (mark === null || baseline === null) return null;
  const was =
    baseline.was === null ? 'the earlier report does not have it' : `it was ${verdicts[baseline.was]}`;
  return `${mark}: ${was}${baseline.was === result.verdict ? ', and is another now' : ''}.`;
}

/** What became of the earlier report's problems: `2 new and 1 fixed since last.json.`; none without one. */
export function baselineCounts({ baseline, results }: Report): string | null {
  if (baseline === null) return null;
  const added = results.filter((result) => isProblem(result) && result.baseline?.worse === true).length;
  const fixed = results.filter((result) => result.baseline?.state === 'fixed').length;
  return `${added} new and ${fixed} fixed since ${baseline.file}.`;
}
