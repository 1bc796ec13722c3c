import type { Requirement, Waiver } from '../model/pack.ts';
import type { Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { dayOf } from '../plain/days.ts';
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
    .filter(
      ({ requirement, user }) => requirement === id && (user === undefined || sameName(user, subject.name)),
    )
    .toSorted((a, b) => byText(b.until, a.until));
  if (last === undefined) return { inForce: null, ended: null };
  const waiver = { reason: last.reason, until: last.until };
  return last.until >= today ? { inForce: waiver, ended: null } : { inForce: null, ended: waiver };
}
