import type { Atom } from '../access/atoms.ts';
import { strongPermissions } from '../engine/index.ts';

/** What the holder of a right can do that is more than one entry's worth: a clause; null where it is not. */
export function strengthOf(atom: Atom): string | null {
  if (atom.kind === 'system') return permissions.get(atom.permission) ?? null;
  if (atom.kind === 'object' && atom.right === 'modifyAllRecords')
    return `change and delete every record of ${atom.object}, whoever owns it`;
  if (atom.kind === 'object' && atom.right === 'viewAllFields') return `read every field of ${atom.object}`;
  return null;
}

/**
 * How much a right weighs. One that is strong weighs more than all weaker ones together, so that it is chosen only
 * where nothing less will do.
 */
export function weightOf(atom: Atom): number {
  if (strengthOf(atom) === null) return 1;
  if (atom.kind !== 'system') return 1e4;
  if (atom.permission === 'ModifyAllData') return 1e12;
  return everyRecord.includes(atom.permission) ? 1e10 : 1e7;
}

const everyRecord: readonly string[] = ['ViewAllData', 'ViewAllFieldsGlobal', 'EditReadonlyFields'];

const permissions: ReadonlyMap<string, string> = new Map([
  ...Object.entries(strongPermissions),
  ['ManageInteraction', 'create, change and activate flows, which change records by themselves'],
  ['ViewAllFieldsGlobal', 'read every field of every object'],
  ['EditReadonlyFields', 'change every read-only field that it can see'],
]);
