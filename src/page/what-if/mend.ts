import type { Change } from '../../model/change.ts';
import type { Situation } from '../../model/situation.ts';

/** The fewest changes that mend what can be mended for a subject; null where there are none. */
export type ProposeMend = (situation: Situation, subjectId: string) => readonly Change[] | null;
