import type {
  FieldDescription,
  OrgDescription,
  PermissionEntries,
  PermissionSetDescription,
  PermissionSetGroupDescription,
} from '../../src/emulator/org-description.ts';

export const username = 'sync@example.com';

/** What sets one small org apart from another. */
export interface Example {
  readonly profile?: PermissionEntries & { readonly name?: string };
  readonly sets?: Readonly<Record<string, PermissionEntries>>;
  /** Members, and what is muted. */
  readonly groups?: Readonly<
    Record<string, { readonly members: readonly string[]; readonly muting?: PermissionEntries }>
  >;
  readonly fields?: readonly FieldDescription[];
}

/** An org with Account, and one user beside the auditor, who has every group, or every set where there is none. */
export function exampleOrg({ profile = {}, sets = {}, groups = {}, fields = [] }: Example): OrgDescription {
  const permissionSets = Object.entries(sets).map(
    ([name, entries]): PermissionSetDescription => ({ name, label: name, ...entries }),
  );
  const permissionSetGroups = Object.entries(groups).map(
    ([name, { members, muting }]): PermissionSetGroupDescription => ({
      ...{ name, label: name, members },
      ...(muting && { muting: { name: `${name}_Muting`, label: `${name} Muting`, ...muting } }),
    }),
  );
  const someone = { alias: 'one', lastLogin: null } as const;
  const ownProfile = { name: 'Sync', license: 'Salesforce', custom: true, ...profile };
  const auditing = {
    name: 'Audit',
    license: 'Salesforce',
    custom: true,
    system: ['ApiEnabled', 'ViewSetup', 'ViewAllUsers'],
  };
  const assignments =
    permissionSetGroups.length > 0
      ? permissionSetGroups.map(({ name }) => ({ group: name }))
      : permissionSets.map(({ name }) => ({ permissionSet: name }));
  return {
    description: 'One user, one object',
    now: '2026-03-01T12:00:00Z',
    organization: { name: 'Example', type: 'Enterprise Edition' },
    userLicenses: [{ name: 'Salesforce', key: 'SFDC' }],
    objects: { Account: { label: 'Account', fields: [...standardFields, ...fields] } },
    profiles: [ownProfile, auditing],
    permissionSets,
    permissionSetGroups,
    users: [
      { ...someone, username, name: 'Sync', profile: ownProfile.name, assignments },
      { ...someone, username: 'audit@example.com', name: 'Audit', profile: 'Audit' },
    ],
    auditor: 'audit@example.com',
    audit: [{ username, label: 'Sync' }],
  };
}

const standardFields: readonly FieldDescription[] = [
  { name: 'OwnerId', label: 'Owner', type: 'Lookup(User,Group)', permissionable: false },
  { name: 'ParentId', label: 'Parent', type: 'Hierarchy(Account)' },
];
