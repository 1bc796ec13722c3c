import type { Requirement, Waiver } from '../model/pack.ts';
import type { Result, WaiverUse } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { dayOf, daysBetween } from '../plain/days.ts';
import { sameName } from '../salesforce/names.ts';
import { byText } from './order.ts';

/** The waiver in force for a failure, and the one that ended last where none is. */
export interface WaiverState {
  readonly inForce: Result['waiver'];
  readonly ended: Result['waiver'];
}

/**
 * Finds what the customer decided about this failure. A waiver holds to the end of its last day (UTC),
 * counted by the time the org was read: the report of a snapshot never changes. Usernames know no case.
 */
export function waiverState(
  waivers: readonly Waiver[],
  { id }: Requirement,
  subject: Subject,
  asOf: string,
): WaiverState {
  const today = dayOf(asOf);
  const [last] = waivers
    .filter((waiver) => concerns(waiver, id, subject))
    .toSorted((a, b) => byText(b.expires, a.expires));
  if (last === undefined) return { inForce: null, ended: null };
  const { reason, owner, expires } = last;
  const waiver = { reason, owner, expires };
  return expires >= today ? { inForce: waiver, ended: null } : { inForce: null, ended: waiver };
}

/** What every waiver did for these results, on the day the org was read. */
export const waiverUses = (
  waivers: readonly Waiver[],
  results: readonly Result[],
  asOf: string,
): readonly WaiverUse[] =>
  waivers.map((waiver) => ({
    waiver,
    daysLeft: daysBetween(dayOf(asOf), waiver.expires),
    matches: results.filter(
      ({ verdict, requirement, subject }) => verdict === 'fail' && concerns(waiver, requirement, subject),
    ).length,
  }));

const concerns = (waiver: Waiver, requirement: string, subject: Subject): boolean =>
  waiver.requirement === requirement &&
  (waiver.subject === undefined || sameName(waiver.subject, subject.name));
