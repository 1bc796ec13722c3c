import type { Access, Decision } from '../model/access.ts';
import type { LoadedPack, Settings } from '../model/pack.ts';
import type { Result } from '../model/report.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import { type Audited, auditedOf } from './audited.ts';
import { decisionsRestedOn, withDependedOn } from './depended-on.ts';
import { type Asked, type Examined, examine } from './examine.ts';
import { outcomeOf, type Standing, standingOf } from './outcome.ts';
import { levelChangeOf, type Rules, settle } from './settle.ts';
import { waiverState } from './waivers.ts';

export interface Evaluation {
  readonly packs: readonly LoadedPack[];
  readonly settings: Settings;
  readonly accesses: readonly Access[];
  readonly rules: Rules;
}

/**
 * Holds every subject against every requirement: a result for each pair, in the order of packs,
 * requirements and subjects. A rule that throws, or finds nothing, gives the verdict `error`.
 */
export function evaluate({ packs, settings, accesses, rules }: Evaluation): readonly Result[] {
  const asked = askedIn({ packs, settings, rules });
  const bySubject = accesses.map((access) => {
    const audited = auditedOf(access);
    return examineAll(asked, access).map((answered) => result(answered, settings, access, audited));
  });
  return deepFreeze(asked.flatMap((_, index) => bySubject.flatMap((results) => results[index] ?? [])));
}

const askedIn = ({ packs, settings, rules }: Omit<Evaluation, 'accesses'>): readonly Asked[] =>
  packs.flatMap((loaded) =>
    loaded.pack.requirements.map((requirement): Asked => {
      return { loaded, requirement, settled: settle(loaded, requirement, settings, rules) };
    }),
  );

/**
 * The decisions on one subject that some requirement rests on, passing or not; null where a requirement could not be
 * evaluated, so that on what it would rest is not known.
 */
export const restedOn = (
  evaluation: Omit<Evaluation, 'accesses'>,
  access: Access,
): ReadonlySet<Decision> | null =>
  decisionsRestedOn(
    access,
    askedIn(evaluation).map((each) => examine(each, access)),
  );

/** How a requirement stands on one subject: a result without its words. */
export type RequirementStanding = Standing & Pick<Result, 'pack' | 'requirement' | 'rule'>;

/** As `evaluate`, of one subject: for whoever tries much and only compares, since the words take longer than the rules. */
export const standingsOn = (
  evaluation: Omit<Evaluation, 'accesses'>,
  access: Access,
): readonly RequirementStanding[] =>
  examineAll(askedIn(evaluation), access).map(({ loaded, requirement: { id, rule }, examined }) => ({
    ...{ pack: loaded.pack.id, requirement: id, rule },
    ...standingOf(examined),
  }));

/** A requirement with what it comes to on one subject. */
type Answered = Asked & { readonly examined: Examined };

/**
 * Holds a subject against all requirements: those that look at its assignments a second time, when it is known on
 * which permissions all of them rest.
 */
function examineAll(asked: readonly Asked[], access: Access): readonly Answered[] {
  const answered = asked.map((each) => ({ ...each, examined: examine(each, access) }));
  if (!asked.some(looksAtAssignments)) return answered;
  const dependedOn = withDependedOn(
    access,
    answered.map(({ examined }) => examined),
  );
  return answered.map((each) =>
    looksAtAssignments(each) ? { ...each, examined: examine(each, dependedOn) } : each,
  );
}

const looksAtAssignments = ({ settled }: Asked): boolean =>
  settled.status === 'applies' && settled.needs.assignments === true;

function result(
  { loaded, requirement, examined }: Answered,
  settings: Settings,
  access: Access,
  audited: Audited,
): Result {
  const { pack, file, locations } = loaded;
  const { id, title, rule, why, impact = null, source } = requirement;
  const change = levelChangeOf(requirement, settings);
  const outcome = outcomeOf(requirement, examined, audited);
  const failed = outcome.verdict === 'fail';
  const { inForce, ended } = waiverState(settings.waivers, requirement, access.subject, access.asOf);
  const endedWaiver = failed && ended ? ` Its waiver ended on ${ended.expires} (${ended.reason}).` : '';
  return {
    pack: pack.id,
    requirement: id,
    title,
    rule,
    level: change === undefined || change.level === 'off' ? requirement.level : change.level,
    levelChange: change === undefined ? null : { from: requirement.level, reason: change.reason },
    subject: access.subject,
    ...outcome,
    message: outcome.message + endedWaiver,
    impact,
    why,
    source: {
      page: own(pack.sources, source.page) ?? null,
      section: source.section ?? null,
      quote: source.quote ?? null,
    },
    waiver: failed ? inForce : null,
    baseline: null,
    definedAt: own(locations, id) ?? { file, line: 1, column: 1 },
  };
}

const own = <T>(record: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
