import type { Requirement, Waiver } from '../model/pack.ts';
import type { Result } from '../model/report.ts';
import type { Subject } from '../model/snapshot.ts';
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
  const today = asOf.slice(0, 10);
  const [last] = waivers
    .filter(({ requirement, user }) => requirement === id && (user === undefined || sameUser(user, subject)))
    .toSorted((a, b) => byText(b.until, a.until));
  if (last === undefined) return { inForce: null, ended: null };
  const waiver = { reason: last.reason, until: last.until };
  return last.until >= today ? { inForce: waiver, ended: null } : { inForce: null, ended: waiver };
}

const sameUser = (user: string, subject: Subject): boolean =>
  user.toLowerCase() === subject.name.toLowerCase();
