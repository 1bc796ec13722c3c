import * as fc from 'fast-check';
import type {
  OrgDescription,
  PermissionEntries,
  PermissionSetGroupDescription,
} from '../../src/emulator/org-description.ts';
import { randomEntries, savable } from '../access/property/random-entries.ts';
import { grantableIn } from '../access/property/random-ground.ts';
import { readable } from '../access/property/readable-org.ts';

/** Something that somebody does to the metadata of an org. */
export interface Change {
  readonly of: 'set' | 'profile' | 'muting' | 'members';
  /** Which one of these, counted through. */
  readonly which: number;
  readonly way: 'add' | 'replace' | 'clear';
  readonly entries: PermissionEntries;
  readonly members: readonly number[];
}

export const randomChange: fc.Arbitrary<Change> = fc.record({
  of: fc.constantFrom<Change['of']>('set', 'profile', 'muting', 'members'),
  which: fc.nat(3),
  way: fc.constantFrom<Change['way']>('add', 'replace', 'clear'),
  entries: randomEntries,
  members: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
});

/** The org after the change. Who has what assigned stays as it is. */
export function changed(org: OrgDescription, change: Change): OrgDescription {
  const { permissionSets = [], permissionSetGroups = [] } = org;
  const edited = <T extends PermissionEntries>(of: T): T => withEntries(of, change, org);
  switch (change.of) {
    case 'set':
      return readable({ ...org, permissionSets: atOne(permissionSets, change, edited) });
    case 'profile': {
      // The last one is the auditor's, who has to go on reading the org.
      const profiles = [...atOne(org.profiles.slice(0, -1), change, edited), ...org.profiles.slice(-1)];
      return readable({ ...org, profiles });
    }
    case 'muting':
      return readable({
        ...org,
        permissionSetGroups: atOne(permissionSetGroups, change, (group) => ({
          ...group,
          muting: edited(group.muting ?? { name: `New_${group.name}`, label: 'New' }),
        })),
      });
    case 'members':
      return readable({
        ...org,
        permissionSetGroups: atOne(permissionSetGroups, change, (group) => withMembers(group, change, org)),
      });
  }
}

function withMembers(
  group: PermissionSetGroupDescription,
  { members }: Change,
  { permissionSets = [] }: OrgDescription,
): PermissionSetGroupDescription {
  const names = members.flatMap((index) => permissionSets[index]?.name ?? []);
  return names.length === 0 ? group : { ...group, members: names };
}

function atOne<T>(list: readonly T[], { which }: Change, edit: (one: T) => T): readonly T[] {
  return list.map((each, i) => (i === which % list.length ? edit(each) : each));
}

function withEntries<T extends PermissionEntries>(of: T, { way, entries }: Change, org: OrgDescription): T {
  const drawn = savable(entries, grantableIn(org));
  const { system: _, objects: __, fields: ___, flows: ____, ...rest } = of;
  if (way === 'clear') return rest as T;
  return { ...rest, ...(way === 'add' ? bothOf(of, drawn) : drawn) } as T;
}

/** What either grants. Of a field, Edit is the more. */
function bothOf(one: PermissionEntries, other: PermissionEntries): PermissionEntries {
  const objects = { ...one.objects };
  for (const [name, rights] of Object.entries(other.objects ?? {})) {
    objects[name] = [...new Set([...(objects[name] ?? []), ...rights])];
  }
  const edits = [one, other].flatMap(({ fields }) =>
    Object.entries(fields ?? {}).filter(([, right]) => right === 'edit'),
  );
  return {
    system: [...new Set([...(one.system ?? []), ...(other.system ?? [])])],
    objects,
    fields: { ...one.fields, ...other.fields, ...Object.fromEntries(edits) },
    flows: [...new Set([...(one.flows ?? []), ...(other.flows ?? [])])],
  };
}
