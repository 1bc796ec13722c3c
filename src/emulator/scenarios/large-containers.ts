import type {
  ObjectRightName,
  OrgDescription,
  PermissionEntries,
  PermissionSetDescription,
  ProfileDescription,
} from '../org-description.ts';
import type { Random } from './random.ts';
import type { OrgSizes } from './scenario-file.ts';

type Containers = Required<Pick<OrgDescription, 'profiles' | 'permissionSets'>>;

/** The described profiles and permission sets, and as many made-up ones as are wanted in all. */
export function madeUpContainers(org: OrgDescription, sizes: OrgSizes, random: Random): Containers {
  const described: Containers = { profiles: org.profiles, permissionSets: org.permissionSets ?? [] };
  const profileCount = sizes.profiles - described.profiles.length;
  const setCount = sizes.permissionSets - described.permissionSets.length;
  const shares = fieldShares(
    sizes.fieldPermissions - fieldPermissionCount(described),
    profileCount + setCount,
  );
  const entries = entryMaker(org, random);
  const profiles = shares.slice(0, profileCount).map(
    (share, index): ProfileDescription => ({
      name: `Team ${index + 1}`,
      license: random.chance(90) ? 'Salesforce' : 'Salesforce Platform',
      custom: true,
      ...entries(share),
    }),
  );
  const permissionSets = shares.slice(profileCount).map(
    (share, index): PermissionSetDescription => ({
      name: `Set_${index + 1}`,
      label: `Set ${index + 1}`,
      ...(random.chance(4) ? { hasActivationRequired: true } : {}),
      ...entries(share),
    }),
  );
  return {
    profiles: [...described.profiles, ...profiles],
    permissionSets: [...described.permissionSets, ...permissionSets],
  };
}

/** How many field permissions profiles and permission sets hold. */
export const fieldPermissionCount = ({ profiles, permissionSets }: Containers): number =>
  [...profiles, ...permissionSets].reduce((sum, { fields = {} }) => sum + Object.keys(fields).length, 0);

/** Splits a number into shares that differ by one at most, so that they add up exactly. */
const fieldShares = (total: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(total / count) + (index < total % count ? 1 : 0));

const commonPermissions = [
  'RunReports',
  'ExportReport',
  'ViewRoles',
  'ConvertLeads',
  'EditEvent',
  'EditTask',
  'ImportLeads',
];
const rarePermissions = [
  'ApiEnabled',
  'RunFlow',
  'CustomizeApplication',
  'ViewSetup',
  'ViewAllData',
  'ManageInteraction',
] as const;
const rightsToChoose: readonly [readonly ObjectRightName[], ...(readonly ObjectRightName[])[]] = [
  ['read'],
  ['create', 'edit'],
  ['delete'],
  ['viewAllRecords'],
  ['create', 'modifyAllRecords'],
];

/** Makes what one container grants: some system permissions, a few objects, and its share of fields. */
function entryMaker(org: OrgDescription, random: Random): (fieldCount: number) => PermissionEntries {
  const objectNames = Object.entries(org.objects)
    .filter(([, { permissionable }]) => permissionable !== false)
    .map(([name]) => name);
  const fieldNames = Object.entries(org.objects).flatMap(([object, { fields }]) =>
    fields.filter(({ permissionable }) => permissionable !== false).map(({ name }) => `${object}.${name}`),
  );
  return (fieldCount) => {
    const rare = random.chance(8) ? [random.pick(rarePermissions)] : [];
    const objects = random
      .sample(objectNames, 1 + random.below(6))
      .map((name) => [name, random.pick(rightsToChoose)] as const);
    const fields = random
      .sample(fieldNames, fieldCount)
      .map((name) => [name, random.chance(50) ? 'edit' : 'read'] as const);
    return {
      system: [...random.sample(commonPermissions, random.below(4)), ...rare],
      objects: Object.fromEntries(objects),
      fields: Object.fromEntries(fields),
    };
  };
}
