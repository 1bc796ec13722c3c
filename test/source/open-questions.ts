import type {
  ObjectRightName,
  OrgDescription,
  PermissionEntries,
} from '../../src/emulator/org-description.ts';

/**
 * Whether files of the whole org, without a profile, may leave a claim open: which objects have object permissions
 * they show by entries alone, and most standard fields are in no file.
 */
export function mayBeOpen(org: OrgDescription, claim: string): boolean {
  const { object, field, isEffective } = partsOf(claim);
  if (object === undefined) return false;
  if (grantsOn(org, object).length === 0 && (field === undefined || isEffective)) return true;
  return field !== undefined && (!/__c$/.test(field) || mayHideEdit(org, claim));
}

/**
 * Whether a file may be silent about Edit of a field: where a container has View All Fields on its object, a retrieve
 * shows no single field (Metadata API, "PermissionSet").
 */
export function mayHideEdit(org: OrgDescription, claim: string): boolean {
  const { object, right } = partsOf(claim);
  return object !== undefined && right === 'edit' && grantsOn(org, object).includes('viewAllFields');
}

function partsOf(claim: string) {
  const [, object, field, kind, right] =
    /^(\w+)(?:\.(\w+))?: (?:(field-level|effective) )?(\w+)$/.exec(claim) ?? [];
  return { object, field, right, isEffective: kind === 'effective' };
}

/** Every right on an object that any container grants or mutes. */
function grantsOn(org: OrgDescription, object: string): readonly ObjectRightName[] {
  const containers: readonly (PermissionEntries | undefined)[] = [
    ...org.profiles,
    ...(org.permissionSets ?? []),
    ...(org.permissionSetGroups ?? []).map(({ muting }) => muting),
  ];
  return containers.flatMap((each) => each?.objects?.[object] ?? []);
}
