import type { Baseline, BaselineFinding } from '../model/baseline.ts';
import type { BaselineState, ReportSource, Result, ResultBaseline, Verdict } from '../model/report.ts';
import { findingIdentity } from '../salesforce/finding-identity.ts';
import { findingProblems, wasProblem } from '../salesforce/finding-problems.ts';
import { atOrAbove } from './levels.ts';

/**
 * Says of every result how it stands to the earlier report. What is wrong and was not, or weighs more than it did, is
 * worse: an accepted failure never hides another one. Fixed is only what passes now, never what nobody looked at.
 */
export function compareWithBaseline(
  results: readonly Result[],
  source: ReportSource,
  { findings, onlyProblems }: Baseline,
): readonly Result[] {
  const earlier = Map.groupBy(findings, ({ identity }) => identity);
  return results.map((result) => ({
    ...result,
    baseline: compared(result, earlier.get(findingIdentity(result, source)) ?? [], onlyProblems),
  }));
}

/** Whether the earlier report tells of other orgs, users or packs altogether: then everything is new. */
export function isOfAnotherPlace(
  results: readonly Result[],
  source: ReportSource,
  { findings }: Baseline,
): boolean {
  const identities = new Set(results.map((result) => findingIdentity(result, source)));
  return (
    findings.length > 0 && results.length > 0 && !findings.some(({ identity }) => identities.has(identity))
  );
}

/** Two earlier findings of one identity contradict each other: the one that excuses less is believed. */
function compared(
  result: Result,
  earlier: readonly BaselineFinding[],
  onlyProblems: boolean,
): ResultBaseline {
  const all = earlier.map((then) => comparedWith(result, then));
  const [first] = all;
  if (first !== undefined) return all.find(({ worse }) => worse) ?? first;
  const problem = isProblem(result);
  return { state: onlyProblems && !problem ? 'unchanged' : 'new', was: null, worse: problem };
}

function comparedWith(result: Result, then: BaselineFinding): ResultBaseline {
  const state = stateOf(result, then);
  return {
    state,
    was: then.verdict,
    worse: state === 'new' || (state === 'changed' && isWorse(result, then)),
  };
}

function stateOf(result: Result, then: BaselineFinding): BaselineState {
  if (isProblem(result) && !isProblem(then)) return 'new';
  if (isProblem(then) && result.verdict === 'pass') return 'fixed';
  const problems = findingProblems(result);
  const same =
    result.verdict === then.verdict &&
    result.level === then.level &&
    (result.waiver !== null) === then.waived &&
    problems.length === then.problems.length &&
    problems.every((problem, index) => problem === then.problems[index]);
  return same ? 'unchanged' : 'changed';
}

/** Whether a problem weighs more than it did, in any way. */
function isWorse(result: Result, then: BaselineFinding): boolean {
  if (!isProblem(result)) return false;
  const known = new Set(then.problems);
  return (
    gravity[result.verdict] > gravity[then.verdict] ||
    !atOrAbove(then.level, result.level) ||
    (then.waived && result.waiver === null) ||
    findingProblems(result).some((problem) => !wasProblem(problem, known))
  );
}

const gravity: Readonly<Record<Verdict, number>> = {
  pass: 0,
  'not-applicable': 0,
  inconclusive: 1,
  error: 2,
  fail: 3,
};

const isProblem = ({ verdict }: Pick<Result, 'verdict'>): boolean => gravity[verdict] > 0;
