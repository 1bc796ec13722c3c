import type { DoubtedRequirement, MendedRequirement, RemedyPlan } from '../model/remedy-plan.ts';
import type { Result, Verdict } from '../model/report.ts';
import { keyOf } from './goals.ts';
import { comesFirst, leftRequirement } from './left-work.ts';

type Outcomes = Pick<RemedyPlan, 'mended' | 'left' | 'doubts' | 'waived'>;

/** What became of every requirement that did not pass before, or does not pass after. */
export function outcomesOf(before: readonly Result[], after: readonly Result[]): Outcomes {
  const known = new Map(before.map((result) => [keyOf(result), result.verdict]));
  const was = (result: Result): Verdict => known.get(keyOf(result)) ?? result.verdict;
  const left = after.filter(({ verdict, waiver }) => verdict === 'fail' && waiver === null);
  return {
    mended: after
      .filter((result) => result.verdict === 'pass' && was(result) !== 'pass')
      .map((result) => mendedRequirement(result, was(result))),
    // What limits a user comes before what the user is given.
    left: left.map(leftRequirement).sort((one, other) => Number(comesFirst(other)) - Number(comesFirst(one))),
    doubts: after
      .filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'error')
      .map((result) => doubtedRequirement(result, was(result))),
    waived: after.filter(({ waiver }) => waiver !== null).map(({ requirement }) => requirement),
  };
}

const mendedRequirement = (
  { pack, requirement, title, level, verdict }: Result,
  before: Verdict,
): MendedRequirement => ({ pack, requirement, title, level, before, after: verdict });

const doubtedRequirement = (
  { pack, requirement, title, level, verdict, message, remedy }: Result,
  before: Verdict,
): DoubtedRequirement => ({
  ...{ pack, requirement, title, level, before, after: verdict, message },
  nearest: remedy?.nearest ?? [],
});
