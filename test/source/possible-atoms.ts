import { type Atom, carriedBy } from '../../src/emulator/effective-access/atoms.ts';
import { isReadOnlyField } from '../../src/emulator/org/schema/field-type.ts';
import type { OrgDescription, PermissionEntries } from '../../src/emulator/org-description.ts';
import { objectRights, systemPermissions } from '../access/property/random-entries.ts';

/** Names in any spelling a file may have, as the description has them; those of other things stay away. */
export function canonical(org: OrgDescription, said: PermissionEntries): PermissionEntries {
  const objects = Object.keys(org.objects);
  const fields = Object.entries(org.objects).flatMap(([object, each]) =>
    each.fields.map(({ name }) => `${object}.${name}`),
  );
  const find = (names: readonly string[], name: string) =>
    names.find((each) =>
      [each, each.replace(/Id$/, '')].some((one) => one.toLowerCase() === name.toLowerCase()),
    );
  const renamed = <T>(record: Readonly<Record<string, T>> | undefined, names: readonly string[]) =>
    Object.fromEntries(
      Object.entries(record ?? {}).flatMap(([name, value]) => {
        const known = find(names, name);
        return known === undefined ? [] : [[known, value]];
      }),
    );
  return {
    system: (said.system ?? []).flatMap((name) => find(systemPermissions, name) ?? []),
    objects: renamed(said.objects, objects),
    fields: renamed(said.fields, fields),
    flows: (said.flows ?? []).map((name) => name.replace(/^iv__/, '')),
  };
}

/** Everything that anybody could hold in the org. */
export function everyAtomOf({ objects, flows = [] }: OrgDescription): ReadonlySet<Atom> {
  const fields = Object.entries(objects).flatMap(([object, each]) =>
    each.fields.map(({ name }) => [`${object}.${name}`, 'edit'] as const),
  );
  return carriedBy({
    system: systemPermissions,
    objects: Object.fromEntries(Object.keys(objects).map((name) => [name, objectRights])),
    fields: Object.fromEntries(fields),
    flows: flows.map(({ name }) => name),
  });
}

/** Sorted, without what no container can have: Edit of computed fields, and permissions the org lacks. */
export function possibleOf(org: OrgDescription, atoms: ReadonlySet<Atom>): readonly Atom[] {
  const computed = Object.entries(org.objects).flatMap(([object, { fields }]) =>
    fields.filter(isReadOnlyField).map(({ name }) => `field:${object}.${name}:edit`),
  );
  const never = new Set([...computed, ...(org.absentPermissions ?? []).map((name) => `system:${name}`)]);
  return [...atoms].filter((atom) => !never.has(atom)).toSorted();
}
