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

/** A permission set with these rights, for as long as it has no name. */
export const trialSet = (subjectId: string, keys: Keys, rights: Rights): Change => ({
  kind: 'add-set',
  subjectId,
  set: { name: 'Trial', label: 'Trial', description: '', entries: entriesWith(keys, rights) },
});

/** What every permission set is held against. */
export interface Trials {
  /** Requirements that these rights leave where they should not be: short of their goal, or worse than before. */
  readonly brokenBy: (keys: Keys) => readonly string[];
}

/** Judges a permission set, each once. */
export function trials(
  situation: Situation,
  subjectId: string,
  rights: Rights,
  { before, goals }: { readonly before: readonly Result[]; readonly goals: readonly Goal[] },
): Trials {
  const known = new Map<string, readonly string[]>();
  const judged = (keys: Keys): readonly string[] => {
    const { results } = judgedWith(situation, subjectId, [trialSet(subjectId, keys, rights)]);
    const broken = [...missedGoals(goals, results), ...worseThan(before, results)];
    return [...new Map(broken.map((result) => [keyOf(result), result.requirement])).values()];
  };
  return {
    brokenBy(keys) {
      const name = [...keys].sort().join('\n');
      const broken = known.get(name) ?? judged(keys);
      known.set(name, broken);
      return broken;
    },
  };
}
