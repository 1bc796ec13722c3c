import type { Decision } from '../model/access.ts';
import type { Requirement } from '../model/pack.ts';
import type { Remedy, Verdict } from '../model/report.ts';
import type { Evidence, Finding, Rule } from '../model/rule.ts';
import type { Audited } from './audited.ts';
import { nearestSteps } from './nearest-steps.ts';
import { remediesOf, setupSteps } from './setup-steps.ts';
import { mendSentence } from './wording/gaps.ts';

/**
 * How to mend a result: first the nearest ways, from what would have granted it, then the steps in Setup.
 * For an inconclusive one, what would make it known. Null where there is nothing to mend, or no way is known.
 */
export function remedyOf(
  verdict: Verdict,
  requirement: Requirement,
  rule: Rule,
  findings: readonly Finding[],
  { entries, words }: Audited,
): Remedy | null {
  if (verdict !== 'fail' && verdict !== 'inconclusive') return null;
  const evidence = findings.flatMap((finding) => finding.evidence);
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  const nearest = [...nearestSteps(evidence, entries, words), ...new Set(evidence.flatMap(mends))];
  const setup = setupSteps(remediesOf(requirement, rule.meta), failed);
  const empty = nearest.length + setup.lightning.length + setup.classic.length === 0;
  return empty ? null : { nearest, setup };
}

function mends(evidence: Evidence): readonly string[] {
  if (evidence.kind === 'fact') return [];
  const gaps = evidence.kind === 'gap' ? [evidence.gap] : because(evidence.decision);
  return gaps.flatMap(({ mend }) => (mend === undefined ? [] : [mendSentence(mend)]));
}

const because = (decision: Decision) => (decision.decision === 'unknown' ? decision.because : []);
