import { gateOf, reportVerdict, summarise } from '../engine/index.ts';
import type { Report, Result } from '../model/report.ts';

/** The report of a side, were it to come out so: what is the same as it was keeps how it stands to the baseline. */
export function triedReport(report: Report, tried: readonly Result[]): Report {
  const read = new Map(report.results.map((result) => [resultKey(result), result]));
  const results = tried.map((result) => {
    const before = read.get(resultKey(result));
    return before?.verdict === result.verdict ? { ...result, baseline: before.baseline } : result;
  });
  return {
    ...report,
    results,
    summary: summarise(results),
    verdict: reportVerdict(results, report.subjects, gateOf(report), report.skipped),
  };
}

/** Which result it is, whatever it came to. */
export const resultKey = ({ pack, requirement, subject }: Result): string =>
  JSON.stringify([pack, requirement, subject.id]);
