import type { RemedyPlan } from '../model/remedy-plan.ts';

/**
 * What a plan ends with: 1 where something is left that no permission set mends, 3 where something could not be known,
 * 0 where all is mended, or there was nothing to mend.
 */
export function remedyExitCode({ left, doubts }: Pick<RemedyPlan, 'left' | 'doubts'>): 0 | 1 | 3 {
  if (left.length > 0) return 1;
  return doubts.length > 0 ? 3 : 0;
}
