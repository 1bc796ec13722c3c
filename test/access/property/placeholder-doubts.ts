import { carriedBy, systemAtom } from '../../../src/emulator/effective-access/atoms.ts';
import { waysTo } from '../../../src/emulator/effective-access/ways.ts';
import type { Described } from './claimed-ways.ts';

const ofAllData = /: (effective )?(read|edit|delete|viewAllRecords|modifyAllRecords)$/;

/**
 * Where the product may doubt what arithmetic denies. A set with View All Data or Modify All Data has placeholder
 * rows for the rights that come of it. When a group that is out of date mutes the permission in such a member,
 * the rows go with it; but the collector reads them as rows like any other, so they may seem to stay.
 */
export function mayBeDoubted({ org, username }: Described, claim: string): boolean {
  if (!ofAllData.test(claim)) return false;
  const sets = new Map(org.permissionSets?.map((set) => [set.name, carriedBy(set)]));
  const assigned = waysTo(org, username).filter(({ kind, inForce }) => kind === 'group' && inForce);
  return assigned.some(({ name }) => {
    const group = org.permissionSetGroups?.find((each) => each.name === name);
    if (group?.muting === undefined || (group.status ?? 'Updated') === 'Updated') return false;
    return group.members.some((member) => sets.get(member)?.has(systemAtom('ViewAllData')));
  });
}
