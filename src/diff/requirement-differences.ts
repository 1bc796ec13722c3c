import { explainChange, type Recorded, type Telling } from '../history/index.ts';
import type { RequirementDifference, RequirementState } from '../model/comparison.ts';
import type { RecordedPack, RecordedResult, RecordedSubject } from '../model/history.ts';
import { sentences } from './decision-differences.ts';

export interface ComparedRequirements {
  readonly requirements: readonly RequirementDifference[];
  readonly notAskedBefore: readonly string[];
  readonly notAskedAfter: readonly string[];
}

/** One subject, and against what it was held. */
export interface Held {
  readonly packs: readonly RecordedPack[];
  readonly subject: RecordedSubject;
}

/**
 * Requirements that came to something else, or that rest on a permission that differs.
 * @param differing names of the permissions that differ.
 */
export function compareRequirements(
  before: Held,
  after: Held,
  differing: ReadonlySet<string>,
  telling: Telling,
): ComparedRequirements {
  const [was, is] = [resultsOf(before), resultsOf(after)];
  const both = [...was].flatMap(([key, from]) => {
    const to = is.get(key);
    return to === undefined ? [] : [{ from, to }];
  });
  const apart = (of: ReadonlyMap<string, Recorded>, other: ReadonlyMap<string, Recorded>) =>
    [...of].flatMap(([key, { result }]) => (other.has(key) ? [] : [`requirement ${result.requirement}`]));
  return {
    requirements: both.flatMap(({ from, to }): readonly RequirementDifference[] => {
      const changed = isChanged(stateOf(from.result), stateOf(to.result));
      if (!changed && !restsOn(from.result, differing) && !restsOn(to.result, differing)) return [];
      const causes = changed ? explainChange(from, to) : [];
      const { pack, requirement, title } = to.result;
      return [
        {
          ...{ pack, requirement, title, changed, causes },
          ...{ before: stateOf(from.result), after: stateOf(to.result) },
          because: changed ? sentences(causes, telling) : [],
        },
      ];
    }),
    notAskedBefore: apart(is, was),
    notAskedAfter: apart(was, is),
  };
}

const resultsOf = ({ packs, subject }: Held): ReadonlyMap<string, Recorded> =>
  new Map(
    subject.results.map((result) => [
      JSON.stringify([result.pack, result.requirement]),
      { packs, subject, result },
    ]),
  );

const restsOn = (result: RecordedResult, differing: ReadonlySet<string>): boolean =>
  result.restsOn.some((name) => differing.has(name));

export const stateOf = ({ verdict, waived, level, lacks }: RequirementState): RequirementState => ({
  ...{ verdict, waived, level, lacks },
});

export const isChanged = (one: RequirementState, other: RequirementState): boolean =>
  JSON.stringify(stateOf(one)) !== JSON.stringify(stateOf(other));
