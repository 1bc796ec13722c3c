import type { Change } from '../../model/change.ts';
import type { Container, Entries, PermissionSetGroup } from '../../model/container.ts';
import type { PermissionSetDraft } from '../../model/permission-set.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { sameName } from '../../salesforce/names.ts';
import { draftId } from '../../what-if/draft-container.ts';
import { nameOf } from './assigned.ts';
import { noEntries } from './offers.ts';

/** Where permissions can be ticked. */
export type Target =
  | { readonly kind: 'new-set'; readonly id: 'new-set' }
  | { readonly kind: 'container'; readonly id: string; readonly container: Container }
  /** Ticked is what its muting set takes away. */
  | { readonly kind: 'muting'; readonly id: string; readonly group: PermissionSetGroup };

/** A new set, the subject's profile and sets, the members of its groups, and muting in these. */
export function targetsOf(snapshot: Snapshot, subjectId: string): readonly [Target, ...Target[]] {
  const record = snapshot.subjects.find(({ subject }) => subject.id === subjectId);
  const assignments = record?.assignments.status === 'ok' ? record.assignments.value : [];
  const assigned = new Set(assignments.map(({ containerId }) => containerId));
  const groupIds = new Set(assignments.map(({ groupId }) => groupId));
  const groups = snapshot.groups.filter(({ id }) => groupIds.has(id));
  const members = new Set(groups.flatMap((group) => componentsOf(group)?.members ?? []));
  const containers = snapshot.containers.filter(
    ({ id, kind }) =>
      (kind === 'profile' || kind === 'permission-set') && (assigned.has(id) || members.has(id)),
  );
  return [
    { kind: 'new-set', id: 'new-set' },
    ...containers.map((container): Target => ({ kind: 'container', id: `in ${container.id}`, container })),
    ...groups.map((group): Target => ({ kind: 'muting', id: `muting ${group.id}`, group })),
  ];
}

export function titleOf(target: Target): string {
  switch (target.kind) {
    case 'new-set':
      return 'a new permission set';
    case 'container':
      return nameOf(target.container);
    case 'muting':
      return `muting in permission set group '${target.group.title}'`;
  }
}

const componentsOf = ({ components }: PermissionSetGroup) =>
  components.status === 'ok' ? components.value : null;

/** What ticking or unticking comes to, and the target that it is then about. */
export function tick(
  target: Target,
  entries: Entries,
  on: boolean,
  { snapshot, subjectId }: { readonly snapshot: Snapshot; readonly subjectId: string },
): { readonly change: Change; readonly targetId: string } {
  const targetId = target.id;
  if (target.kind === 'muting') {
    return { change: { kind: on ? 'mute' : 'unmute', groupId: target.group.id, entries }, targetId };
  }
  if (target.kind === 'container') {
    const containerId = target.container.id;
    return { change: { kind: on ? 'grant' : 'revoke', containerId, entries }, targetId };
  }
  const set = { ...newSet(snapshot), entries };
  return { change: { kind: 'add-set', subjectId, set }, targetId: `in ${draftId(set)}` };
}

/** A name that no set of the snapshot has: else it would stand in for that. */
export function newSet({ containers }: Snapshot): PermissionSetDraft {
  const isTaken = (name: string) => containers.some(({ apiName }) => sameName(apiName, name));
  const numbers = [...containers.keys(), containers.length].map((index) => index + 1);
  const number =
    numbers.find((each) => !isTaken(numbered('Sync_Additions', '_', each))) ?? numbers.length + 1;
  return {
    name: numbered('Sync_Additions', '_', number),
    label: numbered('Sync additions', ' ', number),
    description: 'Made while trying what the integration user needs',
    entries: noEntries,
  };
}

const numbered = (name: string, between: string, number: number): string =>
  number === 1 ? name : `${name}${between}${number}`;
