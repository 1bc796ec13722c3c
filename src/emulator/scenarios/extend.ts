import { knownPermissions } from '../org/editions.ts';
import type { OrgDescription, PermissionEntries } from '../org-description.ts';
import type { ExtendingScenario } from './scenario-file.ts';

/**
 * Lays a scenario's own keys over the org it extends: objects and packages by key, named lists by name
 * (the same name replaces, a new one is added), all else as a whole. Permissions that the new org does not
 * know, for its edition or as it says itself, are taken out of what it inherits.
 */
export function extendOrg(
  base: OrgDescription,
  { extends: _, ...changes }: ExtendingScenario,
): OrgDescription {
  const type = (changes.organization ?? base.organization).type;
  const known = new Set(knownPermissions(type, changes.absentPermissions ?? base.absentPermissions ?? []));
  return {
    ...base,
    ...changes,
    objects: { ...base.objects, ...changes.objects },
    packages: { ...base.packages, ...changes.packages },
    userLicenses: byName(base.userLicenses, changes.userLicenses),
    permissionSetLicenses: byName(base.permissionSetLicenses, changes.permissionSetLicenses),
    flows: byName(base.flows, changes.flows),
    profiles: byName(base.profiles.map(only(known)), changes.profiles),
    permissionSets: byName(base.permissionSets?.map(only(known)), changes.permissionSets),
    permissionSetGroups: byName(base.permissionSetGroups, changes.permissionSetGroups),
    users: layOver(base.users, changes.users ?? [], ({ username }) => username),
  };
}

const only =
  (known: ReadonlySet<string>) =>
  <T extends PermissionEntries>(container: T): T =>
    container.system === undefined
      ? container
      : { ...container, system: container.system.filter((name) => known.has(name)) };

const byName = <T extends { readonly name: string }>(base: readonly T[] = [], changes: readonly T[] = []) =>
  layOver(base, changes, ({ name }) => name);

function layOver<T>(base: readonly T[], changes: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const changed = new Map(changes.map((item) => [keyOf(item), item]));
  const kept = base.map((item) => changed.get(keyOf(item)) ?? item);
  const known = new Set(base.map(keyOf));
  return [...kept, ...changes.filter((item) => !known.has(keyOf(item)))];
}
