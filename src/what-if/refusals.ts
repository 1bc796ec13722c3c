import { type Atom, atomsIn } from '../access/atoms.ts';
import type { Change } from '../model/change.ts';
import type { Container, Entries } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { permissionLabel, rightLabels } from '../salesforce/labels.ts';
import { editable } from './container-changes.ts';
import { namesake } from './draft-container.ts';
import { type Refusal, refusedBy, refusedIn } from './savable.ts';

/** What of a change has no effect, or more than it says: a sentence each; none where all of it counts. */
export function refusals(change: Change, snapshot: Snapshot): readonly string[] {
  switch (change.kind) {
    case 'grant': {
      const container = editable(snapshot, change.containerId);
      if (container === undefined) return ['It is no profile or permission set that was read.'];
      return [
        ...refused(change.entries, refusedBy(container, snapshot)),
        ...unread(container, change.entries),
      ];
    }
    case 'mute':
      return refused(change.entries, refusedIn(snapshot));
    case 'add-set': {
      const known = namesake(snapshot, change.set);
      return [
        ...refused(change.set.entries, refusedIn(snapshot)),
        ...(known ? [`Permission set '${known.title}' has this name: it would be replaced.`] : []),
      ];
    }
    default:
      return [];
  }
}

const refused = (entries: Entries, why: Refusal): readonly string[] =>
  atomsIn(entries).flatMap((atom) => {
    const reason = why(atom);
    return reason === null ? [] : [`${nameOf(atom)} cannot be ticked: ${reason}.`];
  });

/** What is ticked beside what could not be read stays unknown with it. */
function unread(container: Container, entries: Entries): readonly string[] {
  const kinds = ['systemPermissions', 'objects', 'fields', 'flows'] as const;
  return kinds.flatMap((kind) => {
    const part = container[kind];
    return part.status === 'unavailable' && entries[kind].length > 0
      ? [`What '${container.title}' grants could not be read: ${part.reason.message}.`]
      : [];
  });
}

function nameOf(atom: Atom): string {
  switch (atom.kind) {
    case 'system':
      return permissionLabel(atom.permission);
    case 'object':
      return `${atom.object}: ${rightLabels[atom.right]}`;
    case 'field':
      return `${atom.object}.${atom.field}: ${rightLabels[atom.right]}`;
    case 'flow':
      return 'The flow';
  }
}
