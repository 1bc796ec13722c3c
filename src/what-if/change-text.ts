import { containerName } from '../engine/index.ts';
import type { AssignmentChange, Change, ContainerChange } from '../model/change.ts';
import type { Container, Entries } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { firstOf, groupedBy } from '../plain/lists.ts';
import { objectRights, permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { flowName, nameKey } from '../salesforce/names.ts';

/**
 * What somebody would do, as an order without its full stop: `Assign permission set 'Sync'`, `Mute Account: Read in
 * permission set group 'Sync'`. Plain text with names as the org has them: whoever shows it escapes it. The user is
 * named where there are several.
 */
export function changeSentence(change: Change, snapshot: Snapshot): string {
  switch (change.kind) {
    case 'assign':
    case 'add-set':
    case 'unassign':
    case 'expire':
    case 'renew':
      return assignmentSentence(change, snapshot);
    case 'grant':
    case 'revoke':
    case 'mute':
    case 'unmute':
      return containerSentence(change, snapshot);
    case 'edition':
      return `Take the org for ${change.edition}`;
    case 'feature':
      return `Switch the feature '${change.feature}' ${change.on ? 'on' : 'off'}`;
    case 'variant':
      return change.variant === null ? 'Choose no variant' : `Choose the variant '${change.variant}'`;
  }
}

function assignmentSentence(change: AssignmentChange, snapshot: Snapshot): string {
  switch (change.kind) {
    case 'assign':
      return `Assign ${nameOf(change.containerId, snapshot)}${subjectPhrase(change.subjectId, 'to', snapshot)}`;
    case 'add-set':
      return `Make permission set '${change.set.label}' and assign it${subjectPhrase(change.subjectId, 'to', snapshot)}: ${entriesText(change.set.entries, snapshot)}`;
    case 'unassign':
      return `Take away ${assigned(change.assignmentId, 'from', snapshot)}`;
    case 'expire':
      return `Let the assignment of ${assigned(change.assignmentId, 'to', snapshot)} expire`;
    case 'renew':
      return `Renew the assignment of ${assigned(change.assignmentId, 'to', snapshot)}`;
  }
}

const verbs = {
  grant: ['Tick', 'in'],
  revoke: ['Untick', 'in'],
  mute: ['Mute', 'in'],
  unmute: ['Unmute', 'in'],
} as const;

function containerSentence(change: ContainerChange, snapshot: Snapshot): string {
  const [verb, where] = verbs[change.kind];
  const name =
    'groupId' in change ? groupName(change.groupId, snapshot) : nameOf(change.containerId, snapshot);
  return `${verb} ${entriesText(change.entries, snapshot)} ${where} ${name}`;
}

function nameOf(id: string, { containers }: Snapshot): string {
  const container: Container | undefined = containers.find((each) => each.id === id);
  if (container) return containerName(container);
  const [, name] = /^permission-set:(.+)$/su.exec(id) ?? [];
  return `permission set '${name ?? id}'`;
}

const groupName = (id: string, { groups }: Snapshot): string =>
  `permission set group '${groups.find((group) => group.id === id)?.title ?? id}'`;

/** Whose it is, where it could be somebody else's. */
function subjectPhrase(subjectId: string, word: 'to' | 'from', { subjects }: Snapshot): string {
  const found = subjects.find(({ subject }) => subject.id === subjectId);
  return subjects.length < 2 ? '' : ` ${word} ${found?.subject.name ?? subjectId}`;
}

function assigned(assignmentId: string, word: 'to' | 'from', snapshot: Snapshot): string {
  for (const { subject, assignments } of snapshot.subjects) {
    const all = assignments.status === 'ok' ? assignments.value : [];
    const found = all.find(({ id }) => id === assignmentId);
    if (found) return `${nameOf(found.containerId, snapshot)}${subjectPhrase(subject.id, word, snapshot)}`;
  }
  // One that another change would make first: its Id is made of both names.
  const { subject } = snapshot.subjects.find((each) => assignmentId.startsWith(`${each.subject.id} `)) ?? {};
  return subject === undefined
    ? `'${assignmentId}'`
    : `${nameOf(assignmentId.slice(subject.id.length + 1), snapshot)}${subjectPhrase(subject.id, word, snapshot)}`;
}

/** `API Enabled, Account: Read, Edit and Account.Site: Edit`: at most so many, and how many more. */
export function entriesText(entries: Entries, { flows }: Snapshot): string {
  const known = flows.status === 'ok' ? flows.value : [];
  const texts = [
    ...entries.systemPermissions.map(({ permission }) => permissionLabel(permission)),
    ...groupedBy(entries.objects, ({ object }) => nameKey(object)).map((same) => {
      const rights = objectRights.filter((right) => same.some((entry) => entry.rights.includes(right)));
      return `${same[0].object}: ${rights.map((right) => rightLabels[right]).join(', ')}`;
    }),
    ...groupedBy(entries.fields, ({ object, field }) => nameKey(`${object}.${field}`)).map((same) => {
      const edit = same.some((entry) => entry.edit);
      const read = same.some((entry) => entry.read);
      const rights = [...(read ? ['Read'] : []), ...(edit ? ['Edit'] : [])];
      return `${same[0].object}.${same[0].field}: ${rights.join(', ')}`;
    }),
    ...entries.flows.map(({ flowId }) => {
      const flow = known.find(({ id }) => id === flowId);
      return `the flow '${flow === undefined ? flowId : flowName(flow)}'`;
    }),
  ];
  return texts.length === 0 ? 'nothing' : firstOf([...new Set(texts)], mostEntries);
}

const mostEntries = 6;
