import type { AssignmentDescription, OrgDescription, UserDescription } from '../../org-description.ts';
import { apiDate, apiDateTime } from '../clock.ts';
import type { Containers, GroupContainer, SetContainer } from '../containers.ts';
import type { Grants } from '../grants.ts';
import { makeId } from '../ids.ts';
import type { OrgRecord } from '../table.ts';

/** One assignment of a user, resolved; what it grants counts only while {@link isEffective}. */
export interface Assignment {
  readonly userId: string;
  readonly setId: string;
  readonly groupId: string | null;
  readonly grants: Grants;
  /** Undefined for the assignment of the user's own profile. */
  readonly description?: AssignmentDescription;
  readonly isSessionBased: boolean;
}

/** All assignments: the profile's set first, then what the description assigns. */
export function assignmentsOf(
  user: UserDescription,
  userId: string,
  { profiles, sets, groups }: NamedContainers,
): readonly Assignment[] {
  const profile = profiles.get(user.profile);
  const own =
    profile === undefined
      ? []
      : [{ userId, setId: profile.setId, groupId: null, grants: profile.grants, isSessionBased: false }];
  const assigned = (user.assignments ?? []).flatMap((description) => {
    const container: SetContainer | GroupContainer | undefined =
      description.group === undefined
        ? sets.get(description.permissionSet ?? '')
        : groups.get(description.group);
    if (container === undefined) return [];
    return [
      {
        userId,
        setId: container.setId,
        groupId: 'groupId' in container ? container.groupId : null,
        grants: container.grants,
        description,
        isSessionBased: container.description.hasActivationRequired === true,
      },
    ];
  });
  return [...own, ...assigned];
}

export interface NamedContainers {
  readonly profiles: ReadonlyMap<string, Containers['profiles'][number]>;
  readonly sets: ReadonlyMap<string, SetContainer>;
  readonly groups: ReadonlyMap<string, GroupContainer>;
}

export function byName({ profiles, sets, groups }: Containers): NamedContainers {
  return {
    profiles: new Map(profiles.map((container) => [container.description.name, container])),
    sets: new Map(sets.map((container) => [container.description.name, container])),
    groups: new Map(groups.map((container) => [container.description.name, container])),
  };
}

/**
 * Whether an assignment grants anything at the org's own time: active, not revoked, not expired, and
 * activated where it is session-based.
 */
export function isEffective({ description, isSessionBased }: Assignment, now: string): boolean {
  if (description === undefined) return true;
  if (description.active === false || description.revoked === true) return false;
  if (description.expires !== undefined && Date.parse(description.expires) <= Date.parse(now)) return false;
  return !isSessionBased || description.sessionActive === true;
}

/** Rows of PermissionSetAssignment. `IsActive` is what the description says, whatever the expiry says. */
export function assignmentRecords(assignments: readonly Assignment[]): readonly OrgRecord[] {
  return assignments.map(({ userId, setId, groupId, description }, index) => ({
    cells: {
      Id: makeId('0Pa', index + 1),
      AssigneeId: userId,
      PermissionSetId: setId,
      PermissionSetGroupId: groupId,
      ExpirationDate: description?.expires === undefined ? null : apiDateTime(description.expires),
      IsActive: description?.active ?? true,
      IsRevoked: description?.revoked ?? false,
    },
  }));
}

export function sessionActivationRecords(assignments: readonly Assignment[]): readonly OrgRecord[] {
  return assignments
    .filter(({ description }) => description?.sessionActive === true)
    .map(({ userId, setId, groupId }, index) => ({
      cells: {
        Id: makeId('2Ni', index + 1),
        AuthSessionId: makeId('0Ak', index + 1),
        PermissionSetId: setId,
        PermissionSetGroupId: groupId,
        UserId: userId,
      },
    }));
}

export function permissionSetLicenseRecords(
  description: OrgDescription,
  ids: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  return (description.permissionSetLicenses ?? []).map((license) => {
    const used = description.users.filter((user) =>
      user.permissionSetLicenses?.includes(license.name),
    ).length;
    return {
      cells: {
        Id: ids.get(license.name) ?? null,
        DeveloperName: license.name,
        Language: 'en_US',
        MasterLabel: license.label,
        PermissionSetLicenseKey: license.name,
        TotalLicenses: used + 5,
        Status: license.status ?? 'Active',
        ExpirationDate: license.expires === undefined ? null : apiDate(license.expires),
        UsedLicenses: used,
      },
    };
  });
}

export function permissionSetLicenseAssignRecords(
  description: OrgDescription,
  userIds: ReadonlyMap<string, string>,
  licenseIds: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  let number = 0;
  return description.users.flatMap((user) =>
    (user.permissionSetLicenses ?? []).map((name) => ({
      cells: {
        Id: makeId('2LA', ++number),
        PermissionSetLicenseId: licenseIds.get(name) ?? null,
        AssigneeId: userIds.get(user.username) ?? null,
      },
    })),
  );
}
