import * as fc from 'fast-check';
import { type Atom, carriedBy, withoutMuted } from '../../src/emulator/effective-access/atoms.ts';
import { reachOf } from '../../src/emulator/effective-access/ways.ts';
import type {
  AssignmentDescription,
  ObjectRightName,
  OrgDescription,
  PermissionEntries,
  UserDescription,
} from '../../src/emulator/org-description.ts';
import type { Change } from '../../src/model/change.ts';
import type { Container, Entries } from '../../src/model/container.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { objectRights, randomEntries, savable } from '../access/property/random-entries.ts';
import { grantableIn } from '../access/property/random-ground.ts';
import { users } from '../access/property/random-org.ts';
import { readable } from '../access/property/readable-org.ts';

/** The same thing done twice: to an org, and to what was read of it. */
export interface OrgChange {
  readonly org: OrgDescription;
  /** Null where what it is done to was not read: then nobody can try it. */
  readonly change: (snapshot: Snapshot) => Change | null;
}

export const kinds = [
  ...['assign-set', 'assign-group', 'unassign', 'expire', 'renew', 'add-set', 'replace-set'],
  ...['grant-set', 'grant-profile', 'revoke-set', 'revoke-profile', 'mute', 'unmute'],
] as const;

export interface DrawnChange {
  readonly kind: (typeof kinds)[number];
  /** Which of the things that it can be done to, counted through. */
  readonly which: number;
  readonly entries: PermissionEntries;
  /** Whether entries are taken from what is there, so that they meet something. */
  readonly fromThere: boolean;
}

export const drawnChange: fc.Arbitrary<DrawnChange> = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(11),
  entries: randomEntries,
  fromThere: fc.boolean(),
});

/** Null where the org has nothing that this can be done to. It is done to the first user. */
export function changeOrg(org: OrgDescription, drawn: DrawnChange): OrgChange | null {
  const made = changes[drawn.kind](withStaleAggregates(org), drawn);
  return made === null ? null : { ...made, org: readable(made.org) };
}

/** A group that is not up to date goes on giving what it gave, whatever becomes of its members. */
const withStaleAggregates = (org: OrgDescription): OrgDescription => ({
  ...org,
  permissionSetGroups: (org.permissionSetGroups ?? []).map((group) =>
    (group.status ?? 'Updated') === 'Updated'
      ? group
      : { staleAggregate: entriesOf([...reachOf(org, group)], 'edit'), ...group },
  ),
});

type Make = (org: OrgDescription, drawn: DrawnChange) => OrgChange | null;

const nth = <T>(list: readonly T[] | undefined, which: number): T | undefined =>
  list?.[which % Math.max(list.length, 1)];

