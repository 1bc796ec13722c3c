import type { AccessCause, FactCause, RequirementCause } from '../model/cause.ts';
import type { Fact } from '../model/history.ts';
import { dayOf } from '../plain/days.ts';
import { notKnown } from './digest-facts.ts';
import { containerName, groupName, inShort } from './names-in-words.ts';
import { factSubject, partNames } from './plain-words.ts';

/**
 * A cause as a clause about two that stand side by side, called A and B: nothing happened between them, so nothing was
 * lost or gained. What reads as a loss is what B has not and A has.
 */
export function sideWords(cause: AccessCause): string {
  const [has, lacks] = sides(cause.turn);
  switch (cause.kind) {
    case 'assignment-gone':
      return `${has} has ${containerName(cause.container)}, and ${lacks} has not`;
    case 'assignment-expired':
      return `for ${lacks} the assignment of ${containerName(cause.container)} expired on ${dayOf(cause.expires)}`;
    case 'assignment-inactive':
      return `for ${lacks} the assignment of ${containerName(cause.container)} is not active`;
    case 'assignment-revoked':
      return `for ${lacks} the assignment of ${containerName(cause.container)} is revoked`;
    case 'session-based':
      return `for ${lacks} ${containerName(cause.container)} counts only in a session that has activated it`;
    case 'profile-switched':
      return `A has the profile '${cause.from}', and B has '${cause.to}'`;
    case 'group-outdated':
      return `for ${lacks} ${groupName(cause.group)} has the status ${cause.status}, so that what it gives may be out of date`;
    case 'group-recalculated':
      return `for ${has} ${groupName(cause.group)} has the status ${cause.status} and may give it; for ${lacks} it is up to date, and does not`;
    case 'muted':
      return `for ${lacks} ${containerName(cause.by)} takes it away in ${groupName(cause.group)}`;
    case 'member-gone':
      return `${containerName(cause.member)} is a member of ${groupName(cause.group)} for ${has}, and not for ${lacks}`;
    case 'entry-gone': {
      const through = cause.group === null ? '' : ` in ${groupName(cause.group)}`;
      return `${containerName(cause.container)}${through} grants ${inShort(cause.entries)} to ${has}, and not to ${lacks}`;
    }
    case 'not-known':
      return `${inShort(cause.permissions)} cannot be known of ${lacks}: ${cause.gap.message}`;
    case 'field-gone':
      return `the field ${cause.field} does not exist for ${lacks}`;
    case 'field-not-writable':
      return `the field ${cause.field} cannot be written by anybody for ${lacks}`;
  }
}

const sides = (turn: AccessCause['turn']): readonly [has: string, lacks: string] =>
  turn === 'lost' ? ['A', 'B'] : ['B', 'A'];

/** What is plain, or of the requirement itself, in the same way. */
export function plainSideWords(cause: FactCause | RequirementCause): string {
  switch (cause.kind) {
    case 'fact-changed':
      return `${factSubject(cause.need, cause.name)}: ${shown(cause.from)} for A, ${shown(cause.to)} for B`;
    case 'facts-not-known':
      return `${partNames[cause.need] ?? cause.need} cannot be known of ${sides(cause.turn)[1]}: ${cause.gap.message}`;
    case 'expiry-changed':
      return `the assignment of ${containerName(cause.container)} ${ends(cause.from)} for A, and ${ends(cause.to)} for B`;
    case 'end-nearer':
      return `for B the assignment of ${containerName(cause.container)} ends on ${dayOf(cause.expires)}, in ${cause.days} days (${inShort(cause.permissions)})`;
    case 'pack-version':
      return `the pack ${cause.pack} is version ${cause.from} for A, and ${cause.to} for B`;
    case 'variant':
      return `the variant of ${cause.pack} is ${cause.from ?? 'none'} for A, and ${cause.to ?? 'none'} for B`;
    case 'feature':
      return `the feature ${cause.feature} of ${cause.pack} is on for ${cause.on ? 'B' : 'A'} alone`;
    case 'level':
      return `the level is ${cause.from} for A, and ${cause.to} for B`;
    case 'waiver':
      return `a waiver covers it for ${cause.started ? 'B' : 'A'} alone`;
    case 'asked': {
      const [asks, other] = cause.turn === 'gained' ? ['B', 'A'] : ['A', 'B'];
      return `for ${asks} the requirement rests on ${inShort(cause.permissions)}, which was not asked of ${other}`;
    }
  }
}

const shown = (fact: Fact): string =>
  fact === null
    ? 'none'
    : typeof fact === 'boolean'
      ? fact
        ? 'yes'
        : 'no'
      : typeof fact === 'number'
        ? String(fact)
        : fact === notKnown
          ? fact
          : `'${fact}'`;

const ends = (day: string | null): string => (day === null ? 'does not end' : `ends on ${dayOf(day)}`);
