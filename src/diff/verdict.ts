import type { ComparedSubjects, ComparisonSummary, ComparisonVerdict } from '../model/comparison.ts';

type Found = Omit<ComparedSubjects, 'verdict'>;

/** Equal is only what was compared in full: what one side did not ask, or neither knows, may differ. */
export function verdictOf(found: Found): ComparisonVerdict {
  const { decisions, facts, requirements, notKnown, notAskedBefore, notAskedAfter } = found;
  if (decisions.length + facts.length > 0 || requirements.some(({ changed }) => changed)) return 'different';
  return notKnown.length + notAskedBefore.length + notAskedAfter.length > 0 ? 'not-known' : 'equal';
}

/** @param unpaired how many were compared with nobody. */
export function verdictOfAll(subjects: readonly ComparedSubjects[], unpaired: number): ComparisonVerdict {
  if (subjects.some(({ verdict }) => verdict === 'different')) return 'different';
  const isWhole = subjects.length > 0 && unpaired === 0;
  return isWhole && subjects.every(({ verdict }) => verdict === 'equal') ? 'equal' : 'not-known';
}

export function summaryOf(subjects: readonly ComparedSubjects[]): ComparisonSummary {
  const sum = (of: (each: ComparedSubjects) => number) => subjects.reduce((all, each) => all + of(each), 0);
  return {
    alike: sum(({ alike }) => alike),
    decisions: sum(({ decisions }) => decisions.length),
    facts: sum(({ facts }) => facts.length),
    requirements: sum(({ requirements }) => requirements.filter(({ changed }) => changed).length),
    notKnown: sum(({ notKnown }) => notKnown.length),
    notAsked: sum(({ notAskedBefore, notAskedAfter }) => notAskedBefore.length + notAskedAfter.length),
  };
}

/** 0 equal, 1 different, 3 nothing differs as far as could be known. */
export function comparisonExitCode(
  verdict: ComparisonVerdict,
  { allowInconclusive }: { readonly allowInconclusive: boolean },
): 0 | 1 | 3 {
  if (verdict === 'different') return 1;
  return verdict === 'equal' || allowInconclusive ? 0 : 3;
}
