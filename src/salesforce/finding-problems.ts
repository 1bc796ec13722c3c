import type { ReportedEvidence, Result } from '../model/report.ts';

/** What an earlier doubt about something that is known now to be missing is called. */
const unknown = ' (unknown)';

/**
 * What is not as it should be in a result, as it compares with other runs: sorted, each once. What is granted counts
 * only where nothing is lacking: then it is what must not be. A requirement that is met, or that a rule broke on, has
 * none.
 */
export function findingProblems({
  verdict,
  evidence,
}: Pick<Result, 'verdict' | 'evidence'>): readonly string[] {
  if (verdict === 'pass' || verdict === 'not-applicable') return [];
  const lacking = evidence.some((each) => each.kind !== 'fact' && !isGranted(each));
  const telling = lacking ? evidence.filter((each) => !isGranted(each)) : evidence;
  return [...new Set(telling.map(named))].sort();
}

/** Whether an earlier result has the same problem. Of what was lacking, a doubt is no news. */
export const wasProblem = (problem: string, earlier: ReadonlySet<string>): boolean =>
  earlier.has(problem) || (problem.endsWith(unknown) && earlier.has(problem.slice(0, -unknown.length)));

const isGranted = (evidence: ReportedEvidence): boolean =>
  evidence.kind === 'decision' && evidence.decision.decision === 'granted';

function named(evidence: ReportedEvidence): string {
  const { about } = evidence;
  if (evidence.kind === 'fact') return `${about} (fact)`;
  if (evidence.kind === 'gap') return `${about}${unknown}`;
  const { decision } = evidence.decision;
  return decision === 'denied' ? about : `${about} (${decision})`;
}
