import { decideAccess } from '../access/decide-access.ts';
import { type RequirementStanding, standingsOn } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Change } from '../model/change.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
import { rules } from '../rules/registry.ts';
import { judge } from '../what-if/judge.ts';
import { withChanges } from '../what-if/with-changes.ts';
import { type Goal, keyOf, missedGoals, worseThan } from './goals.ts';
import { entriesWith, type Keys, type Rights } from './rights.ts';

/** What becomes of one subject. */
export interface Judged {
  readonly access: Access;
  readonly results: readonly Result[];
}

/** What one subject comes to once these changes are made. */
export function judgedWith(situation: Situation, subjectId: string, changes: readonly Change[]): Judged {
  const { accesses, results } = judge(withChanges(situation, changes));
  const access = accesses.find(({ subject }) => subject.id === subjectId);
  if (access === undefined) throw new Error(`The snapshot has no subject ${subjectId}`);
  return { access, results: results.filter(({ subject }) => subject.id === subjectId) };
}

/** How the requirements of one subject stand once this change is made, without the words of a judgement. */
function standingsWith(situation: Situation, subjectId: string, change: Change) {
  const { snapshot, packs, settings } = withChanges(situation, [change]);
  return standingsOn({ packs, settings, rules }, decideAccess(snapshot, subjectId));
}

/** What comes of permission sets that are tried. */
export interface Trials {
  readonly standingsWith: (keys: Keys) => readonly RequirementStanding[];
  /** Requirements that these rights leave where they should not be: short of their goal, or worse than before. */
  readonly brokenBy: (keys: Keys, goals: readonly Goal[]) => readonly string[];
}

/** Judges a permission set with some rights, each once. */
export function trials(
  situation: Situation,
  subjectId: string,
  rights: Rights,
  before: readonly RequirementStanding[],
): Trials {
  const known = new Map<string, readonly RequirementStanding[]>();
  const withRights = (keys: Keys): readonly RequirementStanding[] => {
    const name = [...keys].sort().join('\n');
    const standings =
      known.get(name) ?? standingsWith(situation, subjectId, trialSet(subjectId, keys, rights)).map(inShort);
    known.set(name, standings);
    return standings;
  };
  return {
    standingsWith: withRights,
    brokenBy(keys, goals) {
      const standings = withRights(keys);
      const broken = [...missedGoals(goals, standings), ...worseThan(before, standings)];
      return [...new Map(broken.map((each) => [keyOf(each), each.requirement])).values()];
    },
  };
}

/** What a right gives is not kept of every trial: what it leaves open is. */
const inShort = (standing: RequirementStanding): RequirementStanding => ({
  ...standing,
  evidence: standing.evidence.filter(
    (each) => each.kind === 'decision' && each.decision.decision !== 'granted',
  ),
});

const trialSet = (subjectId: string, keys: Keys, rights: Rights): Change => ({
  kind: 'add-set',
  subjectId,
  set: { name: 'Trial', label: 'Trial', description: '', entries: entriesWith(keys, rights) },
});
