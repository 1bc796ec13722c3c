import { entryLabel } from '../engine/index.ts';
import type { Access, Entry } from '../model/access.ts';
import type { Entries } from '../model/container.ts';
import type { PlannedEntry } from '../model/remedy-plan.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import type { Flow } from '../model/snapshot.ts';
import { flowName } from '../salesforce/names.ts';
import { type Goal, goalsFor, missedGoals, worseThan } from './goals.ts';
import { harmlessAmong, likelyRights } from './harmless.ts';
import {
  entriesWith,
  grantableRights,
  inOrder,
  type Keys,
  type Right,
  type Rights,
  withoutRights,
  withRequired,
} from './rights.ts';
import { type DoesIt, type Smallest, smallestSet } from './smallest-set.ts';
import { judgedWith, trials } from './trial.ts';

/** The smallest permission set, and what it is for. */
export interface PlannedRights {
  readonly goals: readonly Goal[];
  readonly entries: readonly PlannedEntry[];
  /** Null where no permission set mends anything. */
  readonly draftEntries: Entries | null;
  readonly smallest: boolean;
}

const nothing: PlannedRights = { goals: [], entries: [], draftEntries: null, smallest: true };

/** Finds the smallest set of rights that does for these results all that any set can do. */
export function plannedRights(
  situation: Situation,
  subjectId: string,
  targets: readonly Result[],
  includeDoubts: boolean,
): PlannedRights {
  if (targets.length === 0) return nothing;
  const { access, results: before } = judgedWith(situation, subjectId, []);
  const own = targets.flatMap((target) => before.find((each) => isSame(each, target)) ?? []);
  const rights = grantableRights(situation.snapshot, access, includeDoubts);
  const likely = likelyRights(own, access, situation.snapshot, rights);
  const { resultsWith, brokenBy } = trials(situation, subjectId, rights, before);
  const isHarmless = (keys: Keys): boolean => worseThan(before, resultsWith(keys)).length === 0;
  const among = (keys: Keys): Keys => harmlessAmong(keys, likely, rights, isHarmless);
  const reach = reachOf(own, rights, { among, judged: resultsWith });
  const { goals } = reach;
  if (goals.length === 0) return nothing;
  const broken = (keys: Keys): readonly string[] => brokenBy(keys, goals);
  const found = lightest(reach, likely, rights, (keys) => broken(keys).length === 0);
  return { goals, ...described(found, rights, broken, access) };
}

const isSame = (one: Result, other: Result): boolean =>
  one.pack === other.pack && one.requirement === other.requirement;

interface Look {
  /** As many of these as harm nothing. */
  readonly among: (keys: Keys) => Keys;
  readonly judged: (keys: Keys) => readonly Result[];
}

/** What can be reached, and with which rights. */
interface Reach {
  readonly goals: readonly Goal[];
  readonly weak: Keys;
  /** The weak and the strong; null where the strong reach no further. */
  readonly all: Keys | null;
}

function reachOf(targets: readonly Result[], rights: Rights, { among, judged }: Look): Reach {
  const everything = new Set(rights.keys());
  const weak = among(withoutRights(everything, strongOnes(rights), rights));
  const byWeak = judged(weak);
  const goals = goalsFor(targets, byWeak);
  const all = among(new Set([...weak, ...everything]));
  const further = goalsFor(targets, judged(all));
  return missedGoals(further, byWeak).length > 0 ? { goals: further, weak, all } : { goals, weak, all: null };
}

const strongOnes = (rights: Rights): Keys =>
  new Set([...rights.values()].filter(({ strong }) => strong !== null).map(({ key }) => key));

/**
 * A strong right weighs more than all weak ones together: so first the fewest strong ones that do it beside all weak
 * ones, then the fewest weak ones beside those. Where another choice of strong ones weighs as much, it might need fewer
 * weak ones: then the smallest is not proven to be it.
 */
function lightest({ weak, all }: Reach, likely: Keys, rights: Rights, doesIt: DoesIt): Smallest {
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
  const chosen = smallestSet(apart, offered, those(offered), (keys) => doesIt(beside(keys)));
  const isForced = [...chosen.keys].every((key) => !doesIt(withoutRights(all, new Set([key]), rights)));
  const within = beside(chosen.keys);
  const found = smallestSet(rights, within, those(within), doesIt);
  return { keys: found.keys, proven: found.proven && chosen.proven && isForced };
}

function described(
  { keys, proven }: Smallest,
  rights: Rights,
  brokenBy: (keys: Keys) => readonly string[],
  access: Access,
): Omit<PlannedRights, 'goals'> {
  const flows = access.flows.status === 'ok' ? access.flows.value.map(({ flow }) => flow) : [];
  const entries = inOrder(keys, rights).map((right): PlannedEntry => {
    const entry = entryOf(right, flows);
    return {
      ...{ entry, text: entryLabel(entry), strong: right.strong },
      neededBy: brokenBy(withoutRights(keys, new Set([right.key]), rights)),
    };
  });
  return { entries, draftEntries: entriesWith(keys, rights), smallest: proven };
}

function entryOf({ atom }: Right, flows: readonly Flow[]): Entry {
  switch (atom.kind) {
    case 'system':
      return { kind: 'system', permission: atom.permission };
    case 'object':
      return { kind: 'object', object: atom.object, right: atom.right };
    case 'field':
      return { kind: 'field', object: atom.object, field: atom.field, right: atom.right };
    case 'flow': {
      const flow = flows.find(({ id }) => id === atom.flowId);
      return { kind: 'flow', flow: flow === undefined ? atom.flowId : flowName(flow) };
    }
  }
}
