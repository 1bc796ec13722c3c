import { type Atom, atomsIn, entriesFrom } from '../access/atoms.ts';
import { implications } from '../access/implications.ts';
import type { Container, Entries, ObjectEntry, ObjectRight } from '../model/container.ts';
import type { Part } from '../model/part.ts';

/** What becomes of single entries of a container. What is in neither list stays as it was read. */
export interface Edit {
  readonly adds: readonly Atom[];
  /** They are gone, and that is known. */
  readonly takes: readonly Atom[];
  /** Whether they are there is not known any more: it shows in a container that is known in part. */
  readonly doubts?: readonly Atom[];
}

/** A container after an edit. A part that could not be read is not known any better by what is ticked in it. */
export function editContainer(container: Container, edit: Edit): Container {
  const { adds, takes, doubts = [] } = edit;
  const gone = new Set([...takes, ...doubts].map(({ key }) => key));
  const stays = (atom: Atom) => !gone.has(atom.key);
  const systemPermissions = over(container.systemPermissions, (all) => [
    ...all.filter((entry) => atomsIn({ ...none, systemPermissions: [entry] }).every(stays)),
    ...entriesFrom(missingIn(adds, { ...none, systemPermissions: all })).systemPermissions,
  ]);
  return {
    ...container,
    systemPermissions,
    objects: over(container.objects, (all) => [
      ...withoutRights({ ...container, systemPermissions }, all, edit, stays, container.systemPermissions),
      ...entriesFrom(missingIn(adds, { ...none, objects: all })).objects,
    ]),
    fields: over(container.fields, (all) => [
      ...all.flatMap((entry) => {
        const left = atomsIn({ ...none, fields: [entry] }).filter(stays);
        const has = (right: string) => left.some((atom) => atom.kind === 'field' && atom.right === right);
        return left.length === 0 ? [] : [{ ...entry, read: has('read'), edit: has('edit') }];
      }),
      ...entriesFrom(missingIn(adds, { ...none, fields: all })).fields,
    ]),
    flows: over(container.flows, (all) => [
      ...all.filter((entry) => atomsIn({ ...none, flows: [entry] }).every(stays)),
      ...entriesFrom(missingIn(adds, { ...none, flows: all })).flows,
    ]),
    ...denialsAfter(container.denials ?? none, edit),
  };
}

const over = <T>(part: Part<T>, change: (value: T) => T): Part<T> =>
  part.status === 'ok' ? { status: 'ok', value: change(part.value) } : part;

export const none: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };

function missingIn(adds: readonly Atom[], entries: Entries): readonly Atom[] {
  const there = new Set(atomsIn(entries).map(({ key }) => key));
  return adds.filter(({ key }) => !there.has(key));
}

/** That something was taken is known even of a container of which little else is. */
function denialsAfter(denials: Entries, { adds, takes, doubts = [] }: Edit): Partial<Container> {
  const settled = new Set([...adds, ...takes, ...doubts].map(({ key }) => key));
  const left = [...atomsIn(denials).filter(({ key }) => !settled.has(key)), ...takes];
  return left.length === 0 ? {} : { denials: entriesFrom(left) };
}

type Systems = Container['systemPermissions'];

/**
 * Rights without those that are gone. What only a placeholder row shows goes with the View All Data or Modify All Data
 * behind it, and with nothing else; so may the rights by which a set was found, of which nobody asked whose they are.
 */
function withoutRights(
  { systemPermissions, completeness }: Container,
  objects: readonly ObjectEntry[],
  { takes, doubts = [] }: Edit,
  stays: (atom: Atom) => boolean,
  before: Systems,
): readonly ObjectEntry[] {
  const [explained, stillExplained] = [impliedBy(namesIn(before)), impliedBy(namesIn(systemPermissions))];
  const withThem = impliedBy(
    [...takes, ...doubts].flatMap((atom) => (atom.kind === 'system' ? atom.permission : [])),
  );
  const foundOnly = completeness.kind === 'partial' && completeness.reason.code === 'not-collected';
  return objects.flatMap((entry) => {
    const isThere = (right: ObjectRight) =>
      atomsIn({ ...none, objects: [{ object: entry.object, rights: [right] }] }).every(stays);
    const isInferred = (right: ObjectRight) => entry.inferred?.includes(right) === true;
    const rights = entry.rights.filter((right) => {
      if (!isInferred(right)) return isThere(right) && !(foundOnly && withThem.has(right));
      return stillExplained.has(right) || (!explained.has(right) && !withThem.has(right) && isThere(right));
    });
    const inferred = rights.filter(isInferred);
    const { inferred: _, ...rest } = entry;
    return rights.length === 0 ? [] : [{ ...rest, rights, ...(inferred.length > 0 && { inferred }) }];
  });
}

const namesIn = (part: Systems): readonly string[] =>
  part.status === 'ok' ? part.value.map(({ permission }) => permission) : [];

const impliedBy = (permissions: readonly string[]): ReadonlySet<ObjectRight> =>
  new Set(
    implications.flatMap(({ cause, effect }) =>
      cause.kind === 'system' && effect.kind === 'object' && permissions.includes(cause.permission)
        ? effect.rights
        : [],
    ),
  );
