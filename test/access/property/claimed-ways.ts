import {
  type Atom,
  carriedBy,
  fieldAtom,
  flowAtom,
  objectAtom,
  systemAtom,
} from '../../../src/emulator/effective-access/atoms.ts';
import { type Way, waysTo } from '../../../src/emulator/effective-access/ways.ts';
import type { OrgDescription, PermissionSetDescription } from '../../../src/emulator/org-description.ts';
import type { AssignmentRef, ContainerRef, Entry } from '../../../src/model/access.ts';
import type { Container } from '../../../src/model/container.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';

/** What an access document's references mean in the description of the org they were read from. */
export interface Described {
  readonly org: OrgDescription;
  readonly username: string;
  readonly snapshot: Snapshot;
  /** All ways to the user. */
  readonly ways: readonly Way[];
}

export const described = (org: OrgDescription, username: string, snapshot: Snapshot): Described => ({
  org,
  username,
  snapshot,
  ways: waysTo(org, username),
});

/** The way that a grant or near miss names; undefined where the user has none such. */
export function wayNamed({ username, snapshot, ways }: Described, through: AssignmentRef): Way | undefined {
  const record = snapshot.subjects.find(({ subject }) => subject.name === username);
  const assignments = record?.assignments.status === 'ok' ? record.assignments.value : [];
  const assignment = assignments.find(({ id }) => id === through.id);
  const container = snapshot.containers.find(({ id }) => id === assignment?.containerId);
  if (container === undefined) return undefined;
  return ways.find((way) => way.kind === container.kind && way.name === nameOf(container));
}

/** A container's name in the description. */
const nameOf = ({ kind, title, apiName }: Container): string => (kind === 'profile' ? title : apiName);

/** The permission set that a reference names. */
export function setNamed(
  { org, snapshot }: Described,
  ref: ContainerRef,
): PermissionSetDescription | undefined {
  const container = snapshot.containers.find(({ id }) => id === ref.id);
  return org.permissionSets?.find(({ name }) => name === container?.apiName);
}

/** Whether the reference names the way's own container: the profile, the set, or the group's aggregate. */
export function isContainerOf({ snapshot }: Described, ref: ContainerRef, way: Way): boolean {
  const container = snapshot.containers.find(({ id }) => id === ref.id);
  return container !== undefined && container.kind === way.kind && nameOf(container) === way.name;
}

/** The atom an entry is; undefined for access that no entry gives. */
export function atomOf(entry: Entry): Atom | undefined {
  switch (entry.kind) {
    case 'system':
      return systemAtom(entry.permission);
    case 'object':
      return objectAtom(entry.object, entry.right);
    case 'field':
      return fieldAtom(`${entry.object}.${entry.field}`, entry.right);
    case 'flow':
      return flowAtom(entry.flow.replace(/^iv__/, ''));
    case 'fixed':
      return undefined;
  }
}

/**
 * Whether these atoms show the one: they hold it, or all data is theirs. Object rights that View All Data and
 * Modify All Data amount to have rows of their own in an org, which look like any other.
 */
export function shows(atoms: ReadonlySet<Atom>, atom: Atom | undefined): boolean {
  if (atom === undefined) return false;
  const all = [
    ...(atoms.has(systemAtom('ViewAllData')) ? ['read', 'viewAllRecords'] : []),
    ...(atoms.has(systemAtom('ModifyAllData')) ? ['edit', 'delete', 'modifyAllRecords'] : []),
  ];
  return atoms.has(atom) || all.some((right) => atom.startsWith('object:') && atom.endsWith(`:${right}`));
}

/** Whether a permission set shows it, not being there at all counting as no. */
export const carries = (set: PermissionSetDescription | undefined, atom: Atom | undefined): boolean =>
  set !== undefined && shows(carriedBy(set), atom);
