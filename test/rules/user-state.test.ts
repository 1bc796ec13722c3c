import { userState } from '../../src/rules/user-state.ts';
import { asOf, type denied, granted, ok, unavailable, unknown, userOf } from './access-fixture.ts';
import { testRule } from './test-rule.ts';

const active = { require: ['active'] };
const login = { require: ['notFrozen', 'notLocked'] };
const password = { require: ['passwordNotExpired'] };
const loggedIn = { require: ['hasLoggedIn'] };
const expires = (day: string | null) => ({ user: userOf({ passwordExpires: ok(day) }) });
const neverExpires = (decision: typeof denied) => ({
  systemPermissions: { PasswordNeverExpires: decision },
});

testRule(userState, {
  pass: [
    {
      name: 'everything is as it should be, each told on its own',
      options: { require: ['active', 'notFrozen', 'notLocked', 'passwordNotExpired', 'hasLoggedIn'] },
      says: ['active', 'notFrozen', 'notLocked', 'passwordValid', 'hasLoggedIn'],
    },
    {
      name: 'a password past its day, where it never expires',
      options: password,
      access: { ...expires('2026-01-01T00:00:00.000Z'), ...neverExpires(granted()) },
      says: ['passwordLasts'],
      text: 'Password Never Expires is granted',
    },
    {
      name: 'an empty day, where the password never expires',
      options: password,
      access: { ...expires(null), ...neverExpires(granted()) },
      says: ['passwordLasts'],
    },
    {
      name: 'a day to come is enough, whether or not the permission could be known',
      options: password,
      access: neverExpires(unknown()),
      says: ['passwordValid'],
      text: '2027-01-15',
    },
  ],
  fail: [
    {
      name: 'an inactive user',
      options: active,
      access: { user: userOf({ isActive: false }) },
      says: ['inactive'],
    },
    {
      name: 'a frozen user, and one locked out',
      options: login,
      access: { login: ok({ isFrozen: true, isPasswordLocked: true }) },
      says: ['frozen', 'locked'],
    },
    {
      name: 'frozen alone',
      options: login,
      access: { login: ok({ isFrozen: true, isPasswordLocked: false }) },
      says: ['frozen', 'notLocked'],
    },
    {
      name: 'a password past its day',
      options: password,
      access: expires('2026-10-31T00:00:00.000Z'),
      says: ['passwordExpired'],
      text: 'expired on 2026-10-31',
    },
    {
      name: 'a password that expires at this very moment',
      options: password,
      access: expires(asOf),
      says: ['passwordExpired'],
    },
    {
      name: 'a user that has never logged in',
      options: loggedIn,
      access: { user: userOf({ lastLoginDate: null }) },
      says: ['neverLoggedIn'],
    },
  ],
  inconclusive: [
    {
      name: 'what stands on the row of the user, where it could not be read',
      options: { require: ['active', 'hasLoggedIn'] },
      access: { user: unavailable },
      says: ['unknown', 'unknown'],
      text: 'Whether the user is active could not be known. Whether the user has ever logged in could not be known.',
    },
    {
      name: 'frozen and locked need the right to manage users',
      options: login,
      access: { login: unavailable },
      says: ['unknown', 'unknown'],
    },
    {
      name: 'an empty day may be one that was not told',
      options: password,
      access: expires(null),
      says: ['unknown'],
    },
    {
      name: 'an empty day and an unknown permission: the permission is what would settle it',
      options: password,
      access: { ...expires(null), ...neverExpires(unknown()) },
      says: ['unknown'],
    },
    {
      name: 'a day that is none',
      options: password,
      access: expires('soon'),
      says: ['unknown'],
    },
    {
      name: 'a day that could not be read',
      options: password,
      access: { user: userOf({ passwordExpires: unavailable }) },
      says: ['unknown'],
    },
    {
      name: 'a password past its day, where the permission that overrides it could not be known',
      options: password,
      access: { ...expires('2026-01-01T00:00:00.000Z'), ...neverExpires(unknown()) },
      says: ['unknown'],
    },
  ],
  notApplicable: [
    {
      name: 'without the parameter it asks for',
      options: active,
      when: { parameter: ['mapped'] },
      because: "the parameter 'mapped' has no value",
    },
  ],
});
