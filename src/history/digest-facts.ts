import type { Access } from '../model/access.ts';
import type { AccessDigest, Fact } from '../model/history.ts';
import type { Part } from '../model/part.ts';
import { dayOf } from '../plain/days.ts';
import { licenseState } from '../salesforce/license-state.ts';
import { flowName } from '../salesforce/names.ts';
import { gapDigest } from './gap-digest.ts';

type Facts = Readonly<Record<string, Fact>>;

/** Stands for a fact that could not be read beside others that could. */
export const notKnown = 'not known';

/**
 * What is plain about a subject and its org, by the need that asks for it; what nobody asked for is left out. Of the
 * last login only whether there was one: its time changes from run to run and explains nothing.
 */
export function digestFacts(access: Access): AccessDigest['facts'] {
  const { organization, user, profile, login, profilePeers, limits } = access;
  const facts: Readonly<Record<string, Part<Facts>>> = {
    organization: of(organization, ({ edition, isSandbox }) => ({ edition, sandbox: isSandbox })),
    user: of(user, ({ isActive, lastLoginDate, userType, flowUser, passwordExpires }) => ({
      active: isActive,
      hasLoggedIn: lastLoginDate !== null,
      userType,
      flowUser: flowUser.status === 'ok' ? flowUser.value : notKnown,
      passwordExpires: passwordExpires.status === 'ok' ? passwordExpires.value : notKnown,
      passwordExpired:
        passwordExpires.status === 'ok' ? isPast(passwordExpires.value, access.asOf) : notKnown,
    })),
    profile: of(profile, ({ name, isCustom, license }) => ({
      profile: name,
      custom: isCustom.status === 'ok' ? isCustom.value : notKnown,
      license: license.status === 'ok' ? license.value.name : notKnown,
    })),
    login: of(login, ({ isFrozen, isPasswordLocked }) => ({ frozen: isFrozen, locked: isPasswordLocked })),
    profilePeers: of(profilePeers, ({ total }) => ({ otherUsers: total })),
    limits: of(limits, ({ dailyApiRequests: { max, remaining } }) => ({
      apiCalls: max,
      apiCallsLeft: remaining,
    })),
    flows: flowFacts(access),
    permissionSetLicenses: licenseFacts(access),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, part]) => part.status === 'ok' || part.reason.code !== 'not-collected'),
  );
}

function of<T>(part: Part<T>, read: (value: T) => Facts): Part<Facts> {
  if (part.status === 'unavailable') return { status: 'unavailable', reason: gapDigest(part.reason) };
  return { status: 'ok', value: read(part.value) };
}

const isPast = (time: string | null, asOf: string): boolean =>
  time !== null && Date.parse(time) <= Date.parse(asOf);

/** The flows that restrict who runs them, or may. */
function flowFacts({ flows, otherFlows }: Access): Part<Facts> {
  return of(flows, (all) => ({
    ...Object.fromEntries(
      all
        .filter(
          ({ flow, context }) => context === 'user' && !(isOk(flow.restricted) && !flow.restricted.value),
        )
        .map(({ flow }) => [flowName(flow), isOk(flow.restricted) ? 'restricted' : notKnown]),
    ),
    ...(otherFlows === null ? {} : { 'other flows': otherFlows.message }),
  }));
}

const isOk = <T>(part: Part<T>): part is Part<T> & { readonly status: 'ok' } => part.status === 'ok';

function licenseFacts({ permissionSetLicenses, asOf }: Access): Part<Facts> {
  const asked = Object.entries(permissionSetLicenses);
  if (asked.length === 0) {
    return { status: 'unavailable', reason: { code: 'not-collected', message: 'Nobody asked for any' } };
  }
  const [unread] = asked.flatMap(([, part]) => (isOk(part) ? [] : [part.reason]));
  if (unread !== undefined) return { status: 'unavailable', reason: gapDigest(unread) };
  const value = asked.map(([name, part]): readonly [string, Fact] => {
    const license = isOk(part) ? part.value : null;
    if (license === null) return [name, null];
    const end = license.expires === null ? '' : `, ends on ${dayOf(license.expires)}`;
    return [name, `${licenseState(license, asOf)}${end}`];
  });
  return { status: 'ok', value: Object.fromEntries(value) };
}