const changes: Readonly<Record<DrawnChange['kind'], Make>> = {
  'assign-set': (org, { which }) => {
    const set = nth(org.permissionSets, which);
    return set ? assignment(org, { permissionSet: set.name }) : null;
  },
  'assign-group': (org, { which }) => {
    const group = nth(org.permissionSetGroups, which);
    return group ? assignment(org, { group: group.name }) : null;
  },
  unassign: (org, { which }) => ofAssignment(org, which, 'unassign', () => []),
  expire: (org, { which }) => ofAssignment(org, which, 'expire', (each) => [{ ...each, expires: org.now }]),
  renew: (org, { which }) => ofAssignment(org, which, 'renew', (each) => [targetOf(each)]),
  'add-set': (org, { entries }) => draft(org, 'Draft', entries),
  'replace-set': (org, { which, entries }) => {
    const set = nth(org.permissionSets, which);
    return set ? draft(org, set.name, entries) : null;
  },
  'grant-set': (org, drawn) => ofSet(org, drawn, 'grant'),
  'revoke-set': (org, drawn) => ofSet(org, drawn, 'revoke'),
  'grant-profile': (org, drawn) => ofProfile(org, drawn, 'grant'),
  'revoke-profile': (org, drawn) => ofProfile(org, drawn, 'revoke'),
  mute: (org, { which, entries, fromThere }) => {
    const groups = org.permissionSetGroups ?? [];
    const group = nth(groups, which);
    if (group === undefined) return null;
    const member = org.permissionSets?.find(({ name }) => name === group.members[0]);
    const taken = fromThere ? someOf(member ?? {}, which) : entries;
    const muting = {
      ...(group.muting ?? { name: `Muting_of_${group.name}`, label: `${group.label}: muting` }),
      ...savable(union(group.muting ?? {}, taken, 'read'), grantableIn(org)),
    };
    const changed = groups.map((each) => (each === group ? { ...group, muting } : each));
    return {
      org: { ...org, permissionSetGroups: changed },
      change: (snapshot) => ofGroup(snapshot, group.name, 'mute', asMuted(taken, snapshot)),
    };
  },
  unmute: (org, { which }) => {
    const groups = (org.permissionSetGroups ?? []).filter(({ muting }) => muting !== undefined);
    const group = nth(groups, which);
    if (group?.muting === undefined) return null;
    // Of one thing all or nothing: an org shows what is muted along with Read as muted too.
    const [gone = {}, left = {}] = halves(group.muting, which);
    const { system: _, objects: __, fields: ___, flows: ____, ...identity } = group.muting;
    const muting = { ...identity, ...left };
    return {
      org: {
        ...org,
        permissionSetGroups: (org.permissionSetGroups ?? []).map((each) =>
          each.name === group.name ? { ...each, muting } : each,
        ),
      },
      change: (snapshot) => ofGroup(snapshot, group.name, 'unmute', withAllRights(asMuted(gone, snapshot))),
    };
  },
};

const targetOf = ({ permissionSet, group }: AssignmentDescription): AssignmentDescription =>
  permissionSet === undefined ? { group: group ?? '' } : { permissionSet };

const withUser = (
  org: OrgDescription,
  change: (assignments: readonly AssignmentDescription[]) => readonly AssignmentDescription[],
): OrgDescription => {
  const [first, ...others] = org.users;
  const changed: readonly UserDescription[] = first
    ? [{ ...first, assignments: change(first.assignments ?? []) }]
    : [];
  return { ...org, users: [...changed, ...others] };
};

const isSame = (one: AssignmentDescription, other: AssignmentDescription): boolean =>
  one.permissionSet === other.permissionSet && one.group === other.group;

function assignment(org: OrgDescription, to: AssignmentDescription): OrgChange {
  return {
    org: withUser(org, (all) => [...all.filter((each) => !isSame(each, to)), to]),
    change: (snapshot) => {
      const container = containerOf(snapshot, to);
      const subjectId = subjectIn(snapshot)?.subject.id;
      return container && subjectId ? { kind: 'assign', subjectId, containerId: container.id } : null;
    },
  };
}

const subjectIn = ({ subjects }: Snapshot) => subjects.find(({ subject }) => subject.name === users[0]);

const containerOf = (
  { containers }: Snapshot,
  { permissionSet, group }: AssignmentDescription,
): Container | undefined =>
  containers.find(({ kind, apiName }) =>
    permissionSet === undefined
      ? kind === 'group' && apiName === group
      : kind === 'permission-set' && apiName === permissionSet,
  );

function ofAssignment(
  org: OrgDescription,
  which: number,
  kind: 'unassign' | 'expire' | 'renew',
  change: (assignment: AssignmentDescription) => readonly AssignmentDescription[],
): OrgChange | null {
  const chosen = nth(org.users[0]?.assignments, which);
  if (chosen === undefined) return null;
  return {
    org: withUser(org, (all) => all.flatMap((each) => (each === chosen ? change(each) : [each]))),
    change: (snapshot) => {
      const assignments = subjectIn(snapshot)?.assignments;
      const id = containerOf(snapshot, chosen)?.id;
      const found = assignments?.status === 'ok' && assignments.value.find((each) => each.containerId === id);
      return found ? { kind, assignmentId: found.id } : null;
    },
  };
}

