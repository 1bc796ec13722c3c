import type { AssignmentDescription, OrgDescription } from '../../src/emulator/org-description.ts';
import { readable } from '../access/property/readable-org.ts';

/** The org once every group is recalculated: what files say of groups is so then, and not before. */
export function recalculated(org: OrgDescription): OrgDescription {
  const groups = (org.permissionSetGroups ?? []).map(({ status: _, staleAggregate: __, ...group }) => group);
  return readable({ ...org, permissionSetGroups: groups });
}

/**
 * The org with those assignments alone that a persona can be made of: in force, and of sets and groups that give in
 * every session what they have.
 */
export function settled(org: OrgDescription): OrgDescription {
  const { permissionSets = [], permissionSetGroups = [], now } = org;
  const sessionBased = new Set(
    [
      ...permissionSets.map((set) => ({ ...set, key: `set ${set.name}` })),
      ...permissionSetGroups.map((group) => ({ ...group, key: `group ${group.name}` })),
    ].flatMap(({ hasActivationRequired, key }) => (hasActivationRequired === true ? [key] : [])),
  );
  const lasts = ({ active, revoked, expires, permissionSet, group }: AssignmentDescription) =>
    active !== false &&
    revoked !== true &&
    (expires === undefined || Date.parse(expires) > Date.parse(now)) &&
    !sessionBased.has(permissionSet === undefined ? `group ${group}` : `set ${permissionSet}`);
  return recalculated({
    ...org,
    users: org.users.map((user) => ({ ...user, assignments: (user.assignments ?? []).filter(lasts) })),
  });
}

/** Nobody has anything by a profile, but the auditor, who has to read the org. */
export const withoutProfiles = (org: OrgDescription): OrgDescription =>
  readable({
    ...org,
    profiles: org.profiles.map((profile) => {
      if (org.users.some(({ username, profile: own }) => username === org.auditor && own === profile.name))
        return profile;
      const { name, license, custom } = profile;
      return { name, license, custom };
    }),
  });
