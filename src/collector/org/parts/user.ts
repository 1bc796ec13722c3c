import type { Needs } from '../../../model/needs.ts';
import type { Part } from '../../../model/part.ts';
import type { Login, Profile, Subject, User } from '../../../model/subject.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { fragment, type SoqlFragment, soql } from '../soql.ts';
import type { Who } from '../users.ts';
import { flag, grouped, hasCell, parsed, text, textOrNull, timeOrNull } from './cells.ts';

/**
 * The users' own rows, and with them their profiles'. Which columns an org has differs (password expiry, the Flow
 * User feature), so all of its standard ones are asked for, which can name none that is missing (docs/salesforce.md,
 * trap 1).
 */
export function usersRead(who: Who, { user, profile, profilePeers }: Needs): RowsRead {
  const all = user || profile || profilePeers;
  const identity = fragment`Id, Username, Name, Alias`;
  const name = profile ? fragment`, Profile.Name` : fragment``;
  const license = profile
    ? fragment`, Profile.UserLicense.Name, Profile.UserLicense.LicenseDefinitionKey`
    : fragment``;
  const queries = (selected: SoqlFragment) =>
    who.conditions('').map((condition) => soql`SELECT ${selected} FROM User WHERE ${condition}`);
  const least = fragment`${identity}, IsActive, LastLoginDate, UserType, ProfileId${name}`;
  return {
    kind: 'rows',
    part: 'the users',
    soql: queries(all ? fragment`FIELDS(STANDARD)${name}${license}` : identity),
    mend: mends.viewAllUsers,
    ...(all && { orElse: queries(least) }),
  };
}

/** @param title falls back on the username: people are found by it, too. */
export function subjectOf(row: Row): Subject {
  const name = text(row, 'Username');
  return {
    kind: 'user',
    id: text(row, 'Id'),
    name,
    title: (hasCell(row, 'Name') && textOrNull(row, 'Name')) || name,
  };
}

export function userOf(row: Row): Part<User> {
  return parsed(ok(row), () => ({
    id: text(row, 'Id'),
    username: text(row, 'Username'),
    name: textOrNull(row, 'Name') ?? text(row, 'Username'),
    isActive: flag(row, 'IsActive'),
    lastLoginDate: timeOrNull(row, 'LastLoginDate'),
    userType: textOrNull(row, 'UserType'),
    flowUser: whereThere(row, 'UserPermissionsInteractionUser', flag),
    passwordExpires: whereThere(row, 'PasswordExpirationDate', timeOrNull),
  }));
}

/** A column that not every org has. */
function whereThere<T>(row: Row, column: string, read: (row: Row, path: string) => T): Part<T> {
  if (hasCell(row, column)) return ok(read(row, column));
  return unavailable({
    code: 'not-in-org',
    message: `This org has no column ${column} on User, or hides it`,
  });
}

/** @param isCustom whether the user's profile is custom, from the profile's permission set. */
export function profileOf(row: Row, isCustom: Part<boolean>): Part<Profile> {
  return parsed(ok(row), () => ({
    id: text(row, 'ProfileId'),
    // Profile filtering hides names and leaves the Id.
    name: textOrNull(row, 'Profile.Name'),
    isCustom,
    license: licenseOf(row),
  }));
}

function licenseOf(row: Row): Profile['license'] {
  const name = 'Profile.UserLicense.Name';
  if (hasCell(row, name) && textOrNull(row, name) !== null) {
    return ok({ name: text(row, name), key: text(row, 'Profile.UserLicense.LicenseDefinitionKey') });
  }
  return unavailable({
    code: 'auditor-blind',
    message: `The licence of ${text(row, 'Username')}'s profile is hidden from the auditor`,
    mend: mends.viewSetup,
  });
}

/** Frozen and locked. UserLogin has no relationship to go through, but its users can be picked. */
export function loginsRead(who: Who): RowsRead {
  return {
    kind: 'rows',
    part: 'the logins',
    soql: who
      .conditions('')
      .map(
        (one) =>
          soql`SELECT UserId, IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId IN (SELECT Id FROM User WHERE ${one})`,
      ),
    mend: mends.manageUsers,
  };
}

/** By user Id. A user without a row is hidden, not free: every user has one (docs/salesforce.md, "The user"). */
export function loginsOf(rows: Part<readonly Row[]>): (userId: string) => Part<Login> {
  const byUser = parsed(rows, (all) => grouped(all, 'UserId'));
  return (userId) => {
    if (byUser.status === 'unavailable') return byUser;
    const [row] = byUser.value.get(userId) ?? [];
    if (row !== undefined) {
      return parsed(ok(row), () => ({
        isFrozen: flag(row, 'IsFrozen'),
        isPasswordLocked: flag(row, 'IsPasswordLocked'),
      }));
    }
    return unavailable({
      code: 'auditor-blind',
      message: 'The org showed no UserLogin record for this user',
      mend: mends.manageUsers,
    });
  };
}