function draft(org: OrgDescription, name: string, entries: PermissionEntries): OrgChange {
  const known = org.permissionSets?.find((set) => set.name === name);
  const set = { name, label: known?.label ?? name, ...savable(entries, grantableIn(org)) };
  const others = (org.permissionSets ?? []).map((each) => (each === known ? set : each));
  const permissionSets = known === undefined ? [...others, set] : others;
  const { org: changed } = assignment({ ...org, permissionSets }, { permissionSet: name });
  return {
    org: changed,
    change: (snapshot) => {
      const subjectId = subjectIn(snapshot)?.subject.id;
      if (subjectId === undefined || (known !== undefined && !containerOf(snapshot, { permissionSet: name })))
        return null;
      const drafted = { name, label: set.label, description: '', entries: asGranted(entries, snapshot) };
      return { kind: 'add-set', subjectId, set: drafted };
    },
  };
}

type Edit = 'grant' | 'revoke';

function ofSet(org: OrgDescription, drawn: DrawnChange, edit: Edit): OrgChange | null {
  const chosen = nth(org.permissionSets, drawn.which);
  if (chosen === undefined) return null;
  const taken = drawn.fromThere ? someOf(chosen, drawn.which) : drawn.entries;
  const permissionSets = (org.permissionSets ?? []).map((each) =>
    each === chosen ? edited(each, edit, taken, org) : each,
  );
  return {
    org: { ...org, permissionSets },
    change: (snapshot) =>
      ofContainer(containerOf(snapshot, { permissionSet: chosen.name }), edit, taken, snapshot),
  };
}

function ofProfile(org: OrgDescription, drawn: DrawnChange, edit: Edit): OrgChange | null {
  const chosen = org.profiles.find(({ name }) => name === org.users[0]?.profile);
  if (chosen === undefined) return null;
  const taken = drawn.fromThere ? someOf(chosen, drawn.which) : drawn.entries;
  const profiles = org.profiles.map((each) => (each === chosen ? edited(each, edit, taken, org) : each));
  return {
    org: { ...org, profiles },
    change: (snapshot) => {
      const found = snapshot.containers.find(
        ({ kind, title }) => kind === 'profile' && title === chosen.name,
      );
      return ofContainer(found, edit, taken, snapshot);
    },
  };
}

function edited<T extends PermissionEntries>(
  of: T,
  edit: Edit,
  taken: PermissionEntries,
  org: OrgDescription,
): T {
  const { system: _, objects: __, fields: ___, flows: ____, ...rest } = of;
  const entries =
    edit === 'grant'
      ? savable(union(of, taken, 'edit'), grantableIn(org))
      : entriesOf([...withoutMuted(carriedBy(of), taken)], 'edit');
  return { ...rest, ...entries } as T;
}

const ofContainer = (
  container: Container | undefined,
  kind: Edit,
  entries: PermissionEntries,
  snapshot: Snapshot,
): Change | null =>
  container === undefined
    ? null
    : {
        kind,
        containerId: container.id,
        entries: kind === 'grant' ? asGranted(entries, snapshot) : asMuted(entries, snapshot),
      };

function ofGroup(
  { groups }: Snapshot,
  name: string,
  kind: 'mute' | 'unmute',
  entries: Entries,
): Change | null {
  const group = groups.find(({ apiName }) => apiName === name);
  return group === undefined ? null : { kind, groupId: group.id, entries };
}

/** A part of what is there, so that what is taken was given. */
function someOf({ system, objects, fields, flows }: PermissionEntries, which: number): PermissionEntries {
  const some = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => (index + which) % 2 === 0);
  return {
    system: some(system ?? []),
    objects: Object.fromEntries(
      Object.entries(objects ?? {}).map(([name, rights]) => [
        name,
        rights.length > 1 ? some(rights) : rights,
      ]),
    ),
    fields: Object.fromEntries(some(Object.entries(fields ?? {}))),
    flows: some(flows ?? []),
  };
}

