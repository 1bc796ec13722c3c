import type { RequirementStanding } from '../engine/index.ts';
import { type Goal, goalsFor, missedGoals } from './goals.ts';
import { type Keys, type Rights, weightOf, withoutRights, withRequired } from './rights.ts';
import { type DoesIt, type Smallest, smallestSet } from './smallest-set.ts';

export const isSame = (one: RequirementStanding, other: RequirementStanding): boolean =>
  one.pack === other.pack && one.requirement === other.requirement;

interface Look {
  /** As many of these as harm nothing. */
  readonly among: (keys: Keys) => Keys;
  readonly judged: (keys: Keys) => readonly RequirementStanding[];
}

/** What can be reached, and with which rights. */
export interface Reach {
  readonly goals: readonly Goal[];
  readonly weak: Keys;
  /** The weak and the strong; null where the strong reach no further. */
  readonly all: Keys | null;
}

/** Strong rights are for what fails however many weak ones there are. A doubt is no reason to give one. */
export function reachOf(
  targets: readonly RequirementStanding[],
  rights: Rights,
  { among, judged }: Look,
): Reach {
  const everything = new Set(rights.keys());
  const weak = among(withoutRights(everything, strongOnes(rights), rights));
  const byWeak = judged(weak);
  const goals = goalsFor(targets, byWeak);
  const stuck = targets.filter((target) => byWeak.some((each) => isSame(each, target) && isFailure(each)));
  const all = stuck.length === 0 ? weak : among(everything);
  const further = goalsFor(stuck.filter(isFailure), judged(all));
  const missed = missedGoals(further, byWeak);
  if (missed.length === 0) return { goals, weak, all: null };
  const isMissed = ({ before }: Goal): boolean => missed.includes(before);
  return { goals: [...goals.filter((goal) => !isMissed(goal)), ...further.filter(isMissed)], weak, all };
}

const isFailure = ({ verdict }: RequirementStanding): boolean => verdict === 'fail';

const strongOnes = (rights: Rights): Keys =>
  new Set([...rights.values()].filter(({ strong }) => strong !== null).map(({ key }) => key));

/**
 * A strong right weighs more than all weak ones together: so first the fewest strong ones that do it beside all weak
 * ones, then the fewest weak ones beside those. Where another choice of strong ones weighs as much, it might need fewer
 * weak ones: then the smallest is not proven to be it.
 */
export function lightest({ weak, all }: Reach, likely: Keys, rights: Rights, doesIt: DoesIt): Smallest {
  const those = (keys: Keys): Keys => new Set([...likely].filter((key) => keys.has(key)));
  if (all === null) return smallestSet(rights, weak, those(weak), doesIt);
  const strong = strongOnes(rights);
  const apart = new Map(
    [...rights].map(([key, right]) => {
      const requires = new Set([...right.requires].filter((each) => strong.has(each)));
      return [key, { ...right, requires }] as const;
    }),
  );
  const beside = (keys: Keys): Keys => new Set([...weak, ...withRequired(keys, rights)]);
  const offered = new Set([...all].filter((key) => strong.has(key)));
  const choose = (some: Keys): Smallest =>
    smallestSet(apart, some, those(some), (keys) => doesIt(beside(keys)));
  const chosen = choose(offered);
  const isInEvery = (key: string): boolean => {
    const others = withoutRights(offered, new Set([key]), apart);
    if (!doesIt(beside(others))) return true;
    const other = choose(others);
    return other.proven && weightOf(other.keys, rights) > weightOf(chosen.keys, rights);
  };
  const within = beside(chosen.keys);
  const found = smallestSet(rights, within, those(within), doesIt);
  return { keys: found.keys, proven: found.proven && chosen.proven && [...chosen.keys].every(isInEvery) };
}
