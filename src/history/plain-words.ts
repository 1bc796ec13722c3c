import type { FactCause, RequirementCause } from '../model/cause.ts';
import type { Fact } from '../model/history.ts';
import { dayOf } from '../plain/days.ts';
import { containerName, inShort } from './names-in-words.ts';

/** A change in facts, or in the requirement, as a clause. */
export function plainWords(cause: FactCause | RequirementCause): string {
  switch (cause.kind) {
    case 'fact-changed':
      return factWords(cause.need, cause.name, cause.from, cause.to);
    case 'facts-not-known':
      return `${partNames[cause.need] ?? cause.need} ${cause.turn === 'lost' ? 'cannot be known now' : 'could not be known before'}: ${cause.gap.message}`;
    case 'expiry-changed':
      return expiryWords(containerName(cause.container), cause.from, cause.to);
    case 'end-nearer':
      return `the assignment of ${containerName(cause.container)} ends on ${dayOf(cause.expires)}, in ${cause.days} days (${inShort(cause.permissions)})`;
    case 'pack-version':
      return `the pack ${cause.pack} changed from version ${cause.from} to ${cause.to}`;
    case 'variant':
      return `the variant of ${cause.pack} changed from ${cause.from ?? 'none'} to ${cause.to ?? 'none'}`;
    case 'feature':
      return `the feature ${cause.feature} of ${cause.pack} was switched ${cause.on ? 'on' : 'off'}`;
    case 'level':
      return `the level was changed from ${cause.from} to ${cause.to}`;
    case 'waiver':
      return cause.started ? 'a waiver covers the failure' : 'no waiver covers it any more';
    case 'asked': {
      const permissions = inShort(cause.permissions);
      return cause.turn === 'gained'
        ? `the requirement rests on ${permissions} now, which the run before did not look at`
        : `the requirement rested on ${permissions}, which this run did not look at`;
    }
  }
}

/** What asks for facts, in words. */
export const partNames: Readonly<Record<string, string>> = {
  organization: 'the org',
  user: 'the user',
  profile: 'the profile',
  login: 'whether the user is frozen or locked out',
  profilePeers: 'who shares the profile',
  limits: 'the API calls left',
  flows: 'the flows',
  permissionSetLicenses: 'the permission set licences',
  assignments: 'what is assigned to the user',
};

/** What changed for better or worse, where a flag alone would have to be explained. */
const flags: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  'user active': ['the user was activated', 'the user was deactivated'],
  'user hasLoggedIn': ['the user has logged in', 'the user has not logged in any more'],
  'user passwordExpired': ["the user's password expired", "the user's password is no longer expired"],
  'user flowUser': ['the user was made a Flow User', 'the user is no longer a Flow User'],
  'login frozen': ['the user was frozen', 'the user was unfrozen'],
  'login locked': ['the user was locked out', 'the user is no longer locked out'],
};

/** What a fact is about, where it is held against another one. */
export function factSubject(need: string, fact: string): string {
  const key = `${need} ${fact}`;
  if (Object.hasOwn(flagSubjects, key)) return flagSubjects[key] ?? fact;
  if (need === 'flows') {
    return fact === 'other flows'
      ? 'why not all flows can be known'
      : `whether flow ${fact} restricts who runs it`;
  }
  if (need === 'permissionSetLicenses') return `the permission set licence ${fact}`;
  if (need === 'fields') return `the field ${fact}`;
  if (need === 'writable') return `whether anybody can write the field ${fact}`;
  return (Object.hasOwn(facts, key) ? facts[key] : undefined) ?? fact;
}

const flagSubjects: Readonly<Record<string, string>> = {
  'user active': 'whether the user is active',
  'user hasLoggedIn': 'whether the user has ever logged in',
  'user passwordExpired': "whether the user's password is expired",
  'user flowUser': 'whether the user is a Flow User',
  'login frozen': 'whether the user is frozen',
  'login locked': 'whether the user is locked out',
};

const facts: Readonly<Record<string, string>> = {
  'organization edition': 'the edition of the org',
  'organization sandbox': 'whether the org is a sandbox',
  'user userType': 'the type of the user',
  'user passwordExpires': "the day on which the user's password expires",
  'profile profile': 'the profile',
  'profile custom': 'whether the profile is a custom one',
  'profile license': 'the licence',
  'profilePeers otherUsers': 'the number of other users with the same profile',
  'limits apiCalls': 'the number of API calls a day',
  'limits apiCallsLeft': 'the number of API calls left',
};

function factWords(need: string, fact: string, from: Fact, to: Fact): string {
  const key = `${need} ${fact}`;
  const flag = Object.hasOwn(flags, key) ? flags[key] : undefined;
  if (flag !== undefined && typeof to === 'boolean') return flag[to ? 0 : 1];
  if (need === 'flows') return flowWords(fact, to);
  if (need === 'fields') return fieldWords(fact, to);
  if (need === 'writable' && typeof to === 'boolean') {
    return `the field ${fact} ${to ? 'can be written now' : 'can no longer be written by anybody'}`;
  }
  if (need === 'permissionSetLicenses') {
    return `the permission set licence ${fact} was ${valueText(from, 'not assigned')}, and is ${valueText(to, 'not assigned')}`;
  }
  const what = factSubject(need, fact);
  if (to === 'not known') return `${what} is not known now`;
  if (from === 'not known') return `${what} was not known before`;
  return `${what} changed from ${valueText(from, 'none')} to ${valueText(to, 'none')}`;
}

const fieldWords = (field: string, name: Fact): string =>
  name === null ? `the field ${field} does not exist any more` : `the field ${field} is ${name} now`;

function flowWords(flow: string, to: Fact): string {
  if (flow === 'other flows') {
    return to === null ? 'all flows can be known now' : `not all flows can be known: ${to}`;
  }
  if (to === null) return `flow ${flow} is gone, or no longer restricts who runs it`;
  return to === 'restricted'
    ? `flow ${flow} restricts who runs it now`
    : `whether flow ${flow} restricts who runs it is not known`;
}

const valueText = (fact: Fact, none: string): string =>
  fact === null ? none : typeof fact === 'string' ? `'${fact}'` : String(fact);

function expiryWords(container: string, from: string | null, to: string | null): string {
  if (to === null) return `the assignment of ${container} does not end any more`;
  return from === null
    ? `the assignment of ${container} now ends, on ${dayOf(to)}`
    : `the end of the assignment of ${container} moved from ${dayOf(from)} to ${dayOf(to)}`;
}
