import type { RequirementStanding } from '../engine/index.ts';
import type { Result, Verdict } from '../model/report.ts';

/** What is to become of one requirement. */
export interface Goal {
  readonly before: RequirementStanding;
  /** The best verdict that any permission set brings about. */
  readonly verdict: Verdict;
  /** Of what it asks for one by one, what is not granted even then; null where it does not ask so. */
  readonly stillOpen: ReadonlySet<string> | null;
}

const ranks: Readonly<Record<Verdict, number>> = {
  error: 0,
  fail: 1,
  inconclusive: 2,
  'not-applicable': 3,
  pass: 3,
};

/** Whether one verdict is better than another. */
export const isBetter = (one: Verdict, other: Verdict): boolean => ranks[one] > ranks[other];

/** What names a requirement of one subject. */
export const keyOf = ({ pack, requirement }: Pick<Result, 'pack' | 'requirement'>): string =>
  JSON.stringify([pack, requirement]);

/** The results that are to be mended: failures that no waiver covers, and doubts where they are to be too. */
export const targetsAmong = (results: readonly Result[], includeDoubts: boolean): readonly Result[] =>
  results.filter(
    ({ verdict, waiver }) =>
      (verdict === 'fail' && waiver === null) || (includeDoubts && verdict === 'inconclusive'),
  );

/** What permission sets can do for these results, seen from what the best of them does. */
export function goalsFor(
  targets: readonly RequirementStanding[],
  best: readonly RequirementStanding[],
): readonly Goal[] {
  const byKey = new Map(best.map((result) => [keyOf(result), result]));
  return targets.flatMap((before): readonly Goal[] => {
    const after = byKey.get(keyOf(before));
    if (after === undefined) return [];
    const stillOpen = asksOneByOne(before) && isBad(after) ? openIn(after) : null;
    const fewer = stillOpen !== null && [...openIn(before)].some((about) => !stillOpen.has(about));
    if (!fewer && !isBetter(after.verdict, before.verdict)) return [];
    return [{ before, verdict: after.verdict, stillOpen: fewer ? stillOpen : null }];
  });
}

/** The requirements of these that a judgement does not bring to where they are to be. */
export function missedGoals(
  goals: readonly Goal[],
  results: readonly RequirementStanding[],
): readonly RequirementStanding[] {
  const byKey = new Map(results.map((result) => [keyOf(result), result]));
  return goals
    .filter(({ before, verdict, stillOpen }) => {
      const after = byKey.get(keyOf(before));
      if (after === undefined || isBetter(verdict, after.verdict)) return true;
      return stillOpen !== null && isBad(after) && [...openIn(after)].some((about) => !stillOpen.has(about));
    })
    .map(({ before }) => before);
}

/** The requirements that stand worse than they did. */
export function worseThan(
  before: readonly RequirementStanding[],
  after: readonly RequirementStanding[],
): readonly RequirementStanding[] {
  const byKey = new Map(after.map((result) => [keyOf(result), result]));
  return before.filter((result) => {
    const now = byKey.get(keyOf(result));
    return now === undefined || isBetter(result.verdict, now.verdict);
  });
}

/** What a result rests on and is not granted, each by its words. */
export const openIn = ({ evidence }: RequirementStanding): ReadonlySet<string> =>
  new Set(
    evidence.flatMap((each) =>
      each.kind === 'decision' && each.decision.decision !== 'granted' ? [each.about] : [],
    ),
  );

/** Rules that ask for each of several things: where one of them cannot be had, the others are worth having. */
const asksOneByOne = ({ rule }: RequirementStanding): boolean =>
  rule === 'field-access' || rule === 'object-access';

const isBad = ({ verdict }: RequirementStanding): boolean => verdict === 'fail' || verdict === 'inconclusive';
