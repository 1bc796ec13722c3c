import { carriedBy, systemAtom } from '../../../src/emulator/effective-access/atoms.ts';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';

/**
 * Whether placeholder rows outlive their reason in this org. A set with View All Data or Modify All Data has
 * placeholder rows for the rights that come of it. When a group that is out of date mutes that permission in a
 * member, the rows will go with it; read as rows like any other, they seem to stay.
 */
export function hasLeftoverPlaceholders({
  permissionSets,
  permissionSetGroups = [],
}: OrgDescription): boolean {
  const sets = new Map(permissionSets?.map((set) => [set.name, carriedBy(set)]));
  return permissionSetGroups.some(({ status = 'Updated', muting, members }) => {
    const mutesAllData = muting?.system?.some((name) => name === 'ViewAllData' || name === 'ModifyAllData');
    if (status === 'Updated' || mutesAllData !== true) return false;
    return members.some((member) => sets.get(member)?.has(systemAtom('ViewAllData')));
  });
}
