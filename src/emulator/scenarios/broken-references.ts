import type { OrgDescription, PermissionEntries } from '../org-description.ts';

/** Where a description names what it does not describe, one sentence each; a schema cannot see that. */
export function brokenReferences(org: OrgDescription): readonly string[] {
  const licenses = org.userLicenses.map(({ name }) => name);
  const setLicenses = (org.permissionSetLicenses ?? []).map(({ name }) => name);
  const sets = (org.permissionSets ?? []).map(({ name }) => name);
  const groups = (org.permissionSetGroups ?? []).map(({ name }) => name);
  const profiles = org.profiles.map(({ name }) => name);
  const usernames = org.users.map(({ username }) => username);
  const expect = (known: readonly string[], what: string) => {
    const names = new Set(known);
    return (by: string, wanted: readonly (string | undefined)[]) =>
      wanted
        .filter((name): name is string => name !== undefined && !names.has(name))
        .map((name) => `${by} names the ${what} '${name}', which is not described`);
  };
  const license = expect(licenses, 'user licence');
  const anyLicense = expect([...licenses, ...setLicenses], 'licence');
  const setLicense = expect(setLicenses, 'permission set licence');
  const set = expect(sets, 'permission set');
  const group = expect(groups, 'permission set group');
  const profile = expect(profiles, 'profile');
  const username = expect(usernames, 'user');
  return [
    ...org.profiles.flatMap(({ name, license: wanted }) => license(`profile '${name}'`, [wanted])),
    ...(org.permissionSets ?? []).flatMap((each) =>
      anyLicense(`permission set '${each.name}'`, [each.license]),
    ),
    ...(org.permissionSetGroups ?? []).flatMap(({ name, members }) => set(`group '${name}'`, members)),
    ...org.users.flatMap(
      ({ username: by, profile: wanted, assignments = [], permissionSetLicenses = [] }) => [
        ...profile(by, [wanted]),
        ...set(
          by,
          assignments.map(({ permissionSet }) => permissionSet),
        ),
        ...group(
          by,
          assignments.map((each) => each.group),
        ),
        ...setLicense(by, permissionSetLicenses),
      ],
    ),
    ...username('auditor', [org.auditor]),
    ...username(
      'audit',
      org.audit.map((each) => each.username),
    ),
    ...brokenEntries(org, expect),
    ...duplicates('user', usernames),
    ...duplicates('profile', profiles),
    ...duplicates('permission set', sets),
    ...duplicates('permission set group', groups),
  ];
}

type Expect = (
  known: readonly string[],
  what: string,
) => (by: string, wanted: readonly string[]) => readonly string[];

function brokenEntries(org: OrgDescription, expect: Expect): readonly string[] {
  const object = expect(Object.keys(org.objects), 'object');
  const flow = expect(
    (org.flows ?? []).map(({ name }) => name),
    'flow',
  );
  const field = expect(
    Object.entries(org.objects).flatMap(([name, { fields }]) => fields.map((each) => `${name}.${each.name}`)),
    'field',
  );
  const containers: readonly (PermissionEntries & { readonly name: string })[] = [
    ...org.profiles,
    ...(org.permissionSets ?? []),
    ...(org.permissionSetGroups ?? []).flatMap(({ name, muting, staleAggregate }) => [
      ...(muting === undefined ? [] : [muting]),
      ...(staleAggregate === undefined ? [] : [{ name, ...staleAggregate }]),
    ]),
  ];
  return containers.flatMap(({ name, objects = {}, fields = {}, flows = [] }) => [
    ...object(`'${name}'`, Object.keys(objects)),
    ...field(`'${name}'`, Object.keys(fields)),
    ...flow(`'${name}'`, flows),
  ]);
}

const duplicates = (what: string, names: readonly string[]) =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `two of the ${what}s are called '${name}'`,
  );
