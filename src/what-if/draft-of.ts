import { type Atom, atomsIn } from '../access/atoms.ts';
import type { Change } from '../model/change.ts';
import type { Entries, ObjectEntry } from '../model/container.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { groupedBy } from '../plain/lists.ts';
import { objectRights } from '../salesforce/labels.ts';
import { nameKey } from '../salesforce/names.ts';
import { changeSentence } from './change-text.ts';
import { draftId } from './draft-container.ts';
import { refusedIn, savableOf } from './savable.ts';

/** Changes as a permission set that somebody could deploy, and what has to be done besides. */
export interface ExportedChanges {
  /** Null where none of the changes grants anything. */
  readonly set: PermissionSetDraft | null;
  /** What no permission set can do, in order, a sentence each. */
  readonly others: readonly string[];
}

/** What the set is called where the changes name none. */
export type DraftIdentity = Pick<PermissionSetDraft, 'name' | 'label' | 'description'>;

/**
 * All that these changes grant as one permission set, whichever set or profile was ticked: a set of its own changes
 * nobody else's access. It has what its entries require, and nothing that this place would not save. It is named after
 * the first set among the changes.
 */
export function draftOf(
  changes: readonly Change[],
  snapshot: Snapshot,
  identity: DraftIdentity,
): ExportedChanges {
  const drafts = changes.flatMap((change) => (change.kind === 'add-set' ? change.set : []));
  const ownIds = new Set(drafts.map(draftId));
  const granted = new Map<string, Atom>();
  const others: string[] = [];
  const refused = refusedIn(snapshot);
  for (const change of changes) {
    if (change.kind === 'add-set' || change.kind === 'grant') {
      const entries = change.kind === 'grant' ? change.entries : change.set.entries;
      for (const atom of savableOf(entries, refused)) granted.set(atom.key, granted.get(atom.key) ?? atom);
    } else if (change.kind === 'revoke' && ownIds.has(change.containerId)) {
      const gone = new Set(atomsIn(change.entries).map(({ key }) => key));
      for (const { key, requires } of [...granted.values()])
        if (gone.has(key) || requires.some((each) => gone.has(each))) granted.delete(key);
    } else others.push(`${changeSentence(change, snapshot)}.`);
  }
  const { name, label, description } = drafts[0] ?? identity;
  const set = { name, label, description, entries: merged([...granted.values()]) };
  return { set: granted.size === 0 ? null : set, others };
}

/** One entry an object and a field. */
function merged(atoms: readonly Atom[]): Entries {
  const of = <K extends Atom['kind']>(kind: K) =>
    atoms.filter((atom): atom is Extract<Atom, { readonly kind: K }> => atom.kind === kind);
  return {
    systemPermissions: of('system').map(({ permission }) => ({ permission })),
    objects: groupedBy(of('object'), ({ object }) => nameKey(object)).map((same): ObjectEntry => {
      const rights = objectRights.filter((right) => same.some((atom) => atom.right === right));
      return { object: same[0].object, rights };
    }),
    fields: groupedBy(of('field'), ({ object, field }) => nameKey(`${object}.${field}`)).map((same) => {
      const [{ object, field }] = same;
      return { object, field, read: true, edit: same.some(({ right }) => right === 'edit') };
    }),
    flows: of('flow').map(({ flowId }) => ({ flowId })),
  };
}
