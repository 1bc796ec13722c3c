import type { Requirement } from '../model/pack.ts';
import type { Gap } from '../model/part.ts';
import type { Result, Verdict } from '../model/report.ts';
import type { Finding, Rule } from '../model/rule.ts';
import type { Examined } from './examine.ts';
import { remedyOf } from './remedy.ts';
import { errorText } from './settle.ts';
import { verdictMessage, verdictOf } from './verdict.ts';
import { reportEvidence } from './wording/evidence.ts';
import { gapSentence, mendSentence } from './wording/gaps.ts';
import { sentence } from './wording/phrases.ts';

/** What one requirement came to, before it is told whose and where it is. */
export type Outcome = Pick<Result, 'verdict' | 'message' | 'evidence' | 'remedy'>;

/** Puts into words what a requirement came to. */
export function outcomeOf(requirement: Requirement, examined: Examined): Outcome {
  const { id } = requirement;
  switch (examined.status) {
    case 'broken':
      return bare('error', `Requirement '${id}' cannot be evaluated: ${examined.why}`);
    case 'not-applicable':
      return bare('not-applicable', `Does not apply: ${examined.because}`);
    case 'may-apply':
      return unknownCondition(examined.gap);
    case 'applies':
      return checkedOutcome(requirement, examined);
  }
}

function checkedOutcome(
  requirement: Requirement,
  { rule, check }: Examined & { readonly status: 'applies' },
): Outcome {
  const broke = (why: string) =>
    bare('error', `Rule '${rule.meta.id}' broke on requirement '${requirement.id}': ${why}`);
  if ('broke' in check) return broke(check.broke);
  try {
    return found(requirement, rule, check.findings);
  } catch (cause) {
    return broke(errorText(cause));
  }
}

const bare = (verdict: Verdict, message: string): Outcome => ({
  verdict,
  message: sentence(message),
  evidence: [],
  remedy: null,
});

/** Whether the requirement applies could not be known, so neither could whether it is met. */
function unknownCondition(gap: Gap): Outcome {
  const about = 'Whether this applies';
  return {
    verdict: 'inconclusive',
    message: gapSentence(about, gap),
    evidence: [{ kind: 'gap', about, gap, text: gapSentence(about, gap) }],
    remedy:
      gap.mend === undefined
        ? null
        : { nearest: [mendSentence(gap.mend)], setup: { lightning: [], classic: [] } },
  };
}

function found(requirement: Requirement, rule: Rule, findings: readonly Finding[]): Outcome {
  const verdict = verdictOf(findings);
  if (verdict === 'error') {
    return bare('error', `Rule '${rule.meta.id}' found nothing at all on requirement '${requirement.id}'`);
  }
  const telling =
    verdict === 'pass'
      ? findings
      : (['fail', 'inconclusive'] as const).flatMap((outcome) =>
          findings.filter((finding) => finding.outcome === outcome),
        );
  return {
    verdict,
    message: verdictMessage(requirement, rule, telling),
    evidence: reportEvidence(telling.map(({ evidence }) => evidence)),
    remedy: remedyOf(verdict, requirement, rule, telling),
  };
}
