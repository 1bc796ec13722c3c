import { type Atom, atomsIn } from '../access/atoms.ts';
import type { Container, Entries } from '../model/container.ts';
import type { Gap } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { objectRights } from '../salesforce/labels.ts';
import { editContainer } from './edit-container.ts';
import { contentsOf } from './make-up.ts';
import { refusedIn } from './savable.ts';

/** A container of which these entries are in doubt for this reason, and nothing else that anybody asks about. */
export function inPart(
  container: Container,
  doubts: readonly Atom[],
  reason: Gap,
  snapshot: Snapshot,
): Container {
  if (doubts.length === 0) return container;
  const known = editContainer(container, { adds: [], takes: [], doubts });
  if (container.completeness.kind === 'partial') return known;
  const doubted = new Set(doubts.map(({ key }) => key));
  const { has } = contentsOf(known, known.id);
  const refused = refusedIn(snapshot);
  const takes = atomsIn(askedAbout(snapshot)).filter(
    (atom) => !doubted.has(atom.key) && has(atom) === 'no' && refused(atom) === null,
  );
  return { ...editContainer(known, { adds: [], takes }), completeness: { kind: 'partial', reason } };
}

/** Every entry that a decision on this snapshot may hang on. */
function askedAbout({ needs, catalogue, flows }: Snapshot): Entries {
  const shown = Object.entries(catalogue).flatMap(([object, part]) =>
    part.status === 'ok' ? part.value.fields.map(({ name }) => ({ object, field: name })) : [],
  );
  const asked = (needs.fields ?? []).map(({ object, field, configured }) => ({
    object,
    field: configured ?? field,
  }));
  return {
    systemPermissions: (needs.systemPermissions ?? []).map((permission) => ({ permission })),
    objects: (needs.objects ?? []).map((object) => ({ object, rights: objectRights })),
    fields: [...shown, ...asked].map((field) => ({ ...field, read: true, edit: true })),
    flows: flows.status === 'ok' ? flows.value.map(({ id }) => ({ flowId: id })) : [],
  };
}

/**
 * Read on the objects of which View All Fields was ticked: a container that has the one without the other may be saved
 * with both, or so. Which is nowhere documented.
 */
export function doubtedReads(adds: readonly Atom[], { has }: ReturnType<typeof contentsOf>): readonly Atom[] {
  const objects = adds.flatMap((atom) =>
    atom.kind === 'object' && atom.right === 'viewAllFields' ? atom.object : [],
  );
  const reads = atomsIn({
    ...{ systemPermissions: [], fields: [], flows: [] },
    objects: objects.map((object) => ({ object, rights: ['read'] })),
  });
  return reads.filter((atom) => has(atom) !== 'yes');
}

export const readWithViewAllFields: Gap = {
  code: 'undocumented',
  message: 'whether View All Fields on an object is saved with Read on it is not documented',
  mend: 'tick Read too',
};

export const leftByRevoking: Gap = {
  code: 'source-cannot-tell',
  message: 'whether a right stays that was saved with one that is revoked depends on how that is done',
  mend: 'revoke it too',
};
