import type { ObjectRightName, PermissionEntries } from '../org-description.ts';

/**
 * One indivisible thing a container can carry, as text: `system:ApiEnabled`, `object:Account:read`,
 * `field:Account.Industry:edit`, `flow:Sync`. With atoms containers are plain sets: a group is a union,
 * muting is a difference, a user is a union again.
 */
export type Atom = string;

export const systemAtom = (permission: string): Atom => `system:${permission}`;
export const objectAtom = (object: string, right: ObjectRightName): Atom => `object:${object}:${right}`;
export const fieldAtom = (field: string, right: 'read' | 'edit'): Atom => `field:${field}:${right}`;
export const flowAtom = (flow: string): Atom => `flow:${flow}`;

/**
 * What an atom cannot be without, by its last word (ObjectPermissions and FieldPermissions references, V;
 * that View All Fields needs Read, u) or, for system permissions, by the whole of it (v).
 */
const needs: Readonly<Record<string, readonly string[]>> = {
  create: ['read'],
  edit: ['read'],
  delete: ['read', 'edit'],
  viewAllRecords: ['read'],
  modifyAllRecords: ['read', 'edit', 'delete', 'viewAllRecords'],
  viewAllFields: ['read'],
  ModifyAllData: ['ViewAllData'],
};

/** The atoms this one cannot be without. */
function neededBy(atom: Atom): readonly Atom[] {
  if (atom.startsWith('flow:')) return [];
  const lastWord = atom.slice(atom.lastIndexOf(':') + 1);
  return (needs[lastWord] ?? []).map((word) => atom.slice(0, -lastWord.length) + word);
}

/** The atoms that entries write down, and no more. */
export function writtenIn(entries: PermissionEntries): readonly Atom[] {
  const objects = Object.entries(entries.objects ?? {});
  const fields = Object.entries(entries.fields ?? {});
  return [
    ...(entries.system ?? []).map(systemAtom),
    ...objects.flatMap(([object, rights]) => rights.map((right) => objectAtom(object, right))),
    ...fields.map(([field, right]) => fieldAtom(field, right)),
    ...(entries.flows ?? []).map(flowAtom),
  ];
}

/** The atoms of a saved container: those written down, and those Salesforce turns on with them. */
export function carriedBy(entries: PermissionEntries): ReadonlySet<Atom> {
  return new Set(writtenIn(entries).flatMap((atom) => [atom, ...neededBy(atom)]));
}

/**
 * What muting leaves: an atom goes when it is muted, or anything it cannot be without. So muting Edit of a
 * field leaves it readable, and muting Read of an object takes everything.
 */
export function withoutMuted(atoms: ReadonlySet<Atom>, muting: PermissionEntries): ReadonlySet<Atom> {
  const muted = new Set(writtenIn(muting));
  return new Set([...atoms].filter((atom) => ![atom, ...neededBy(atom)].some((each) => muted.has(each))));
}
