import type { Needs } from '../model/needs.ts';
import type { Requirement } from '../model/pack.ts';
import type { Gap } from '../model/part.ts';
import type { Result, Verdict } from '../model/report.ts';
import type { Evidence, Finding, Rule } from '../model/rule.ts';
import type { Audited } from './audited.ts';
import type { Examined } from './examine.ts';
import { remedyOf } from './remedy.ts';
import { resultPlaces } from './result-places.ts';
import { errorText } from './settle.ts';
import { verdictMessage, verdictOf } from './verdict.ts';
import { reportEvidence } from './wording/evidence.ts';
import { gapSentence, mendSentence } from './wording/gaps.ts';
import { sentence } from './wording/phrases.ts';

/** What one requirement came to, before it is told whose and where it is. */
export type Outcome = Pick<Result, 'verdict' | 'message' | 'evidence' | 'remedy' | 'at' | 'related'>;

/** Puts into words what a requirement came to. */
export function outcomeOf(requirement: Requirement, examined: Examined, audited: Audited): Outcome {
  const { id } = requirement;
  switch (examined.status) {
    case 'broken':
      return bare('error', `Requirement '${id}' cannot be evaluated: ${examined.why}`);
    case 'not-applicable':
      return bare('not-applicable', `Does not apply: ${examined.because}`);
    case 'may-apply':
      // What is met is met, whether or not it is asked.
      return isMet(examined)
        ? checkedOutcome(requirement, { ...examined, status: 'applies' }, audited)
        : unknownCondition(examined.gap);
    case 'applies':
      return checkedOutcome(requirement, examined, audited);
  }
}

/** What a requirement came to and what tells so, as {@link outcomeOf} puts it into words. */
export type Standing = Pick<Result, 'verdict'> & { readonly evidence: readonly Evidence[] };

export function standingOf(examined: Examined): Standing {
  const without = (verdict: Verdict): Standing => ({ verdict, evidence: [] });
  if (examined.status === 'broken') return without('error');
  if (examined.status === 'not-applicable') return without('not-applicable');
  if (examined.status === 'may-apply' && !isMet(examined)) return without('inconclusive');
  if ('broke' in examined.check) return without('error');
  const { findings } = examined.check;
  const verdict = verdictOf(findings);
  return { verdict, evidence: tellingAmong(findings, verdict).flatMap(({ evidence }) => evidence) };
}

const isMet = ({ check }: Examined & { readonly status: 'may-apply' }): boolean =>
  'findings' in check && verdictOf(check.findings) === 'pass';

function checkedOutcome(
  requirement: Requirement,
  examined: Examined & { readonly status: 'applies' },
  audited: Audited,
): Outcome {
  const { rule, check } = examined;
  const broke = (why: string) =>
    bare('error', `Rule '${rule.meta.id}' broke on requirement '${requirement.id}': ${why}`);
  if ('broke' in check) return broke(check.broke);
  try {
    return found(requirement, examined, check.findings, audited);
  } catch (cause) {
    return broke(errorText(cause));
  }
}

const bare = (verdict: Verdict, message: string): Outcome => ({
  verdict,
  message: sentence(message),
  evidence: [],
  remedy: null,
  at: null,
  related: [],
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
    at: gap.at ?? null,
    related: [],
  };
}

function found(
  requirement: Requirement,
  { rule, needs }: { readonly rule: Rule; readonly needs: Needs },
  findings: readonly Finding[],
  audited: Audited,
): Outcome {
  const verdict = verdictOf(findings);
  if (verdict === 'error') {
    return bare('error', `Rule '${rule.meta.id}' found nothing at all on requirement '${requirement.id}'`);
  }
  const telling = tellingAmong(findings, verdict);
  return {
    verdict,
    message: verdictMessage(requirement, rule, telling),
    evidence: reportEvidence(
      telling.map(({ evidence }) => evidence),
      audited.words,
    ),
    remedy: remedyOf(verdict, requirement, rule, telling, audited),
    ...resultPlaces(telling, needs.profile ? audited.profileAt : undefined, audited.words),
  };
}

/** Passes tell why it passes; where it does not, they tell nothing. */
const tellingAmong = (findings: readonly Finding[], verdict: Verdict): readonly Finding[] =>
  verdict === 'pass'
    ? findings
    : (['fail', 'inconclusive'] as const).flatMap((outcome) =>
        findings.filter((finding) => finding.outcome === outcome),
      );
