import { type Atom, atomsIn, atomsOf, withRequired } from '../access/atoms.ts';
import { keyOf } from '../access/ways.ts';
import type { Container, PermissionSetGroup } from '../model/container.ts';
import type { Gap, Part } from '../model/part.ts';
import { sameName } from '../salesforce/names.ts';

export type Held = 'yes' | 'no' | 'unknown';

/** What a group is made of, asked one entry at a time. */
export interface MakeUp {
  readonly inMembers: (atom: Atom) => Held;
  /** Whether a muting set takes it. */
  readonly inMuting: (atom: Atom) => Held;
  /** What its components speak of. */
  readonly atoms: readonly Atom[];
  /** Why it is not known in full; null where it is. */
  readonly gap: Gap | null;
}

/** @param hidden why muting sets may mute View All Fields without showing it; null where they would show it. */
export function makeUpOf(
  group: PermissionSetGroup,
  containers: ReadonlyMap<string, Container>,
  hidden: Gap | null,
): MakeUp {
  const { components } = group;
  if (components.status === 'unavailable') {
    return { inMembers: () => 'unknown', inMuting: () => 'unknown', atoms: [], gap: components.reason };
  }
  const members = components.value.members.map((id) => contentsOf(containers.get(id), id));
  // Muting takes what is written down; what that requires is not muted along with it.
  const muting = components.value.muting.map((id) => contentsOf(containers.get(id), id, atomsOf));
  return {
    inMembers: (atom) => anyOf(members.map((member) => member.has(atom))),
    inMuting: (atom) => {
      const taken = anyOf(muting.map((set) => takenBy(set, atom)));
      const mayHide = hidden !== null && muting.length > 0 && isViewAllFields(atom);
      return taken === 'no' && mayHide ? 'unknown' : taken;
    },
    atoms: [...members, ...muting].flatMap(({ atoms }) => atoms),
    gap: [...members, ...muting].find(({ gap }) => gap !== null)?.gap ?? (muting.length > 0 ? hidden : null),
  };
}

interface Contents {
  readonly has: (atom: Pick<Atom, 'key' | 'kind'>) => Held;
  readonly atoms: readonly Atom[];
  readonly gap: Gap | null;
}

const withAllRequired = (container: Container): readonly Atom[] => withRequired(atomsOf(container));

/** What a container's own entries hold: what grants, with all that it requires. */
export function contentsOf(
  container: Container | undefined,
  id: string,
  atomsOfIt: (container: Container) => readonly Atom[] = withAllRequired,
): Contents {
  if (container === undefined) {
    const gap: Gap = { code: 'auditor-blind', message: `the permission set ${id} was not read` };
    return { has: () => 'unknown', atoms: [], gap };
  }
  const { completeness, denials } = container;
  const atoms = atomsOfIt(container);
  const held = new Set(atoms.map(({ key }) => key));
  const denied = new Set(denials === undefined ? [] : atomsIn(denials).map(({ key }) => key));
  const unread = Object.values(partsOf(container)).find(({ status }) => status === 'unavailable');
  const partial = completeness.kind === 'partial' ? completeness.reason : null;
  return {
    has: ({ key, kind }) => {
      if (held.has(key)) return 'yes';
      if (partsOf(container)[kind].status === 'unavailable') return 'unknown';
      return partial === null || denied.has(key) ? 'no' : 'unknown';
    },
    atoms,
    gap: unread?.status === 'unavailable' ? unread.reason : partial,
  };
}

const partsOf = ({
  systemPermissions,
  objects,
  fields,
  flows,
}: Container): Readonly<Record<Atom['kind'], Part<unknown>>> => ({
  system: systemPermissions,
  object: objects,
  field: fields,
  flow: flows,
});

/** What is muted goes with all that requires it; whether View All Fields goes with Read is documented nowhere. */
function takenBy({ has }: Contents, atom: Atom): Held {
  const taken = anyOf([atom.key, ...atom.requires].map((key) => has({ key, kind: atom.kind })));
  if (taken !== 'no' || atom.kind !== 'object' || atom.right !== 'viewAllFields') return taken;
  return has({ key: keyOf.object(atom.object, 'read'), kind: 'object' }) === 'no' ? 'no' : 'unknown';
}

const isViewAllFields = (atom: Atom): boolean =>
  atom.kind === 'object'
    ? atom.right === 'viewAllFields'
    : atom.kind === 'system' && sameName(atom.permission, 'ViewAllFieldsGlobal');

export function anyOf(held: readonly Held[]): Held {
  if (held.includes('yes')) return 'yes';
  return held.includes('unknown') ? 'unknown' : 'no';
}
