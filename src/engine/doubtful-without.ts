import type { DoubtfulRequirement, Outlook } from '../model/checkup.ts';
import type { NeedName } from '../model/needs.ts';
import type { LoadedPack, Requirement, Settings } from '../model/pack.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Evidence, Finding } from '../model/rule.ts';
import type { Organization } from '../model/snapshot.ts';
import { auditorRights, blindNeeds } from './auditor-rights.ts';
import { editionCondition } from './conditions.ts';
import { hypotheticalAccess, imaginable } from './hypothetical-access.ts';
import { type Rules, type Settled, settle } from './settle.ts';
import { verdictOf } from './verdict.ts';

/** A requirement that may apply, with what it needs read. */
export interface AskedRequirement {
  readonly loaded: LoadedPack;
  readonly requirement: Requirement;
  readonly settled: Settled & { readonly status: 'applies' };
}

/** The requirements that may apply, by what the user chose and by the org's edition, as far as that is known. */
export const askedRequirements = (
  packs: readonly LoadedPack[],
  settings: Settings,
  rules: Rules,
  organization: Part<Organization>,
): readonly AskedRequirement[] =>
  packs.flatMap((loaded) =>
    loaded.pack.requirements.flatMap((requirement) => {
      const settled = settle(loaded, requirement, settings, rules);
      if (settled.status !== 'applies') return [];
      const edition = editionCondition(requirement.when?.edition, organization);
      return edition.holds === false ? [] : [{ loaded, requirement, settled }];
    }),
  );

/**
 * Which requirements an auditor without these rights leaves undecided: a requirement's rule is asked about users who
 * need not be there, of whom the auditor sees what its rights show. Where it does not say so of all of them, but the
 * requirement needs something that is blind, it may be undecided.
 */
export function doubtfulWithout(
  asked: readonly AskedRequirement[],
  missing: readonly string[],
): readonly DoubtfulRequirement[] {
  return asked.flatMap(({ loaded, requirement, settled }) => {
    const blind = blindNeeds(settled.needs, missing);
    if (blind.size === 0) return [];
    const { id, title, level } = requirement;
    return [
      {
        ...{ pack: loaded.pack.id, requirement: id, title, level },
        outlook: outlookOf(settled, blind),
        missing: auditorRights
          .filter(({ permission }) => missing.includes(permission))
          .filter(({ permission }) => blindNeeds(settled.needs, [permission]).size > 0)
          .map(({ permission }) => permission),
        untold: [],
      },
    ];
  });
}

const unseen: Gap = { code: 'auditor-blind', message: 'The auditor cannot see it' };

function outlookOf(
  { rule, options, needs }: AskedRequirement['settled'],
  blind: ReadonlySet<NeedName>,
): Outlook {
  const all = imaginable.map((imagined): 'undecided' | 'met' | 'otherwise' => {
    try {
      const found = [...rule.check(hypotheticalAccess(needs, blind, unseen, imagined), options)];
      if (found.some(isBlind)) return 'undecided';
      return verdictOf(found) === 'pass' ? 'met' : 'otherwise';
    } catch {
      return 'otherwise';
    }
  });
  return all.includes('undecided') && !all.includes('met') ? 'inconclusive' : 'may-be-inconclusive';
}

const isBlind = ({ outcome, evidence }: Finding): boolean =>
  outcome === 'inconclusive' && evidence.some((item) => gapsIn(item).includes(unseen));

/** Why a piece of evidence is not known. */
export function gapsIn(evidence: Evidence): readonly Gap[] {
  if (evidence.kind === 'gap') return [evidence.gap];
  return evidence.kind === 'decision' && evidence.decision.decision === 'unknown'
    ? evidence.decision.because
    : [];
}
