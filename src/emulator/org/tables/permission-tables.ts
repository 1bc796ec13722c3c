import type { OrgDescription } from '../../org-description.ts';
import type { Containers } from '../containers.ts';
import { makeId } from '../ids.ts';
import { isCustomName } from '../schema/data-object.ts';
import type { OrgRecord } from '../table.ts';
import type { Parent } from './access-tables.ts';

/** Rows of PermissionSet: one a profile, one a set, one a group's aggregate. */
export function permissionSetRecords(
  { profiles, sets, groups }: Containers,
  licenseIds: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  const ofProfiles = profiles.map(({ description, profileId, setId, grants }) => ({
    cells: {
      Id: setId,
      // Name and Label of a profile's set are the profile's Id, and no use to anyone.
      Name: `X${profileId}`,
      Label: profileId,
      LicenseId: licenseIds.get(description.license) ?? null,
      ProfileId: profileId,
      IsOwnedByProfile: true,
      IsCustom: description.custom,
      Type: 'Profile',
    },
    permissions: grants.system,
  }));
  const ofSets = sets.map(({ description, setId, grants }) => ({
    cells: {
      Id: setId,
      Name: description.name,
      Label: description.label,
      LicenseId: licenseIds.get(description.license ?? '') ?? null,
      IsCustom: description.namespace !== 'force',
      NamespacePrefix: description.namespace ?? null,
      HasActivationRequired: description.hasActivationRequired ?? false,
      Type: setTypeOf(description),
    },
    permissions: grants.system,
  }));
  const ofGroups = groups.map(({ description, groupId, setId, grants }) => ({
    cells: {
      Id: setId,
      Name: description.name,
      Label: description.label,
      IsCustom: true,
      HasActivationRequired: description.hasActivationRequired ?? false,
      PermissionSetGroupId: groupId,
      Type: 'Group',
    },
    permissions: grants.system,
  }));
  return [...ofProfiles, ...ofSets, ...ofGroups];
}

function setTypeOf(set: { readonly hasActivationRequired?: boolean; readonly namespace?: string }): string {
  if (set.hasActivationRequired === true) return 'Session';
  return set.namespace === 'force' ? 'Standard' : 'Regular';
}

export function profileRecords(
  { profiles }: Containers,
  licenseIds: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  return profiles.map(({ description, profileId, grants }) => ({
    cells: {
      Id: profileId,
      Name: description.name,
      UserLicenseId: licenseIds.get(description.license) ?? null,
      UserType: 'Standard',
    },
    permissions: grants.system,
  }));
}

export function groupRecords({ groups }: Containers): readonly OrgRecord[] {
  return groups.map(({ description, groupId }) => ({
    cells: {
      Id: groupId,
      DeveloperName: description.name,
      Language: 'en_US',
      MasterLabel: description.label,
      NamespacePrefix: null,
      Status: description.status ?? 'Updated',
      HasActivationRequired: description.hasActivationRequired ?? false,
    },
  }));
}

/** Members of groups; the muting set is a member too, by its own Id (docs/salesforce.md, trap 4). */
export function groupComponentRecords({ groups }: Containers): readonly OrgRecord[] {
  let number = 0;
  return groups.flatMap(({ groupId, memberIds, muting }) =>
    [...memberIds, ...(muting === undefined ? [] : [muting.mutingId])].map((memberId) => ({
      cells: { Id: makeId('0PM', ++number), PermissionSetGroupId: groupId, PermissionSetId: memberId },
    })),
  );
}

export function mutingRecords({ groups }: Containers): readonly OrgRecord[] {
  return groups.flatMap(({ description, muting }) => {
    if (muting === undefined || description.muting === undefined) return [];
    const { name, label } = description.muting;
    return [
      {
        cells: { Id: muting.mutingId, DeveloperName: name, Language: 'en_US', MasterLabel: label },
        permissions: muting.muted.system,
      },
    ];
  });
}

/** Everything that can be the parent of an object or field permission. */
export function parentsOf({ profiles, sets, groups }: Containers): readonly Parent[] {
  const granting = [...profiles, ...sets, ...groups].map(({ setId, grants }) => ({
    parentId: setId,
    grants,
    isMuting: false,
  }));
  const muting = groups.flatMap(({ muting }) =>
    muting === undefined ? [] : [{ parentId: muting.mutingId, grants: muting.muted, isMuting: true }],
  );
  return [...granting, ...muting];
}

/** `Contact.AccountId` was spelled `Contact.Account` before 50.0; custom lookups keep their name. */
export function lookupSpellings(objects: OrgDescription['objects']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(objects).flatMap(([object, { fields }]) =>
      fields
        .filter(
          ({ name, type }) => /^(lookup|hierarchy)/i.test(type) && name.endsWith('Id') && !isCustomName(name),
        )
        .map(({ name }) => [`${object}.${name}`, `${object}.${name.slice(0, -2)}`] as const),
    ),
  );
}
