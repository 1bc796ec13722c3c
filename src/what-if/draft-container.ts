import type { Container } from '../model/container.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { sameName } from '../salesforce/names.ts';
import { editContainer, none } from './edit-container.ts';
import { doubtedReads, inPart, readWithViewAllFields } from './in-part.ts';
import { contentsOf } from './make-up.ts';
import { refusedIn, savableOf } from './savable.ts';

/** The Id that a set has before it is made. */
export const draftId = ({ name }: Pick<PermissionSetDraft, 'name'>): string => `permission-set:${name}`;

/** The permission set of this name that is there already: whoever deploys the draft replaces it. */
export const namesake = ({ containers }: Snapshot, { name }: PermissionSetDraft): Container | undefined =>
  containers.find(({ kind, apiName }) => kind === 'permission-set' && sameName(apiName, name));

/** The Id that a set has once it is made: of the one that it replaces, where there is one. */
export const savedId = (draft: PermissionSetDraft, snapshot: Snapshot): string =>
  namesake(snapshot, draft)?.id ?? draftId(draft);

/** The set as this place would save it: with what its entries require, and without what nobody can have there. */
export function draftContainer(draft: PermissionSetDraft, snapshot: Snapshot): Container {
  const id = savedId(draft, snapshot);
  const at = namesake(snapshot, draft)?.at;
  const adds = savableOf(draft.entries, refusedIn(snapshot));
  const empty: Container = {
    ...{ id, kind: 'permission-set', title: draft.label, apiName: draft.name },
    ...{ completeness: { kind: 'complete' }, isCustom: true, sessionBased: false },
    ...{ groupId: null, license: null, ...(at && { at }) },
    systemPermissions: { status: 'ok', value: none.systemPermissions },
    objects: { status: 'ok', value: none.objects },
    fields: { status: 'ok', value: none.fields },
    flows: { status: 'ok', value: none.flows },
  };
  const set = editContainer(empty, { adds, takes: [] });
  return inPart(set, doubtedReads(adds, contentsOf(set, id)), readWithViewAllFields, snapshot);
}
