import type { Access } from '../model/access.ts';
import type { Change } from '../model/change.ts';
import type { Result } from '../model/report.ts';
import type { Situation } from '../model/situation.ts';
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

/** What comes of permission sets that are tried. */
export interface Trials {
  readonly resultsWith: (keys: Keys) => readonly Result[];
  /** Requirements that these rights leave where they should not be: short of their goal, or worse than before. */
  readonly brokenBy: (keys: Keys, goals: readonly Goal[]) => readonly string[];
}

/** Judges a permission set with some rights, each once. */
export function trials(
  situation: Situation,
  subjectId: string,
  rights: Rights,
  before: readonly Result[],
): Trials {
  const known = new Map<string, readonly Result[]>();
  const resultsWith = (keys: Keys): readonly Result[] => {
    const name = [...keys].sort().join('\n');
    const results =
      known.get(name) ??
      judgedWith(situation, subjectId, [trialSet(subjectId, keys, rights)]).results.map(inShort);
    known.set(name, results);
    return results;
  };
  return {
    resultsWith,
    brokenBy(keys, goals) {
      const results = resultsWith(keys);
      const broken = [...missedGoals(goals, results), ...worseThan(before, results)];
      return [...new Map(broken.map((result) => [keyOf(result), result.requirement])).values()];
    },
  };
}

/** What a right gives is not kept of every trial: what it leaves open is. */
const inShort = (result: Result): Result => ({
  ...result,
  evidence: result.evidence.filter(
    (each) => each.kind === 'decision' && each.decision.decision !== 'granted',
  ),
});

const trialSet = (subjectId: string, keys: Keys, rights: Rights): Change => ({
  kind: 'add-set',
  subjectId,
  set: { name: 'Trial', label: 'Trial', description: '', entries: entriesWith(keys, rights) },
});
