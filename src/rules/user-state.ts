import type { Access } from '../model/access.ts';
import type { Part } from '../model/part.ts';
import type { Evidence, Outcome, SetupSteps } from '../model/rule.ts';
import { dayOf } from '../plain/days.ts';
import { defineRule, type Say } from './define-rule.ts';
import { fact, gap } from './evidence.ts';
import { judgePassword } from './password-expiry.ts';

const states = ['active', 'notFrozen', 'notLocked', 'passwordNotExpired', 'hasLoggedIn'] as const;
type State = (typeof states)[number];

const messages = {
  active: 'The user is active',
  inactive: 'The user is not active: every sign-in is refused',
  notFrozen: 'The user is not frozen',
  frozen: 'The user is frozen: every sign-in is refused until somebody unfreezes it',
  notLocked: 'The user is not locked out',
  locked: 'The user is locked out after too many wrong passwords',
  passwordValid: 'The password expires on {day}',
  passwordLasts: 'The password never expires: {permission} is granted',
  passwordExpired: 'The password expired on {day}',
  hasLoggedIn: 'The user last logged in on {day}',
  neverLoggedIn: 'The user has never logged in; it must log in once before an integration can authenticate',
  unknown: 'Whether {state} could not be known',
} as const;

const failures = ['inactive', 'frozen', 'locked', 'passwordExpired', 'neverLoggedIn'] as const;

/** A step on the page of users, which has another way to it in either interface. */
const inUsers = (step: string): SetupSteps => ({
  lightning: [`Setup > Users > Users: ${step}`],
  classic: [`Setup > Administer > Manage Users > Users: ${step}`],
});

const signIn =
  'Sign in once as the user, through the vendor’s connection or the API where the user is API only';

type SayState = Say<typeof messages, (typeof failures)[number]>;

/** What is asked, for "whether …", and what was read for it. */
const stateLabels: Readonly<Record<State, readonly [question: string, topic: string]>> = {
  active: ['the user is active', 'Active'],
  notFrozen: ['the user is frozen', 'Frozen'],
  notLocked: ['the user is locked out', 'Locked out'],
  passwordNotExpired: ['the password has expired', 'Password'],
  hasLoggedIn: ['the user has ever logged in', 'Last login'],
};

type Seen = Pick<Access, 'asOf' | 'user' | 'login' | 'systemPermissions'>;

export const userState = defineRule({
  meta: {
    id: 'user-state',
    title: 'State of the user',
    rationale:
      'An integration signs in as its user. Where the user is inactive, frozen, locked out, or its password has expired, the sign-in is refused, and the sync stops although every permission is right.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['require'],
      properties: {
        require: {
          type: 'array',
          description: 'What must be so; each is found out on its own',
          minItems: 1,
          items: { type: 'string', enum: states },
        },
      },
    },
    example: { require: ['active', 'notFrozen', 'notLocked'] },
    messages,
    failures,
    remedies: [
      {
        for: ['inactive'],
        ...inUsers('click Edit beside the integration user, select Active, and click Save'),
      },
      { for: ['frozen'], ...inUsers('open the integration user and click Unfreeze') },
      { for: ['locked'], ...inUsers('open the integration user and click Unlock') },
      {
        for: ['passwordExpired'],
        ...inUsers(
          'open the integration user and click Reset Password; to keep it from expiring, grant Password Never Expires',
        ),
      },
      { for: ['neverLoggedIn'], lightning: [signIn], classic: [signIn] },
    ],
  },
  needs: ({ require }) => ({
    user: true,
    ...(require.some((state) => state === 'notFrozen' || state === 'notLocked')
      ? { login: true as const }
      : {}),
    ...(require.includes('passwordNotExpired') ? { systemPermissions: ['PasswordNeverExpires'] } : {}),
  }),
  *check(access, { require }, say) {
    const seen = access as Seen;
    for (const state of require) yield findings[state](seen, say);
  },
});

type Finder = (seen: Seen, say: SayState) => ReturnType<SayState[Outcome]>;

const findings: Readonly<Record<State, Finder>> = {
  active: ({ user }, say) =>
    part(user, 'active', say, ({ isActive }) => {
      const evidence = [fact('Active', isActive)];
      return isActive ? say.pass('active', {}, evidence) : say.fail('inactive', {}, evidence);
    }),
  notFrozen: ({ login }, say) =>
    part(login, 'notFrozen', say, ({ isFrozen }) => {
      const evidence = [fact('Frozen', isFrozen)];
      return isFrozen ? say.fail('frozen', {}, evidence) : say.pass('notFrozen', {}, evidence);
    }),
  notLocked: ({ login }, say) =>
    part(login, 'notLocked', say, ({ isPasswordLocked }) => {
      const evidence = [fact('Locked out', isPasswordLocked)];
      return isPasswordLocked ? say.fail('locked', {}, evidence) : say.pass('notLocked', {}, evidence);
    }),
  hasLoggedIn: ({ user }, say) =>
    part(user, 'hasLoggedIn', say, ({ lastLoginDate }) => {
      const evidence = [fact('Last login', lastLoginDate)];
      return lastLoginDate === null
        ? say.fail('neverLoggedIn', {}, evidence)
        : say.pass('hasLoggedIn', { day: dayOf(lastLoginDate) }, evidence);
    }),
  passwordNotExpired: (seen, say) => {
    const password = judgePassword(seen);
    const { evidence } = password;
    switch (password.state) {
      case 'lasts':
        return say.pass('passwordLasts', { permission: password.permission }, evidence);
      case 'valid':
        return say.pass('passwordValid', { day: dayOf(password.expires) }, evidence);
      case 'expired':
        return say.fail('passwordExpired', { day: dayOf(password.expires) }, evidence);
      case 'unknown':
        return doubt('passwordNotExpired', say, evidence);
    }
  },
};

/** A state that is read from one part: what could not be read is a doubt. */
function part<T>(
  read: Part<T>,
  state: State,
  say: SayState,
  decide: (value: T) => ReturnType<Finder>,
): ReturnType<Finder> {
  const [, topic] = stateLabels[state];
  return read.status === 'ok' ? decide(read.value) : doubt(state, say, [gap(topic, read.reason)]);
}

function doubt(state: State, say: SayState, evidence: readonly Evidence[]): ReturnType<Finder> {
  const [question] = stateLabels[state];
  return say.inconclusive('unknown', { state: question }, evidence);
}