/** What either says. Of a field the one word that says more: `edit` of what is granted, `read` of what is muted. */
function union(one: PermissionEntries, other: PermissionEntries, more: 'read' | 'edit'): PermissionEntries {
  const objects: Record<string, readonly ObjectRightName[]> = { ...one.objects };
  for (const [name, rights] of Object.entries(other.objects ?? {}))
    objects[name] = [...new Set([...(objects[name] ?? []), ...rights])];
  const most = [one, other].flatMap(({ fields }) =>
    Object.entries(fields ?? {}).filter(([, right]) => right === more),
  );
  return {
    system: [...new Set([...(one.system ?? []), ...(other.system ?? [])])],
    objects,
    fields: { ...one.fields, ...other.fields, ...Object.fromEntries(most) },
    flows: [...new Set([...(one.flows ?? []), ...(other.flows ?? [])])],
  };
}

/** Atoms as somebody would write them down. */
function entriesOf(atoms: readonly Atom[], more: 'read' | 'edit'): PermissionEntries {
  return atoms.reduce((all, atom): PermissionEntries => {
    const [kind, name = '', right = ''] = atom.split(':');
    if (kind === 'system') return union(all, { system: [name] }, more);
    if (kind === 'flow') return union(all, { flows: [name] }, more);
    if (kind === 'object') return union(all, { objects: { [name]: [right as ObjectRightName] } }, more);
    return union(all, { fields: { [name]: right as 'read' | 'edit' } }, more);
  }, {} as PermissionEntries);
}

const asGranted = (entries: PermissionEntries, snapshot: Snapshot): Entries =>
  asEntries(entries, snapshot, (right) => ({ read: true, edit: right === 'edit' }));

/** What is muted or unticked is the lowest right that goes. */
const asMuted = (entries: PermissionEntries, snapshot: Snapshot): Entries =>
  asEntries(entries, snapshot, (right) => ({ read: right === 'read', edit: right === 'edit' }));

function halves(entries: PermissionEntries, which: number): readonly PermissionEntries[] {
  const allData = ['ViewAllData', 'ModifyAllData'];
  const isIn = (half: number) => (name: string) =>
    ((allData.includes(name) ? 0 : name.length + name.charCodeAt(name.length - 1)) + which) % 2 === half;
  const part = <T>(record: Readonly<Record<string, T>> | undefined, half: number) =>
    Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => isIn(half)(name)));
  return [0, 1].map((half) => ({
    system: (entries.system ?? []).filter(isIn(half)),
    objects: part(entries.objects, half),
    fields: part(entries.fields, half),
    flows: (entries.flows ?? []).filter(isIn(half)),
  }));
}

const withAllRights = ({ systemPermissions, objects, fields, flows }: Entries): Entries => ({
  systemPermissions: systemPermissions.flatMap((entry) =>
    entry.permission === 'ViewAllData' ? [entry, { permission: 'ModifyAllData' }] : [entry],
  ),
  objects: objects.map((entry) => ({ ...entry, rights: objectRights })),
  fields: fields.map((entry) => ({ ...entry, read: true, edit: true })),
  flows,
});

function asEntries(
  { system = [], objects = {}, fields = {}, flows = [] }: PermissionEntries,
  snapshot: Snapshot,
  rights: (right: 'read' | 'edit') => { readonly read: boolean; readonly edit: boolean },
): Entries {
  const known = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
  return {
    systemPermissions: system.map((permission) => ({ permission })),
    objects: Object.entries(objects).map(([object, all]) => ({ object, rights: all })),
    fields: Object.entries(fields).map(([name, right]) => {
      const [object = '', field = ''] = name.split('.');
      return { object, field, ...rights(right) };
    }),
    flows: known.filter(({ name }) => flows.includes(name)).map(({ id }) => ({ flowId: id })),
  };
}
