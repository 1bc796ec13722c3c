import { entryLabel } from '../engine/index.ts';
import type { Access, Entry } from '../model/access.ts';
import type { Entries } from '../model/container.ts';
import type { PlannedEntry } from '../model/remedy-plan.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import type { Flow } from '../model/snapshot.ts';
import { flowName } from '../salesforce/names.ts';
import { type Goal, goalsFor, isBetter, missedGoals, worseThan } from './goals.ts';
import { harmlessAmong, likelyRights } from './harmless.ts';
import {
  entriesWith,
  grantableRights,
  inOrder,
  type Keys,
  type Right,
  type Rights,
  withoutRights,
} from './rights.ts';
import { type Smallest, smallestSet } from './smallest-set.ts';
import { judgedWith, trialSet, trials } from './trial.ts';

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
  const judged = (keys: Keys) =>
    judgedWith(situation, subjectId, [trialSet(subjectId, keys, rights)]).results;
  const isHarmless = (keys: Keys): boolean => worseThan(before, judged(keys)).length === 0;
  const { all, goals } = reachable(own, rights, {
    among: (keys) => harmlessAmong(keys, likely, rights, isHarmless),
    judged,
  });
  if (goals.length === 0) return nothing;
  const { brokenBy } = trials(situation, subjectId, rights, { before, goals });
  const first = new Set([...likely].filter((key) => all.has(key)));
  const found = smallestSet(rights, all, first, (keys) => brokenBy(keys).length === 0);
  return { goals, ...described(found, rights, brokenBy, access) };
}

const isSame = (one: Result, other: Result): boolean =>
  one.pack === other.pack && one.requirement === other.requirement;

interface Look {
  readonly among: (keys: Keys) => Keys;
  readonly judged: (keys: Keys) => readonly Result[];
}

/** What can be reached without strong rights; where they would reach more, with them. */
function reachable(
  targets: readonly Result[],
  rights: Rights,
  { among, judged }: Look,
): { readonly all: Keys; readonly goals: readonly Goal[] } {
  const strong = [...rights.values()].filter(({ strong: does }) => does !== null).map(({ key }) => key);
  const everything = new Set(rights.keys());
  const weak = among(withoutRights(everything, new Set(strong), rights));
  const goals = goalsFor(targets, judged(weak));
  const all = among(everything);
  const best = judged(all);
  const further = goalsFor(targets, best);
  const isFurther = further.some(({ before, verdict }) => {
    const weaker = goals.find((goal) => goal.before === before);
    return weaker === undefined || isBetter(verdict, weaker.verdict);
  });
  return isFurther || missedGoals(further, judged(weak)).length > 0
    ? { all, goals: further }
    : { all: weak, goals };
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
