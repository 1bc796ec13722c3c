import type { Access } from '../model/access.ts';
import type { LoadedPack, Requirement, Settings } from '../model/pack.ts';
import type { Gap } from '../model/part.ts';
import type { Result, Verdict } from '../model/report.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { editionCondition } from './conditions.ts';
import { remedyOf } from './remedy.ts';
import { errorText, type Rules, type Settled, settle } from './settle.ts';
import { verdictMessage, verdictOf } from './verdict.ts';
import { waiverState } from './waivers.ts';
import { reportEvidence } from './wording/evidence.ts';
import { gapSentence, mendSentence } from './wording/gaps.ts';
import { sentence } from './wording/phrases.ts';

export interface Evaluation {
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
  readonly accesses: readonly Access[];
  readonly rules: Rules;
}

/** What one requirement came to, before it is told whose and where it is. */
type Outcome = Pick<Result, 'verdict' | 'message' | 'evidence' | 'remedy'>;

/**
 * Holds every subject against every requirement: a result for each pair, in the order of packs,
 * requirements and subjects. A rule that throws, or finds nothing, gives the verdict `error`.
 */
export function evaluate({ packs, settings, accesses, rules }: Evaluation): readonly Result[] {
  return deepFreeze(
    packs.flatMap((loaded) =>
      loaded.pack.requirements.flatMap((requirement) => {
        const settled = settle(loaded, requirement, settings, rules);
        return accesses.map((access) => result(loaded, requirement, settings, access, settled));
      }),
    ),
  );
}

function result(
  { pack, file, locations }: LoadedPack,
  requirement: Requirement,
  settings: Settings,
  access: Access,
  settled: Settled,
): Result {
  const { id, title, rule, level, why, source } = requirement;
  const outcome = outcomeOf(requirement, access, settled);
  const failed = outcome.verdict === 'fail';
  const { inForce, ended } = waiverState(settings.waivers, requirement, access.subject, access.asOf);
  const endedWaiver = failed && ended ? ` Its waiver ended on ${ended.until} (${ended.reason}).` : '';
  return {
    pack: pack.id,
    requirement: id,
    title,
    rule,
    level,
    subject: access.subject,
    ...outcome,
    message: outcome.message + endedWaiver,
    why,
    source: {
      page: own(pack.sources, source.page) ?? null,
      section: source.section ?? null,
      quote: source.quote ?? null,
    },
    waiver: failed ? inForce : null,
    definedAt: own(locations, id) ?? { file, line: 1, column: 1 },
  };
}

const own = <T>(record: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

function outcomeOf(requirement: Requirement, access: Access, settled: Settled): Outcome {
  const { id } = requirement;
  if (settled.status === 'broken')
    return bare('error', `Requirement '${id}' cannot be evaluated: ${settled.why}`);
  if (settled.status === 'not-applicable')
    return bare('not-applicable', `Does not apply: ${settled.because}`);
  const edition = editionCondition(requirement.when?.edition, access.organization);
  if (edition.holds === false) return bare('not-applicable', `Does not apply: ${edition.because}`);
  if (edition.holds === 'unknown') return unknownCondition(edition.gap);
  const { rule, options } = settled;
  try {
    return found(requirement, rule, [...rule.check(access, options)]);
  } catch (cause) {
    return bare('error', `Rule '${rule.meta.id}' broke on requirement '${id}': ${errorText(cause)}`);
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
