import type { Decision } from '../model/access.ts';
import type { Requirement } from '../model/pack.ts';
import type { Remedy, Verdict } from '../model/report.ts';
import type { Evidence, Finding, Rule, SetupSteps } from '../model/rule.ts';
import { nearestSteps } from './nearest-steps.ts';
import { mendSentence } from './wording/gaps.ts';
import { fills, fillTemplate } from './wording/templates.ts';

const nothing: SetupSteps = { lightning: [], classic: [] };

/**
 * How to mend a result: first the nearest ways, from what would have granted it, then the steps in Setup.
 * For an inconclusive one, what would make it known. Null where there is nothing to mend, or no way is known.
 */
export function remedyOf(
  verdict: Verdict,
  requirement: Requirement,
  rule: Rule,
  findings: readonly Finding[],
): Remedy | null {
  if (verdict !== 'fail' && verdict !== 'inconclusive') return null;
  const evidence = findings.flatMap((finding) => finding.evidence);
  const failed = findings.filter(({ outcome }) => outcome === 'fail');
  const nearest = [...nearestSteps(evidence.flatMap(nearMisses)), ...new Set(evidence.flatMap(mends))];
  const steps = failed.length > 0 ? (requirement.remedy ?? rule.meta.remedy ?? nothing) : nothing;
  const setup = { lightning: filled(steps.lightning, failed), classic: filled(steps.classic, failed) };
  const empty = nearest.length + setup.lightning.length + setup.classic.length === 0;
  return empty ? null : { nearest, setup };
}

const nearMisses = (evidence: Evidence) =>
  evidence.kind === 'decision' && evidence.decision.decision !== 'granted'
    ? evidence.decision.nearMisses
    : [];

function mends(evidence: Evidence): readonly string[] {
  if (evidence.kind === 'fact') return [];
  const gaps = evidence.kind === 'gap' ? [evidence.gap] : because(evidence.decision);
  return gaps.flatMap(({ mend }) => (mend === undefined ? [] : [mendSentence(mend)]));
}

const because = (decision: Decision) => (decision.decision === 'unknown' ? decision.because : []);

/**
 * Each step once for everything that failed: a step that names the object is told for each object, one that
 * names nothing is told once. A finding that cannot fill a step is left out of it, unless none can.
 */
function filled(steps: readonly string[], findings: readonly Finding[]): readonly string[] {
  return steps.flatMap((step) => {
    const able = findings.filter(({ data }) => fills(step, data));
    return able.length === 0 ? [step] : [...new Set(able.map(({ data }) => fillTemplate(step, data)))];
  });
}
