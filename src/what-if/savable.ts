import { type Atom, atomsIn, atomsOf, withRequired } from '../access/atoms.ts';
import { catalogueOf } from '../access/objects.ts';
import { keyOf } from '../access/ways.ts';
import type { Container, Entries } from '../model/container.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { nameKey, sameName } from '../salesforce/names.ts';
import { surelyHasObjectPermissions } from '../salesforce/standard-objects.ts';

/** Why an entry cannot be ticked: a clause; null where it can. */
export type Refusal = (atom: Atom) => string | null;

/** What is ticked, with all that it requires: who cannot have the one is not given the other for it. */
export function savableOf(entries: Entries, refused: Refusal): readonly Atom[] {
  const isSaved = (atom: Atom) => refused(atom) === null;
  const saved = withRequired(atomsIn(entries).filter(isSaved)).filter(isSaved);
  return [...new Map(saved.map((atom) => [atom.key, atom])).values()];
}

/**
 * What this place would not let anybody save in any container: permissions that the org lacks, rights on objects that
 * have none or of which that is not known, access to fields that nothing shows. Whoever ticks it in a what-if all the
 * same would prove something that is not there.
 */
export function refusedIn(snapshot: Snapshot): Refusal {
  const rows = rowsIn(snapshot);
  const { availablePermissions: available, flows } = snapshot;
  const flowIds = flows.status === 'ok' ? new Set(flows.value.map(({ id }) => keyOf.flow(id))) : null;
  return (atom) => {
    switch (atom.kind) {
      case 'system':
        return available.status === 'unavailable' || hasName(available.value, atom.permission)
          ? null
          : 'this org does not have it';
      case 'object':
        return rows.objects.has(nameKey(atom.object)) || hasObjectPermissions(snapshot, atom.object)
          ? null
          : `${atom.object} is not known to have object permissions`;
      case 'field':
        return rows.fields.has(atom.key) || isSecured(snapshot, atom)
          ? null
          : 'no field that takes this right was seen';
      case 'flow':
        return flowIds?.has(atom.key) ? null : 'no such flow was seen';
    }
  };
}

/**
 * What cannot be ticked in this container. A standard profile's permissions and its rights on standard objects cannot
 * be changed (Metadata API, "Profile"); a permission set of a managed package is its publisher's (Second-Generation
 * Managed Packaging Guide, "Permission Sets and Profile Settings in Packages"), and one that is not custom is
 * Salesforce's.
 */
export function refusedBy({ kind, isCustom, apiName, ...container }: Container, snapshot: Snapshot): Refusal {
  const refused = refusedIn(snapshot);
  const isManaged = kind === 'permission-set' && /^[a-z][a-z0-9]*(_[a-z0-9]+)*__[a-z]/i.test(apiName);
  if (isManaged) return () => 'it belongs to a managed package';
  if (isCustom) return refused;
  if (kind === 'permission-set') return () => 'it is a standard permission set';
  const held = new Set(atomsOf({ kind, isCustom, apiName, ...container }).map(({ key }) => key));
  const isFixed = (atom: Atom): boolean =>
    atom.kind === 'system' || (atom.kind === 'object' && !atom.object.includes('__'));
  return (atom) => (isFixed(atom) && !held.has(atom.key) ? 'it is a standard profile' : refused(atom));
}

const hasName = (names: readonly string[], name: string): boolean =>
  names.some((each) => sameName(each, name));

interface Rows {
  readonly objects: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

/** Sets are tried in one snapshot many times over, and to go through all its entries takes as long as to judge it. */
const knownRows = new WeakMap<Snapshot['containers'], Rows>();

/** Of what some container has an entry, granting or not, others can have one too. */
function rowsIn({ containers }: Snapshot): Rows {
  const rows = knownRows.get(containers) ?? rowsOf(containers);
  knownRows.set(containers, rows);
  return rows;
}

function rowsOf(containers: Snapshot['containers']): Rows {
  const atoms = containers.flatMap((each) => [
    ...atomsOf(each),
    ...(each.denials === undefined ? [] : atomsIn(each.denials)),
  ]);
  // An entry may have no right of its own: what it shows comes of View All Data, or nothing is said but the object.
  const objects = containers.flatMap((each) => [
    ...(each.objects.status === 'ok' ? each.objects.value : []),
    ...(each.denials?.objects ?? []),
  ]);
  return {
    objects: new Set(objects.map(({ object }) => nameKey(object))),
    fields: new Set(atoms.flatMap(({ kind, key }) => (kind === 'field' ? key : []))),
  };
}

function hasObjectPermissions({ permissionableObjects, source }: Snapshot, object: string): boolean {
  if (permissionableObjects.status === 'ok') return hasName(permissionableObjects.value, object);
  return source.kind === 'source' && surelyHasObjectPermissions(object);
}

/** A field with field-level security; where nobody can write it, Edit of it is never saved. */
function isSecured({ catalogue }: Snapshot, atom: Atom & { readonly kind: 'field' }): boolean {
  const seen = catalogueOf(catalogue, atom.object);
  if (seen?.status !== 'ok') return false;
  const field = seen.value.fields.find(
    ({ name }) => sameName(name, atom.field) || sameName(name, `${atom.field}Id`),
  );
  const isComputed = field?.calculated === true || field?.autoNumber === true;
  return field?.permissionable === true && (atom.right === 'read' || !isComputed);
}
