import type { OrgDescription, UserDescription } from '../org-description.ts';
import { readFieldType } from './schema/field-type.ts';
import { grantChecker } from './validate-grants.ts';

/**
 * Refuses a description that no org could have: names that lead nowhere, names used twice, what is no
 * permission at all. The sentence names the culprit. A permission that only this org lacks is no fault: it
 * is just not saved.
 */
export function validateDescription(description: OrgDescription): void {
  checkMoment('now', description.now);
  checkUnique(
    'username',
    description.users.map(({ username }) => username.toLowerCase()),
  );
  checkUnique(
    'profile name',
    description.profiles.map(({ name }) => name),
  );
  checkUnique(
    'permission set name',
    (description.permissionSets ?? []).map(({ name }) => name),
  );
  checkUnique(
    'permission set group name',
    (description.permissionSetGroups ?? []).map(({ name }) => name),
  );
  checkUnique(
    'flow name',
    (description.flows ?? []).map(({ name }) => name),
  );
  checkObjects(description);
  checkContainers(description);
  const usernames = new Set(description.users.map(({ username }) => username));
  for (const username of [description.auditor, ...description.audit.map((subject) => subject.username)]) {
    if (!usernames.has(username))
      throw new Error(`There is no user '${username}', whom auditor or audit names.`);
  }
  const checkUser = userChecker(description);
  for (const user of description.users) checkUser(user);
}

function checkUnique(what: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new Error(`The ${what} '${name}' is used twice.`);
    seen.add(name);
  }
}

function checkMoment(what: string, moment: string | null | undefined): void {
  if (moment === null || moment === undefined) return;
  if (Number.isNaN(Date.parse(moment)))
    throw new Error(`${what} is '${moment}', which is no ISO 8601 moment.`);
}

function checkKnown(known: ReadonlySet<string>, name: string, sentence: string): void {
  if (!known.has(name)) throw new Error(`${sentence} '${name}', which is not described.`);
}

function checkObjects({ objects }: OrgDescription): void {
  for (const [object, { fields }] of Object.entries(objects)) {
    checkUnique(
      `field name on ${object}`,
      fields.map(({ name }) => name.toLowerCase()),
    );
    for (const { name, type } of fields) {
      if (readFieldType(type) === undefined)
        throw new Error(`Field ${object}.${name} has the unknown type '${type}'.`);
    }
  }
}

function checkContainers(description: OrgDescription): void {
  const userLicenses = new Set(description.userLicenses.map(({ name }) => name));
  const allLicenses = new Set([
    ...userLicenses,
    ...(description.permissionSetLicenses ?? []).map(({ name }) => name),
  ]);
  const check = grantChecker(description);
  for (const profile of description.profiles) {
    checkKnown(userLicenses, profile.license, `Profile '${profile.name}' has the user licence`);
    check(`Profile '${profile.name}'`, profile);
  }
  const sets = new Set((description.permissionSets ?? []).map(({ name }) => name));
  for (const set of description.permissionSets ?? []) {
    if (set.license !== undefined)
      checkKnown(allLicenses, set.license, `Permission set '${set.name}' has the licence`);
    check(`Permission set '${set.name}'`, set);
  }
  for (const group of description.permissionSetGroups ?? []) {
    for (const member of group.members) checkKnown(sets, member, `Group '${group.name}' has the member`);
    if (group.muting !== undefined) check(`Muting set '${group.muting.name}'`, group.muting);
    if (group.staleAggregate !== undefined)
      check(`The stale aggregate of '${group.name}'`, group.staleAggregate);
  }
}

/** Checks that everything a user has exists. */
function userChecker(description: OrgDescription): (user: UserDescription) => void {
  const names = (described: readonly { readonly name: string }[] | undefined): ReadonlySet<string> =>
    new Set((described ?? []).map(({ name }) => name));
  const profiles = names(description.profiles);
  const sets = names(description.permissionSets);
  const groups = names(description.permissionSetGroups);
  const setLicenses = names(description.permissionSetLicenses);
  return (user) => {
    const who = `User '${user.username}'`;
    checkKnown(profiles, user.profile, `${who} has the profile`);
    checkMoment(`${who}: lastLogin`, user.lastLogin);
    checkMoment(`${who}: passwordExpires`, user.passwordExpires);
    for (const name of user.permissionSetLicenses ?? []) {
      checkKnown(setLicenses, name, `${who} has the permission set licence`);
    }
    for (const { permissionSet, group, expires } of user.assignments ?? []) {
      if ((permissionSet === undefined) === (group === undefined)) {
        throw new Error(`${who} has an assignment that names not exactly one of permissionSet and group.`);
      }
      if (permissionSet !== undefined)
        checkKnown(sets, permissionSet, `${who} is assigned the permission set`);
      if (group !== undefined) checkKnown(groups, group, `${who} is assigned the group`);
      checkMoment(`${who}: expires`, expires);
    }
  };
}
