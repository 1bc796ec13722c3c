import type { NeedName, Needs } from '../model/needs.ts';

/** A right of the auditing user, and the parts of what is read that stand on it. */
export interface AuditorRight {
  /** API name, such as `ViewSetup`. */
  readonly permission: string;
  /** The needs that cannot be answered without it; `all`: nothing can be read at all. */
  readonly opens: readonly NeedName[] | 'all';
  /** What it shows: a clause. */
  readonly shows: string;
  /** Where that is documented, or how it is known. */
  readonly source: string;
}

/**
 * Every right that an auditor may need. The organization, the user's own row and UserPermissionAccess are not here:
 * they ask for nothing beside the API and a user that is visible.
 */
export const auditorRights: readonly AuditorRight[] = [
  {
    permission: 'ApiEnabled',
    opens: 'all',
    shows: 'anything at all: without it the org refuses every call',
    source: 'REST API Developer Guide, Requirements: the API Enabled permission',
  },
  {
    permission: 'ViewSetup',
    opens: [
      ...(['profile', 'systemPermissions', 'objects', 'fields'] as const),
      ...(['flows', 'permissionSetLicenses', 'assignments', 'limits'] as const),
    ],
    shows:
      'permission sets and their assignments, object, field and flow permissions, the field catalogue and the API limits',
    source:
      'Object Reference, Special Access Rules of PermissionSet, PermissionSetAssignment, ObjectPermissions, ' +
      'FieldPermissions and SetupEntityAccess; REST API Developer Guide, Limits',
  },
  {
    permission: 'ViewAllUsers',
    opens: ['profilePeers'],
    shows: 'every user, also where the org keeps users from seeing each other',
    source: 'Salesforce Help, User Sharing: View All Users',
  },
  {
    permission: 'ManageUsers',
    opens: ['login'],
    shows: 'whether the audited user is frozen or locked out (UserLogin)',
    source: 'Object Reference, Special Access Rules of UserLogin',
  },
];

/** Whether these needs ask for something that the right shows. */
export const isNeeded = ({ opens }: AuditorRight, needs: Needs): boolean =>
  opens === 'all' || opens.some((name) => asksFor(needs, name));

/** The needs that stand on rights that are missing. */
export function blindNeeds(needs: Needs, missing: readonly string[]): ReadonlySet<NeedName> {
  const asked = (Object.keys(needs) as NeedName[]).filter((name) => asksFor(needs, name));
  const lacking = auditorRights.filter(({ permission }) => missing.includes(permission));
  return new Set(
    asked.filter((name) => lacking.some(({ opens }) => opens === 'all' || opens.includes(name))),
  );
}

function asksFor(needs: Needs, name: NeedName): boolean {
  const need = needs[name];
  return need === true || (need !== undefined && need.length > 0);
}

/**
 * What Salesforce wants beside a permission in the same permission set, or it refuses to save it ("Permission X
 * depends on permission(s): Y"). There is no list of Salesforce's own; docs/auditor.md and docs/remedy.md say how each is
 * known.
 */
export const dependencies: Readonly<Record<string, readonly string[]>> = {
  CustomizeApplication: ['ManageCustomPermissions', 'ViewRoles', 'ViewSetup'],
  ViewSetup: ['ViewRoles'],
  ManageUsers: [
    ...['AssignPermissionSets', 'DelegatedTwoFactor', 'FreezeUsers', 'ManageInternalUsers'],
    ...['ManageIpAddresses', 'ManageLoginAccessPolicies', 'ManagePasswordPolicies'],
    ...['ManageProfilesPermissionsets', 'ManageRoles', 'ManageSharing', 'MonitorLoginHistory'],
    ...['ResetPasswords', 'ViewAllUsers', 'ViewRoles', 'ViewSetup'],
  ],
};

/** The permissions with all that they depend on: sorted, each once. */
export const withDependencies = (permissions: readonly string[]): readonly string[] =>
  [
    ...new Set(permissions.flatMap((permission) => [permission, ...(dependencies[permission] ?? [])])),
  ].toSorted();
