import type {
  OrgDescription,
  PermissionSetDescription,
  PermissionSetGroupDescription,
  ProfileDescription,
} from '../org-description.ts';
import { type Grants, mutedGrants, noGrants, type Savable, savedGrants, unionOf, without } from './grants.ts';
import { makeId } from './ids.ts';
import { isReadOnlyField } from './schema/field-type.ts';

export interface ProfileContainer {
  readonly description: ProfileDescription;
  readonly profileId: string;
  /** The permission set that carries the profile's permissions. */
  readonly setId: string;
  readonly grants: Grants;
}

export interface SetContainer {
  readonly description: PermissionSetDescription;
  readonly setId: string;
  readonly grants: Grants;
}

export interface GroupContainer {
  readonly description: PermissionSetGroupDescription;
  readonly groupId: string;
  /** The aggregate permission set, which an assignment of the group names. */
  readonly setId: string;
  /** What the aggregate answers: stale where the description says so. */
  readonly grants: Grants;
  readonly muting?: { readonly mutingId: string; readonly muted: Grants };
  readonly memberIds: readonly string[];
}

/** Everything in the org that carries permissions. */
export interface Containers {
  readonly profiles: readonly ProfileContainer[];
  readonly sets: readonly SetContainer[];
  readonly groups: readonly GroupContainer[];
}

/** Permission set Ids are numbered through: those of profiles first, then sets, then groups' aggregates. */
export function buildContainers(description: OrgDescription, permissions: readonly string[]): Containers {
  const savable: Savable = {
    permissions: new Set(permissions),
    readOnlyFields: readOnlyFields(description),
  };
  const profiles = description.profiles.map((profile, index) => ({
    description: profile,
    profileId: makeId('00e', index + 1),
    setId: makeId('0PS', index + 1),
    grants: savedGrants(profile, savable),
  }));
  const sets = (description.permissionSets ?? []).map((set, index) => ({
    description: set,
    setId: makeId('0PS', profiles.length + index + 1),
    grants: savedGrants(set, savable),
  }));
  const setsByName = new Map(sets.map((set) => [set.description.name, set]));
  const groups = (description.permissionSetGroups ?? []).map((group, index) => {
    const members = group.members.flatMap((name) => setsByName.get(name) ?? []);
    const setNumber = profiles.length + sets.length + index + 1;
    return buildGroup(group, index + 1, setNumber, members, savable);
  });
  return { profiles, sets, groups };
}

/**
 * A group grants what its members grant, less what its muting set mutes (docs/salesforce.md, "Permission sets").
 * While it is not `Updated`, its aggregate still answers an older state, if the description has one.
 */
function buildGroup(
  group: PermissionSetGroupDescription,
  groupNumber: number,
  setNumber: number,
  members: readonly SetContainer[],
  savable: Savable,
): GroupContainer {
  const muted = group.muting === undefined ? noGrants : mutedGrants(group.muting);
  const computed = without(unionOf(members.map((member) => member.grants)), muted);
  const isStale = (group.status ?? 'Updated') !== 'Updated' && group.staleAggregate !== undefined;
  return {
    description: group,
    groupId: makeId('0PG', groupNumber),
    setId: makeId('0PS', setNumber),
    grants: isStale ? savedGrants(group.staleAggregate ?? {}, savable) : computed,
    ...(group.muting === undefined ? {} : { muting: { mutingId: makeId('0QM', groupNumber), muted } }),
    memberIds: members.map((member) => member.setId),
  };
}

function readOnlyFields(description: OrgDescription): ReadonlySet<string> {
  return new Set(
    Object.entries(description.objects).flatMap(([object, { fields }]) =>
      fields.filter(isReadOnlyField).map((field) => `${object}.${field.name}`),
    ),
  );
}
