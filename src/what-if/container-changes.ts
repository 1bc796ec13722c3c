import { type Atom, atomsIn, atomsOf, mutedBy, withRequired } from '../access/atoms.ts';
import type { ContainerChange } from '../model/change.ts';
import type { Container, Entries, PermissionSetGroup } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Edit, editContainer, none } from './edit-container.ts';
import { doubtedReads, inPart, leftByRevoking, readWithViewAllFields } from './in-part.ts';
import { contentsOf, type Held } from './make-up.ts';
import { recalculated, type Touch } from './recalculated.ts';
import { refusedBy, refusedIn, savableOf } from './savable.ts';

export function withContainerChange(snapshot: Snapshot, change: ContainerChange): Snapshot {
  switch (change.kind) {
    case 'grant':
      return granted(snapshot, change.containerId, change.entries);
    case 'revoke':
      return revoked(snapshot, change.containerId, change.entries);
    case 'mute':
      return muted(snapshot, change.groupId, change.entries);
    case 'unmute':
      return unmuted(snapshot, change.groupId, change.entries);
  }
}

/** The profile or permission set of this Id: nobody ticks anything in an aggregate, and what a muting set mutes is muted. */
export const editable = ({ containers }: Snapshot, id: string): Container | undefined =>
  containers.find((each) => each.id === id && (each.kind === 'profile' || each.kind === 'permission-set'));

function granted(snapshot: Snapshot, id: string, entries: Entries): Snapshot {
  const container = editable(snapshot, id);
  if (container === undefined) return snapshot;
  const adds = savableOf(entries, refusedBy(container, snapshot));
  return edited(snapshot, container, { adds, takes: [] });
}

function revoked(snapshot: Snapshot, id: string, entries: Entries): Snapshot {
  const container = editable(snapshot, id);
  if (container === undefined) return snapshot;
  const refused = refusedIn(snapshot);
  const { spares, mayTake, atoms } = mutedBy(atomsIn(entries));
  const held = atomsOf(container).filter((atom) => !spares(atom) || mayTake(atom));
  // What nobody can have is not denied by being taken away.
  const takes = [...held, ...atoms.filter((atom) => refused(atom) === null)];
  return edited(snapshot, container, { adds: [], takes: distinct(takes) });
}

const distinct = (atoms: readonly Atom[]): readonly Atom[] => [
  ...new Map(atoms.map((atom) => [atom.key, atom])).values(),
];

function edited(snapshot: Snapshot, container: Container, { adds, takes }: Edit): Snapshot {
  const { has } = contentsOf(container, container.id);
  const after = editContainer(container, { adds, takes });
  const reads = doubtedReads(adds, contentsOf(after, after.id));
  const doubts = [...reads, ...leftBy(takes, container, after, snapshot)];
  const touch: Touch = {
    atoms: [
      ...[...adds, ...doubts].filter((atom) => has(atom) !== 'yes'),
      ...takes.filter((atom) => has(atom) !== 'no'),
    ],
    way: adds.length > 0 ? 'adds' : 'takes',
    touches: mayHave(container),
  };
  const reason = reads.length > 0 ? readWithViewAllFields : leftByRevoking;
  return replaced(snapshot, inPart(after, doubts, reason, snapshot), touch);
}

/** What was there by nothing but a right that requires it and is gone: Create is saved with Read, and leaves it. */
function leftBy(takes: readonly Atom[], before: Container, after: Container, snapshot: Snapshot) {
  if (takes.length === 0) return [];
  const refused = refusedIn(snapshot);
  const known = new Set([...takes, ...withRequired(atomsOf(after))].map(({ key }) => key));
  return distinct(
    withRequired(atomsOf(before)).filter((atom) => !known.has(atom.key) && refused(atom) === null),
  );
}

/** Whether a group is made of it, or may be. */
export const mayHave =
  ({ id, kind }: Container): Touch['touches'] =>
  ({ components }) => {
    if (components.status === 'unavailable') return kind === 'permission-set';
    return components.value.members.includes(id) || components.value.muting.includes(id);
  };

/** The snapshot with this container in the place of the one with its Id, and all that is made of it. */
export function replaced(snapshot: Snapshot, container: Container, touch: Touch): Snapshot {
  const containers = snapshot.containers.map((each) => (each.id === container.id ? container : each));
  return recalculated(snapshot, { ...snapshot, containers }, touch);
}

function muted(snapshot: Snapshot, groupId: string, entries: Entries): Snapshot {
  const group = snapshot.groups.find(({ id }) => id === groupId);
  if (group === undefined) return snapshot;
  const refused = refusedIn(snapshot);
  const adds = distinct(atomsIn(entries).filter((atom) => refused(atom) === null));
  const { spares, mayTake } = mutedBy(adds);
  const touch: Touch = {
    atoms: adds,
    way: 'takes',
    touches: ({ id }) => id === groupId,
    mutes: (atom): Held => (!spares(atom) ? 'yes' : mayTake(atom) ? 'unknown' : 'no'),
  };
  const { components } = group;
  if (components.status === 'unavailable') return recalculated(snapshot, snapshot, touch);
  const known = snapshot.containers.find((each) => components.value.muting.includes(each.id) && isRead(each));
  if (known !== undefined) {
    return replaced(snapshot, editContainer(known, { adds, takes: [] }), {
      ...touch,
      touches: mayHave(known),
    });
  }
  const muting = editContainer(emptyMuting(group), { adds, takes: [] });
  const { members, muting: others } = components.value;
  const after: Snapshot = {
    ...snapshot,
    containers: [...snapshot.containers, muting],
    groups: snapshot.groups.map((each) =>
      each.id === groupId
        ? { ...each, components: { status: 'ok', value: { members, muting: [...others, muting.id] } } }
        : each,
    ),
  };
  return recalculated(snapshot, after, touch);
}

const isRead = ({ systemPermissions, objects, fields, flows }: Container): boolean =>
  [systemPermissions, objects, fields, flows].every(({ status }) => status === 'ok');

const emptyMuting = ({ id, title, apiName }: PermissionSetGroup): Container => ({
  ...{ id: `muting of ${id}`, kind: 'muting', title: `${title}: muting`, apiName: `${apiName}_Muting` },
  ...{ completeness: { kind: 'complete' }, isCustom: true, sessionBased: false },
  ...{ groupId: id, license: null },
  systemPermissions: { status: 'ok', value: none.systemPermissions },
  objects: { status: 'ok', value: none.objects },
  fields: { status: 'ok', value: none.fields },
  flows: { status: 'ok', value: none.flows },
});

/** Each muting set without these very entries: what it mutes besides may take them all the same. */
function unmuted(snapshot: Snapshot, groupId: string, entries: Entries): Snapshot {
  const group = snapshot.groups.find(({ id }) => id === groupId);
  if (group === undefined) return snapshot;
  const takes = atomsIn(entries);
  const ids = group.components.status === 'ok' ? group.components.value.muting : [];
  const touch: Touch = {
    atoms: takes.flatMap((atom) => [atom, ...mutedBy([atom]).atoms]),
    way: 'adds',
    touches: ({ id, components }) =>
      id === groupId ||
      (components.status === 'ok' && components.value.muting.some((each) => ids.includes(each))),
  };
  const containers = snapshot.containers.map((each) =>
    ids.includes(each.id) ? editContainer(each, { adds: [], takes }) : each,
  );
  return recalculated(snapshot, { ...snapshot, containers }, touch);
}
