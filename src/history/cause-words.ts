import type { AccessCause, Cause } from '../model/cause.ts';
import { dayOf } from '../plain/days.ts';
import { containerName, groupName, inShort } from './names-in-words.ts';
import { plainWords } from './plain-words.ts';
import { plainSideWords, sideWords } from './side-words.ts';

/** `in-time`: one subject, before and after. `side-by-side`: two that are held against each other, called A and B. */
export type Telling = 'in-time' | 'side-by-side';

/** What is said where there is no cause. */
export const unexplained = 'Nothing that was recorded explains it.';

/** A cause as a sentence. What an org calls things is in it as it stands: it is for the reporter to escape. */
export function causeSentence(cause: Cause, telling: Telling = 'in-time'): string {
  const [ofAccess, plain] = telling === 'in-time' ? [accessWords, plainWords] : [sideWords, plainSideWords];
  const words = isOfAccess(cause) ? `${ofAccess(cause)}${inQuestion(cause)}` : plain(cause);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/u.test(words) ? '' : '.'}`;
}

const isOfAccess = (cause: Cause): cause is AccessCause =>
  'turn' in cause && 'permissions' in cause && cause.kind !== 'asked';

/** What it is about, where the words have not said it. */
const inQuestion = ({ kind, permissions }: AccessCause): string =>
  kind === 'entry-gone' || kind === 'field-gone' || kind === 'field-not-writable' || kind === 'not-known'
    ? ''
    : ` (${inShort(permissions)})`;

function accessWords(cause: AccessCause): string {
  const lost = cause.turn === 'lost';
  switch (cause.kind) {
    case 'assignment-gone':
      return lost
        ? `the assignment of ${containerName(cause.container)} is gone`
        : `${containerName(cause.container)} was assigned`;
    case 'assignment-expired':
      return lost
        ? `the assignment of ${containerName(cause.container)} expired on ${dayOf(cause.expires)}`
        : `the assignment of ${containerName(cause.container)}, expired since ${dayOf(cause.expires)}, was renewed`;
    case 'assignment-inactive':
      return `the assignment of ${containerName(cause.container)} is ${lost ? 'not active any more' : 'active again'}`;
    case 'assignment-revoked':
      return `the assignment of ${containerName(cause.container)} ${lost ? 'was revoked' : 'is no longer revoked'}`;
    case 'session-based':
      return `${containerName(cause.container)} ${lost ? 'now counts only' : 'no longer counts only'} in a session that has activated it`;
    case 'profile-switched':
      return `the profile was switched from '${cause.from}' to '${cause.to}'`;
    case 'group-outdated':
      return lost
        ? `${groupName(cause.group)} has the status ${cause.status}, so that what it gives may be out of date`
        : `${groupName(cause.group)} is up to date again, and had the status ${cause.status}`;
    case 'group-recalculated':
      return lost
        ? `${groupName(cause.group)} was recalculated, and does not give it`
        : `${groupName(cause.group)} has the status ${cause.status} now, and may give it`;
    case 'muted':
      return `${containerName(cause.by)} ${lost ? 'now takes' : 'no longer takes'} it away in ${groupName(cause.group)}`;
    case 'member-gone':
      return `${containerName(cause.member)} is ${lost ? 'no longer' : 'now'} a member of ${groupName(cause.group)}`;
    case 'entry-gone': {
      const through = cause.group === null ? '' : ` in ${groupName(cause.group)}`;
      const entries = inShort(cause.entries);
      if (cause.container.kind === 'group') {
        return `${containerName(cause.container)} ${lost ? 'no longer gives' : 'now gives'} ${entries}: it was edited, or a set in it`;
      }
      return `${containerName(cause.container)}${through} was edited: it ${lost ? 'no longer grants' : 'now grants'} ${entries}`;
    }
    case 'not-known':
      return `${inShort(cause.permissions)} ${lost ? 'cannot be known now' : 'could not be known before'}: ${cause.gap.message}`;
    case 'field-gone':
      return `the field ${cause.field} ${lost ? 'does not exist any more' : 'exists now'}`;
    case 'field-not-writable':
      return `the field ${cause.field} ${lost ? 'can no longer be written by anybody' : 'can be written now'}`;
  }
}
