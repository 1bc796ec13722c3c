import { type Atom, atomsIn, atomsOf, entriesFrom, mutedBy, withRequired } from '../access/atoms.ts';
import { aggregateOf } from '../access/with-aggregates.ts';
import type { ContainerChange } from '../model/change.ts';
import type { Container, Entries, PermissionSetGroup } from '../model/container.ts';
import type { Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';

export function withContainerChange(snapshot: Snapshot, change: ContainerChange): Snapshot {
  switch (change.kind) {
    case 'grant':
      return edited(snapshot, change.containerId, (atoms) => [
        ...atoms,
        ...withRequired(atomsIn(change.entries)),
      ]);
    case 'revoke': {
      const { spares, mayTake } = mutedBy(atomsIn(change.entries));
      return edited(snapshot, change.containerId, (atoms) =>
        atoms.filter((atom) => spares(atom) && !mayTake(atom)),
      );
    }
    case 'mute':
      return muted(snapshot, change.groupId, change.entries);
    case 'unmute':
      return unmuted(snapshot, change.groupId, change.entries);
  }
}

function edited(
  snapshot: Snapshot,
  containerId: string,
  change: (atoms: readonly Atom[]) => readonly Atom[],
): Snapshot {
  const containers = snapshot.containers.map((each) =>
    each.id === containerId ? withAtoms(each, change(atomsOf(each))) : each,
  );
  const groups = snapshot.groups.filter((group) => componentsOf(group).includes(containerId));
  return recalculated({ ...snapshot, containers }, groups);
}

function withAtoms(container: Container, atoms: readonly Atom[]): Container {
  const byKey = new Map(atoms.toReversed().map((atom) => [atom.key, atom]));
  const entries = entriesFrom([...byKey.values()]);
  // What could not be read is not known any better by what is ticked in it.
  const over = <T>(part: Part<readonly T[]>, value: readonly T[]): Part<readonly T[]> =>
    part.status === 'ok' ? { status: 'ok', value } : part;
  return {
    ...container,
    systemPermissions: over(container.systemPermissions, entries.systemPermissions),
    objects: over(container.objects, entries.objects),
    fields: over(container.fields, entries.fields),
    flows: over(container.flows, entries.flows),
  };
}

function componentsOf({ components }: PermissionSetGroup): readonly string[] {
  return components.status === 'ok' ? [...components.value.members, ...components.value.muting] : [];
}

/** The aggregates of these groups as Salesforce would make them again. */
function recalculated(snapshot: Snapshot, groups: readonly PermissionSetGroup[]): Snapshot {
  const byId = new Map(snapshot.containers.map((each) => [each.id, each]));
  const containers = snapshot.containers.map((each) => {
    const group = each.kind === 'group' ? groups.find(({ id }) => id === each.groupId) : undefined;
    return group === undefined ? each : aggregateOf(group, byId, each.id);
  });
  return { ...snapshot, containers };
}

function muted(snapshot: Snapshot, groupId: string, entries: Entries): Snapshot {
  const group = snapshot.groups.find(({ id }) => id === groupId);
  if (group === undefined || group.components.status === 'unavailable') return snapshot;
  const [known] = group.components.value.muting;
  if (known !== undefined) {
    return edited(snapshot, known, (atoms) => [...atoms, ...atomsIn(entries)]);
  }
  const muting = mutingOf(group, entries);
  const { members } = group.components.value;
  const changed: PermissionSetGroup = {
    ...group,
    components: { status: 'ok', value: { members, muting: [muting.id] } },
  };
  const groups = snapshot.groups.map((each) => (each.id === groupId ? changed : each));
  return recalculated({ ...snapshot, groups, containers: [...snapshot.containers, muting] }, [changed]);
}

function mutingOf({ id, title, apiName }: PermissionSetGroup, entries: Entries): Container {
  return {
    ...{ id: `muting:${id}`, kind: 'muting', title: `${title}: muting`, apiName: `${apiName}_Muting` },
    ...{ completeness: { kind: 'complete' }, isCustom: true, sessionBased: false },
    ...{ groupId: id, license: null },
    systemPermissions: { status: 'ok', value: entries.systemPermissions },
    objects: { status: 'ok', value: entries.objects },
    fields: { status: 'ok', value: entries.fields },
    flows: { status: 'ok', value: entries.flows },
  };
}

function unmuted(snapshot: Snapshot, groupId: string, entries: Entries): Snapshot {
  const group = snapshot.groups.find(({ id }) => id === groupId);
  if (group === undefined || group.components.status === 'unavailable') return snapshot;
  const keys = new Set(atomsIn(entries).map(({ key }) => key));
  return group.components.value.muting.reduce(
    (changed, id) => edited(changed, id, (atoms) => atoms.filter(({ key }) => !keys.has(key))),
    snapshot,
  );
}
