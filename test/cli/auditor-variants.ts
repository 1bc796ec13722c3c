import type { OrgDescription, ProfileDescription } from '../../src/emulator/org-description.ts';

/** The same org, seen by an auditor whose profile lacks some of its rights. */
export function withoutRights(org: OrgDescription, missing: readonly string[]): OrgDescription {
  return changedAuditor(org, (profile) => ({
    ...profile,
    system: (profile.system ?? []).filter((permission) => !missing.includes(permission)),
  }));
}

/** The same org, seen by an auditor who holds these rights beside its own. */
export function withRights(org: OrgDescription, more: readonly string[]): OrgDescription {
  return changedAuditor(org, (profile) => ({ ...profile, system: [...(profile.system ?? []), ...more] }));
}

/** The same org, seen by an auditor of the least profile there is, with these permission sets. */
export function withPermissionSets(
  org: OrgDescription,
  sets: readonly { readonly name: string; readonly permissions: readonly string[] }[],
): OrgDescription {
  return {
    ...org,
    permissionSets: [
      ...(org.permissionSets ?? []),
      ...sets.map(({ name, permissions }) => ({ name, label: name, system: permissions })),
    ],
    users: org.users.map((user) =>
      user.username === org.auditor
        ? {
            ...user,
            profile: 'Minimum Access - Salesforce',
            assignments: sets.map(({ name }) => ({ permissionSet: name })),
          }
        : user,
    ),
  };
}

/** The auditor's profile is the auditor's alone: a copy of it, changed, so that nobody else changes with it. */
function changedAuditor(
  org: OrgDescription,
  change: (profile: ProfileDescription) => ProfileDescription,
): OrgDescription {
  const auditor = org.users.find(({ username }) => username === org.auditor);
  const profile = org.profiles.find(({ name }) => name === auditor?.profile);
  if (auditor === undefined || profile === undefined) throw new Error('The org has no auditor');
  const own = { ...change(profile), name: 'The auditor alone', custom: true };
  return {
    ...org,
    profiles: [...org.profiles, own],
    users: org.users.map((user) => (user === auditor ? { ...user, profile: own.name } : user)),
  };
}
