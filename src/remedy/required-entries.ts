import type { Atom } from '../access/atoms.ts';
import { dependencies } from '../engine/index.ts';
import type { Entries, ObjectRight } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { nameKey, sameName } from '../salesforce/names.ts';
import { requiredRights } from '../salesforce/required-rights.ts';

/**
 * What has to stand beside a right in the same permission set, or Salesforce refuses to save it ("Permission X depends
 * on permission(s): Y"; docs/remedy.md says how each is known).
 */
export function requiredEntries(atom: Atom, snapshot: Snapshot): Entries {
  switch (atom.kind) {
    case 'system':
      return { ...none, systemPermissions: beside(atom.permission, snapshot) };
    case 'object':
      return { ...none, objects: [...rightsBeside(atom.object, atom.right), ...mastersOf(atom, snapshot)] };
    case 'field':
      return atom.right === 'read' ? none : { ...none, fields: [{ ...atom, read: true, edit: false }] };
    case 'flow':
      return none;
  }
}

const none: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };

/** An org that is known not to have one of them does not ask for it either. */
function beside(permission: string, snapshot: Snapshot): Entries['systemPermissions'] {
  const isThere = (name: string): boolean => knownPermissions(snapshot)?.has(nameKey(name)) ?? true;
  const required = [...(dependencies[permission] ?? []), ...(impliedBy[permission] ?? [])];
  return required.filter(isThere).map((name) => ({ permission: name }));
}

const impliedBy: Readonly<Record<string, readonly string[]>> = { ModifyAllData: ['ViewAllData'] };

/** Lower-case names of all permissions of the org; null where no org was asked: files know of none. */
export function knownPermissions({ source, availablePermissions }: Snapshot): ReadonlySet<string> | null {
  if (availablePermissions.status === 'unavailable') return null;
  if (source.kind === 'source' && source.facts === null) return null;
  const names = availablePermissions.value;
  const known = keysOf.get(names) ?? new Set(names.map(nameKey));
  keysOf.set(names, known);
  return known;
}

const keysOf = new WeakMap<readonly string[], ReadonlySet<string>>();

function rightsBeside(object: string, right: ObjectRight): Entries['objects'] {
  return needed[right].length === 0 ? [] : [{ object, rights: needed[right] }];
}

/** That View All Fields needs Read is nowhere documented; without Read it is worth nothing, so it is not left to chance. */
const needed: typeof requiredRights = { ...requiredRights, viewAllFields: ['read'] };

/**
 * Any right on a detail wants Read on its master, and View All wants View All there: the type of a field that was read
 * tells which object that is.
 */
function mastersOf(
  { object, right }: Extract<Atom, { readonly kind: 'object' }>,
  { catalogue }: Snapshot,
): Entries['objects'] {
  const known = Object.entries(catalogue).find(([name]) => sameName(name, object))?.[1];
  const fields = known?.status === 'ok' ? known.value.fields : [];
  const ofFields = fields.flatMap(({ dataType }) => /^Master-Detail\((\w+)\)$/u.exec(dataType)?.[1] ?? []);
  return [...new Set(ofFields)]
    .filter((master) => !sameName(master, object))
    .map((master) => ({ object: master, rights: [right === 'viewAllRecords' ? right : 'read'] }));
}
