import type { FieldRight } from '../model/access.ts';
import type { Container, Entries, ObjectRight } from '../model/container.ts';
import type { Location, Part } from '../model/part.ts';
import { objectRights } from '../salesforce/labels.ts';
import { systemCausesOf } from './implications.ts';
import { keyOf, keysOf, requiredBy, type Target } from './ways.ts';

/** One right of one entry: what can be granted, muted or taken away by itself. */
export type Atom = {
  readonly key: string;
  /** Keys of what it cannot be without. */
  readonly requires: readonly string[];
  readonly at?: Location;
} & (
  | { readonly kind: 'system'; readonly permission: string }
  | { readonly kind: 'object'; readonly object: string; readonly right: ObjectRight }
  | { readonly kind: 'field'; readonly object: string; readonly field: string; readonly right: FieldRight }
  | { readonly kind: 'flow'; readonly flowId: string }
);

/** What a container's own entries grant; parts that could not be read have none. */
export const atomsOf = ({ systemPermissions, objects, fields, flows }: Container): readonly Atom[] =>
  atomsIn({
    systemPermissions: valuesOf(systemPermissions),
    objects: valuesOf(objects),
    fields: valuesOf(fields),
    flows: valuesOf(flows),
  });

export const atomsIn = ({ systemPermissions, objects, fields, flows }: Entries): readonly Atom[] => [
  ...systemPermissions.map(({ permission, at }) => systemAtom(permission, at)),
  // What only a placeholder row shows comes of View All Data or Modify All Data, and goes where they go.
  ...objects.flatMap(({ object, rights, inferred = [], at }) =>
    rights.filter((right) => !inferred.includes(right)).map((right) => objectAtom(object, right, at)),
  ),
  ...fields.flatMap(({ object, field, read, edit, at }) => [
    ...(read ? [fieldAtom(object, field, 'read', at)] : []),
    ...(edit ? [fieldAtom(object, field, 'edit', at)] : []),
  ]),
  ...flows.map(({ flowId, at }) => flowAtom(flowId, at)),
];

/** Atoms as entries, one a right. */
export const entriesFrom = (atoms: readonly Atom[]): Entries => ({
  systemPermissions: atoms.flatMap((atom) =>
    atom.kind === 'system' ? [{ permission: atom.permission, ...placed(atom) }] : [],
  ),
  objects: atoms.flatMap((atom) =>
    atom.kind === 'object' ? [{ object: atom.object, rights: [atom.right], ...placed(atom) }] : [],
  ),
  fields: atoms.flatMap((atom) =>
    atom.kind === 'field'
      ? [
          {
            ...{ object: atom.object, field: atom.field },
            ...{ read: atom.right === 'read', edit: atom.right === 'edit', ...placed(atom) },
          },
        ]
      : [],
  ),
  flows: atoms.flatMap((atom) => (atom.kind === 'flow' ? [{ flowId: atom.flowId, ...placed(atom) }] : [])),
});

const placed = ({ at }: Atom) => (at ? { at } : {});

/**
 * What muting takes: the entries themselves, and all that cannot be without them. Who may not read an object may not
 * edit it either.
 */
export function mutedBy(muting: readonly Atom[]): {
  readonly spares: (atom: Atom) => boolean;
  /** That View All Fields needs Read on its object is nowhere documented: it may go with it, or stay. */
  readonly mayTake: (atom: Atom) => boolean;
  readonly atoms: readonly Atom[];
} {
  const keys = new Set(muting.map(({ key }) => key));
  const spares = ({ key, requires }: Atom) => !keys.has(key) && !requires.some((each) => keys.has(each));
  const mayTake = (atom: Atom) =>
    atom.kind === 'object' && atom.right === 'viewAllFields' && keys.has(keyOf.object(atom.object, 'read'));
  return { spares, mayTake, atoms: muting.flatMap(siblings).filter((atom) => !spares(atom)) };
}

/** An atom and the others that may require it: those of the same object or field, and what all data brings. */
function siblings(atom: Atom): readonly Atom[] {
  if (atom.kind === 'system') return [atom, ...systemCausesOf('system').map((name) => systemAtom(name))];
  if (atom.kind === 'object') return objectRights.map((right) => objectAtom(atom.object, right, atom.at));
  if (atom.kind !== 'field') return [atom];
  return (['read', 'edit'] as const).map((right) => fieldAtom(atom.object, atom.field, right, atom.at));
}

const systemAtom = (permission: string, at?: Location): Atom => ({
  ...{ kind: 'system', permission, ...(at && { at }) },
  ...keyed({ kind: 'system', permission }),
});

const objectAtom = (object: string, right: ObjectRight, at?: Location): Atom => ({
  ...{ kind: 'object', object, right, ...(at && { at }) },
  ...keyed({ kind: 'object', object, right }),
});

/** Recorded rows of lookups say `Parent` where metadata says `ParentId`: both are one field. */
function fieldAtom(object: string, field: string, right: FieldRight, at?: Location): Atom {
  const name = /[a-z0-9]id$/i.test(field) ? field.slice(0, -2) : field;
  return {
    ...{ kind: 'field', object, field, right, ...(at && { at }) },
    ...keyed({ kind: 'field', object, field, spellings: [name], right }),
  };
}

const flowAtom = (flowId: string, at?: Location): Atom => ({
  ...{ kind: 'flow', flowId, key: keyOf.flow(flowId), requires: [], ...(at && { at }) },
});

const keyed = (target: Target) => ({
  key: keysOf(target).join(),
  requires: requiredBy(target).flatMap(keysOf),
});

/**
 * Atoms with all that they require: an org saves Edit together with Read, whatever the file that was deployed says, and
 * muting Edit then leaves Read.
 */
export const withRequired = (atoms: readonly Atom[]): readonly Atom[] => [
  ...atoms,
  ...atoms.flatMap((atom) => requiredAtoms(atom)),
];

function requiredAtoms(atom: Atom): readonly Atom[] {
  const { at } = atom;
  if (atom.kind === 'system') {
    return requiredBy(atom).flatMap((target) =>
      target.kind === 'system' ? [systemAtom(target.permission, at)] : [],
    );
  }
  if (atom.kind === 'flow') return [];
  return siblings(atom).filter(({ key }) => atom.requires.includes(key));
}

const valuesOf = <T>(part: Part<readonly T[]>): readonly T[] => (part.status === 'ok' ? part.value : []);
