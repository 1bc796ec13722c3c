import { entryLabel } from '../engine/index.ts';
import type { Access, Entry } from '../model/access.ts';
import type { Entries } from '../model/container.ts';
import type { PlannedEntry } from '../model/remedy-plan.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import type { Flow } from '../model/snapshot.ts';
import { flowName } from '../salesforce/names.ts';
import { type Goal, worseThan } from './goals.ts';
import { harmlessAmong, likelyRights } from './harmless.ts';
import { isSame, lightest, reachOf } from './reach.ts';
import {
  entriesWith,
  grantableRights,
  inOrder,
  type Keys,
  type Right,
  type Rights,
  withoutRights,
} from './rights.ts';
import type { Smallest } from './smallest-set.ts';
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
  const { standingsWith, brokenBy } = trials(situation, subjectId, rights, before);
  const isHarmless = (keys: Keys): boolean => worseThan(before, standingsWith(keys)).length === 0;
  const among = (keys: Keys): Keys => harmlessAmong(keys, likely, rights, isHarmless);
  const reach = reachOf(own, rights, { among, judged: standingsWith });
  const { goals } = reach;
  if (goals.length === 0) return nothing;
  const broken = (keys: Keys): readonly string[] => brokenBy(keys, goals);
  const found = lightest(reach, likely, rights, (keys) => broken(keys).length === 0);
  return { goals, ...described(found, rights, broken, access) };
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
