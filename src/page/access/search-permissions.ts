import type { Access } from '../../model/access.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { permissionLabel } from '../../salesforce/labels.ts';
import { nameKey } from '../../salesforce/names.ts';
import { keyOf, type Permission } from './permissions.ts';

/** Something that can be searched for. */
export interface Findable {
  /** Null: the org has it, and who may do what with it was not read. */
  readonly permission: Permission | null;
  readonly title: string;
  /** Its other names. */
  readonly aliases: readonly string[];
  /** All of it in lower case. */
  readonly text: string;
}

export interface Found {
  readonly first: readonly Findable[];
  /** How many there are in all. */
  readonly total: number;
}

/** Why there is nothing to see of it. */
export const notRead = 'was not read: no requirement asks for it';

/** All that was decided, and all that the snapshot names beside it. */
export function findables(
  permissions: readonly Permission[],
  access: Access,
  snapshot: Snapshot,
): readonly Findable[] {
  return [
    ...permissions.map((permission) => findable(permission, permission.title, permission.aliases)),
    ...unreadOf(access, snapshot),
  ];
}

const findable = (permission: Permission | null, title: string, aliases: readonly string[]): Findable => ({
  permission,
  title,
  aliases,
  text: [title, ...aliases].map(nameKey).join('\n'),
});

/** System permissions, objects and fields that the org has and that no requirement asks for. */
function unreadOf(access: Access, snapshot: Snapshot): readonly Findable[] {
  const { availablePermissions, permissionableObjects, catalogue } = snapshot;
  const asked = new Set(
    [
      ...Object.keys(access.systemPermissions).map(keyOf.system),
      ...Object.keys(access.objects),
      ...Object.entries(access.fields).flatMap(([name, { asked, field }]) => [
        name,
        `${asked.object}.${field.status === 'ok' ? field.value?.name : asked.configured}`,
      ]),
    ].map(nameKey),
  );
  const isUnread = (name: string): boolean => !asked.has(nameKey(name));
  return [
    ...valuesOf(availablePermissions)
      .filter(isUnread)
      .map((name) => findable(null, permissionLabel(name), [name])),
    ...valuesOf(permissionableObjects)
      .filter(isUnread)
      .map((name) => findable(null, name, [])),
    ...Object.entries(catalogue).flatMap(([object, part]) =>
      (part.status === 'ok' ? part.value.fields : [])
        .filter(({ name }) => isUnread(`${object}.${name}`))
        .map(({ name, label }) => findable(null, `${object}.${name}`, [label])),
    ),
  ];
}

const valuesOf = (part: Snapshot['availablePermissions']): readonly string[] =>
  part.status === 'ok' ? part.value : [];

/** Everything in whose names all words of a query are; what was read first, and names alike before names with it. */
export function search(query: string, among: readonly Findable[], most: number): Found {
  const wanted = nameKey(query.trim());
  const words = wanted.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return { first: [], total: 0 };
  const found = among
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((each) => ({ each, rank: rankOf(each, wanted) }))
    .toSorted((a, b) => a.rank - b.rank);
  return { first: found.slice(0, most).map(({ each }) => each), total: found.length };
}

function rankOf({ permission, text }: Findable, wanted: string): number {
  const names = text.split('\n');
  const nearness = names.some((name) => name === wanted)
    ? 0
    : names.some((name) => name.startsWith(wanted))
      ? 1
      : 2;
  return permission === null ? nearness + 3 : nearness;
}
