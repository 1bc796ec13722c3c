import type { Change } from '../../model/change.ts';
import type { Report } from '../../model/report.ts';
import type { Situation } from '../../model/situation.ts';
import { planRemedy } from '../../remedy/plan-remedy.ts';
import { newSet } from './targets.ts';

/** The fewest changes that mend what permissions can mend for a subject; none where there is nothing like that. */
export const proposeMend = (
  situation: Situation,
  subjectId: string,
  tool: Report['tool'],
): readonly Change[] =>
  planRemedy(
    situation,
    subjectId,
    { ...newSet(situation.snapshot), newSet: false, includeDoubts: false },
    tool,
  ).changes;
