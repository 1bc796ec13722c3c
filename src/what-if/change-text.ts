import { type Atom, atomsIn, entriesFrom, mutedBy, withRequired } from '../access/atoms.ts';
import type { Change } from '../model/change.ts';
import type { Entries } from '../model/container.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { enumerated } from '../plain/lists.ts';
import { containerKinds, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { flowName } from '../salesforce/names.ts';
import { draftId } from './draft-container.ts';

/** What a change is, as somebody would be told to do it: `Assign permission set 'Sync extras'`. */
export function changeSentence(change: Change, snapshot: Snapshot): string {
  switch (change.kind) {
    case 'assign':
      return `Assign ${containerWords(change.containerId, snapshot)}`;
    case 'unassign':
      return `Take away ${assignedWords(change.assignmentId, snapshot)}`;
    case 'expire':
      return `Let the assignment of ${assignedWords(change.assignmentId, snapshot)} expire`;
    case 'renew':
      return `Renew the assignment of ${assignedWords(change.assignmentId, snapshot)}`;
    case 'add-set':
      return `Make permission set '${change.set.label}' and assign it`;
    case 'grant':
      return `Tick ${entriesWords(change.entries, snapshot)} in ${containerWords(change.containerId, snapshot)}`;
    case 'revoke':
      return `Untick ${entriesWords(change.entries, snapshot)} in ${containerWords(change.containerId, snapshot)}`;
    case 'mute':
      return `Mute ${entriesWords(change.entries, snapshot)} in ${groupWords(change.groupId, snapshot)}`;
    case 'unmute':
      return `Stop muting ${entriesWords(change.entries, snapshot)} in ${groupWords(change.groupId, snapshot)}`;
    case 'edition':
      return `Take the org for ${change.edition}`;
    case 'feature':
      return `Switch feature '${change.feature}' ${change.on ? 'on' : 'off'}`;
    case 'variant':
      return change.variant === null ? 'Choose no variant' : `Choose variant '${change.variant}'`;
  }
}

function containerWords(id: string, { containers }: Snapshot): string {
  const container = containers.find((each) => each.id === id);
  return container === undefined ? id : `${containerKinds[container.kind]} '${container.title}'`;
}

function groupWords(id: string, { groups }: Snapshot): string {
  const group = groups.find((each) => each.id === id);
  return group === undefined ? id : `permission set group '${group.title}'`;
}

/** An assignment that a change has taken away goes by what it was read as. */
function assignedWords(id: string, snapshot: Snapshot): string {
  const assignments = snapshot.subjects.flatMap((record) =>
    record.assignments.status === 'ok' ? record.assignments.value : [],
  );
  const containerId = assignments.find((each) => each.id === id)?.containerId ?? id.replace(/^\S+ /u, '');
  return containerWords(containerId, snapshot);
}

const entriesWords = (entries: Entries, snapshot: Snapshot): string =>
  enumerated(atomsIn(entries).map((atom) => atomWords(atom, snapshot)));

function atomWords(atom: Atom, { flows }: Snapshot): string {
  switch (atom.kind) {
    case 'system':
      return permissionLabel(atom.permission);
    case 'object':
      return `${atom.object}: ${rightLabels[atom.right]}`;
    case 'field':
      return `${atom.object}.${atom.field}: ${rightLabels[atom.right]}`;
    case 'flow': {
      const flow = flows.status === 'ok' ? flows.value.find(({ id }) => id === atom.flowId) : undefined;
      return `flow '${flow === undefined ? atom.flowId : flowName(flow)}'`;
    }
  }
}

/** What changes come to that somebody has to make. */
export interface Draft {
  /** All that is ticked and not unticked again; null where nothing is. */
  readonly draft: PermissionSetDraft | null;
  /** What a permission set cannot carry, a sentence each. */
  readonly others: readonly string[];
}

const unnamed = {
  name: 'Sync_Additions',
  label: 'Sync additions',
  description: 'What the integration user needs beside what it has',
};

/**
 * The grants among changes as one permission set, and the others in words.
 * @param snapshot As it is after the changes.
 */
export function draftOf(changes: readonly Change[], snapshot: Snapshot): Draft {
  const granted = new Map<string, readonly Atom[]>();
  const others: string[] = [];
  for (const change of changes) {
    if (change.kind === 'add-set')
      granted.set(draftId(change.set), withRequired(atomsIn(change.set.entries)));
    else if (change.kind === 'grant') {
      const before = granted.get(change.containerId) ?? [];
      granted.set(change.containerId, [...before, ...withRequired(atomsIn(change.entries))]);
    } else if (change.kind === 'revoke') {
      const before = granted.get(change.containerId);
      const { spares } = mutedBy(atomsIn(change.entries));
      if (before?.some((atom) => !spares(atom))) granted.set(change.containerId, before.filter(spares));
      else others.push(changeSentence(change, snapshot));
    } else others.push(changeSentence(change, snapshot));
  }
  const atoms = new Map([...granted.values()].flat().map((atom) => [atom.key, atom]));
  const made = changes.find((change) => change.kind === 'add-set');
  if (atoms.size === 0) return { draft: null, others };
  return { draft: { ...(made?.set ?? unnamed), entries: entriesFrom([...atoms.values()]) }, others };
}
