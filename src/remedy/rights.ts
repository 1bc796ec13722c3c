import { type Atom, atomsIn, entriesFrom } from '../access/atoms.ts';
import { indexSnapshot } from '../access/container-index.ts';
import type { Access } from '../model/access.ts';
import type { Entries } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { objectRights } from '../salesforce/labels.ts';
import { candidateEntries } from './candidate-entries.ts';
import { requiredEntries } from './required-entries.ts';
import { strengthOf, weightOf } from './strong-rights.ts';

/** A right that a permission set could hold, with all that has to stand beside it. */
export interface Right {
  readonly key: string;
  readonly atom: Atom;
  /** Keys of the rights without which Salesforce does not save it. */
  readonly requires: ReadonlySet<string>;
  readonly weight: number;
  /** What its holder can do, where that is much. */
  readonly strong: string | null;
}

/** Rights by their keys, and with each all that it requires. */
export type Rights = ReadonlyMap<string, Right>;

/** Some rights, by their keys. */
export type Keys = ReadonlySet<string>;

/** Every right among what was collected that the subject does not surely hold for good, and what those require. */
export function grantableRights(snapshot: Snapshot, access: Access, includeDoubts: boolean): Rights {
  const ground = { snapshot, index: indexSnapshot(snapshot) };
  const rights = new Map<string, Right>();
  const add = (atom: Atom): Keys => {
    const known = rights.get(atom.key);
    if (known !== undefined) return known.requires;
    const beside = atomsIn(requiredEntries(atom, snapshot)).filter(({ key }) => key !== atom.key);
    const requires = new Set(beside.flatMap((each) => [each.key, ...add(each)]));
    const right = { requires, weight: weightOf(atom), strong: strengthOf(atom) };
    rights.set(atom.key, { key: atom.key, atom, ...right });
    return requires;
  };
  for (const atom of atomsIn(candidateEntries(ground, access, includeDoubts))) add(atom);
  return rights;
}

/** These rights with all that they require. */
export const withRequired = (keys: Iterable<string>, rights: Rights): Keys =>
  new Set([...keys].flatMap((key) => [key, ...(rights.get(key)?.requires ?? [])]));

/** What is left of rights without some of them, and without what cannot be without those. */
export function withoutRights(keys: Keys, gone: Keys, rights: Rights): Keys {
  const stays = (key: string): boolean =>
    !gone.has(key) && ![...(rights.get(key)?.requires ?? [])].some((required) => gone.has(required));
  return new Set([...keys].filter(stays));
}

/** These rights in the order in which a permission set shows them. */
export const inOrder = (keys: Keys, rights: Rights): readonly Right[] =>
  [...keys]
    .flatMap((key) => rights.get(key) ?? [])
    .map((right) => ({ right, place: placeOf(right.atom) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ right }) => right);

/** What sorts system permissions before objects, fields and flows, and Read before Edit. */
function placeOf(atom: Atom): string {
  switch (atom.kind) {
    case 'system':
      return `0 ${atom.permission}`;
    case 'object':
      return `1 ${atom.object} ${objectRights.indexOf(atom.right)}`;
    case 'field':
      return `2 ${atom.object}.${atom.field} ${atom.right === 'read' ? 0 : 1}`;
    case 'flow':
      return `3 ${atom.flowId}`;
  }
}

/** The entries of a permission set that holds these rights and no others. */
export const entriesWith = (keys: Keys, rights: Rights): Entries =>
  entriesFrom(inOrder(keys, rights).map(({ atom }) => atom));
