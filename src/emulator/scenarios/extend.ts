import type { OrgDescription } from '../org-description.ts';
import type { ExtendingScenario } from './scenario-file.ts';

/**
 * Lays a scenario's own keys over the org it extends: objects and packages by key, named lists by name
 * (the same name replaces, a new one is added), all else as a whole.
 */
export function extendOrg(
  base: OrgDescription,
  { extends: _, ...changes }: ExtendingScenario,
): OrgDescription {
  return {
    ...base,
    ...changes,
    objects: { ...base.objects, ...changes.objects },
    packages: { ...base.packages, ...changes.packages },
    userLicenses: byName(base.userLicenses, changes.userLicenses),
    permissionSetLicenses: byName(base.permissionSetLicenses, changes.permissionSetLicenses),
    flows: byName(base.flows, changes.flows),
    profiles: byName(base.profiles, changes.profiles),
    permissionSets: byName(base.permissionSets, changes.permissionSets),
    permissionSetGroups: byName(base.permissionSetGroups, changes.permissionSetGroups),
    users: layOver(base.users, changes.users ?? [], ({ username }) => username),
  };
}

const byName = <T extends { readonly name: string }>(base: readonly T[] = [], changes: readonly T[] = []) =>
  layOver(base, changes, ({ name }) => name);

function layOver<T>(base: readonly T[], changes: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const changed = new Map(changes.map((item) => [keyOf(item), item]));
  const kept = base.map((item) => changed.get(keyOf(item)) ?? item);
  const known = new Set(base.map(keyOf));
  return [...kept, ...changes.filter((item) => !known.has(keyOf(item)))];
}
