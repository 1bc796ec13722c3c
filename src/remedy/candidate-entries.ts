import type { SnapshotIndex } from '../access/container-index.ts';
import { objectDoubt } from '../access/objects.ts';
import { keyOf } from '../access/ways.ts';
import type { Access, Decision, FieldAccess } from '../model/access.ts';
import type { Entries, FieldEntry } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { objectRights } from '../salesforce/labels.ts';
import { nameKey } from '../salesforce/names.ts';
import { knownPermissions } from './required-entries.ts';

interface Ground {
  readonly snapshot: Snapshot;
  readonly index: SnapshotIndex;
}

/**
 * Every entry among what was collected that could be made and that the subject does not surely hold for good. An entry
 * for what is not there, or has no such entries, would look like a grant and be none: it is not among them.
 * @param includeDoubts Fields too that nobody has seen.
 */
export const candidateEntries = (ground: Ground, access: Access, includeDoubts: boolean): Entries => ({
  systemPermissions: Object.entries(access.systemPermissions)
    .filter(([permission, decision]) => !isForGood(decision) && isGrantable(permission, ground.snapshot))
    .map(([permission]) => ({ permission })),
  objects: Object.values(access.objects)
    .filter(({ object }) => objectDoubt(ground, object) === null)
    .map(({ object, rights }) => ({
      object,
      rights: objectRights
        .filter((right) => right !== 'viewAllFields' || showsViewAllFields(ground.snapshot))
        .filter((right) => !isForGood(rights[right])),
    })),
  fields: Object.values(access.fields).flatMap((field) => fieldEntry(ground, field, includeDoubts)),
  flows: (access.flows.status === 'ok' ? access.flows.value : [])
    .filter(({ flow, context }) => context === 'user' && mayRestrict(flow.restricted))
    .filter(({ run }) => !isForGood(run))
    .map(({ flow }) => ({ flowId: flow.id })),
});

/** Held in a way that neither ends nor hangs on a group that is out of date: another entry for it adds nothing. */
function isForGood(decision: Decision): boolean {
  if (decision.decision !== 'granted') return false;
  return decision.grants.some(
    ({ through: { expires, group } }) => expires === null && (group === null || group.status === 'Updated'),
  );
}

function isGrantable(permission: string, snapshot: Snapshot): boolean {
  if (permission === 'ViewAllFieldsGlobal' && !showsViewAllFields(snapshot)) return false;
  return knownPermissions(snapshot)?.has(nameKey(permission)) ?? true;
}

/** View All Fields exists since API 63.0; metadata of older versions has no place for it. */
const showsViewAllFields = ({ source }: Snapshot): boolean =>
  source.apiVersion === null || Number.parseFloat(source.apiVersion) >= 63;

const mayRestrict = (restricted: { readonly status: string; readonly value?: boolean }): boolean =>
  restricted.status !== 'ok' || restricted.value === true;

function fieldEntry(
  { index }: Ground,
  { asked, field, writable, fieldLevel }: FieldAccess,
  includeDoubts: boolean,
): readonly FieldEntry[] {
  const { object } = asked;
  const entry = (name: string, mayWrite: boolean): readonly FieldEntry[] => {
    const read = !isForGood(fieldLevel.read);
    const edit = mayWrite && !isForGood(fieldLevel.edit);
    return read || edit ? [{ object, field: name, read, edit }] : [];
  };
  if (field.status === 'ok') {
    if (field.value === null || !field.value.permissionable) return [];
    return entry(field.value.name, writable.status === 'ok' && writable.value);
  }
  // That somebody wrote an entry for it shows that it is there; without one, a deployment that names it may fail.
  const name = asked.configured ?? asked.field;
  const isNamed = [name, name.replace(/(?<=[a-z0-9])Id$/u, '')].some((spelling) =>
    (['read', 'edit'] as const).some((right) =>
      index.fieldsWithRows.has(keyOf.field(object, spelling, right)),
    ),
  );
  return isNamed || includeDoubts ? entry(name, true) : [];
}
