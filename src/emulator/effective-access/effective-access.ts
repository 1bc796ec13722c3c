import { knownPermissions } from '../org/editions.ts';
import { permissionLabelsByName } from '../org/schema/permission-columns.ts';
import type { FieldDescription, ObjectRightName, OrgDescription } from '../org-description.ts';
import { type Atom, fieldAtom, flowAtom, objectAtom, systemAtom } from './atoms.ts';
import { allOf, anyOf, type Truth } from './truth.ts';
import { type Way, waysTo } from './ways.ts';

/** What one user can really do in an org. Every permission the org's description could speak of is here. */
export interface EffectiveAccess {
  /** By API name; `unknown` where this org does not have the permission at all. */
  readonly system: Readonly<Record<string, Truth>>;
  /** By object API name. */
  readonly objects: Readonly<Record<string, Readonly<Record<ObjectRightName, Truth>>>>;
  /** By `Object.Field`: by field-level security alone, and together with the object's rights. */
  readonly fields: Readonly<
    Record<string, { readonly fieldLevel: FieldTruths; readonly effective: FieldTruths }>
  >;
  /** By API name: whether an explicit grant of the flow reaches the user. */
  readonly flows: Readonly<Record<string, Truth>>;
}

export type FieldTruths = Readonly<Record<'read' | 'edit', Truth>>;

/**
 * What a user can really do, straight from the org's description: the plainest arithmetic there is, with no
 * SOQL, no HTTP and no rows between. Tests hold the whole product against it. The facts, and where
 * Salesforce leaves one open (`unknown`), are those of docs/salesforce.md, "Traps" and after.
 * @throws Error when the description has no such user, or names a profile, set or group it does not have.
 */
export function effectiveAccess(description: OrgDescription, username: string): EffectiveAccess {
  const absent = absentFrom(description);
  const held = holdings(waysTo(description, username), absent);
  const objects = mapEntries(description.objects, (name, { permissionable }) =>
    objectTruths(held, name, permissionable !== false),
  );
  return {
    system: Object.fromEntries(
      allPermissions.map(({ name, atom }) => [name, absent.has(atom) ? 'unknown' : held(atom)]),
    ),
    objects,
    fields: Object.fromEntries(
      Object.entries(description.objects).flatMap(([object, { fields }]) =>
        [...fields, ...keptFieldsMissingFrom(fields)].map((field) => [
          `${object}.${field.name}`,
          fieldTruths(held, object, field, objects[object]),
        ]),
      ),
    ),
    flows: Object.fromEntries((description.flows ?? []).map(({ name }) => [name, held(flowAtom(name))])),
  };
}

type Held = (atom: Atom) => Truth;
type ObjectTruths = Readonly<Record<ObjectRightName, Truth>>;

/**
 * View All Data is Read and View All on every object; Modify All Data is all but Create. An object without
 * object permissions of its own (Task, Event …) follows other rules, so only those two settle it.
 */
function objectTruths(held: Held, object: string, permissionable: boolean): ObjectTruths {
  const own = (right: ObjectRightName): Truth =>
    permissionable ? held(objectAtom(object, right)) : 'unknown';
  const viewAllData = held(systemAtom('ViewAllData'));
  const modifyAllData = held(systemAtom('ModifyAllData'));
  return {
    read: anyOf(own('read'), viewAllData, modifyAllData),
    create: own('create'),
    edit: anyOf(own('edit'), modifyAllData),
    delete: anyOf(own('delete'), modifyAllData),
    viewAllRecords: anyOf(own('viewAllRecords'), viewAllData, modifyAllData),
    modifyAllRecords: anyOf(own('modifyAllRecords'), modifyAllData),
    viewAllFields: own('viewAllFields'),
  };
}

/** Fields that every org keeps by itself: they have no field-level security and nobody writes them. */
const keptByTheOrg: readonly string[] = [
  'Id',
  'IsDeleted',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
];

/** Every object has them, whether or not its description says so. */
const keptFieldsMissingFrom = (fields: readonly FieldDescription[]): readonly FieldDescription[] =>
  keptByTheOrg
    .filter((name) => !fields.some((field) => field.name === name))
    .map((name) => ({ name, label: name, type: 'Text', permissionable: false }));

/** Computed fields: their rows can say Read and no more. */
const isComputed = ({ type }: FieldDescription): boolean => /^(formula|roll-up|auto number)/i.test(type);

function fieldTruths(
  held: Held,
  object: string,
  field: FieldDescription,
  onObject: ObjectTruths | undefined,
) {
  const fieldLevel = fieldLevelTruths(held, object, field);
  return {
    fieldLevel,
    effective: {
      read: allOf(fieldLevel.read, onObject?.read ?? 'unknown'),
      edit: allOf(fieldLevel.edit, onObject?.edit ?? 'unknown'),
    },
  };
}

/**
 * View All Fields, of the object or of all objects, is Read and never Edit. Edit Read Only Fields makes what
 * can be read writable. Neither, nor anything else, makes a computed field writable.
 */
function fieldLevelTruths(held: Held, object: string, field: FieldDescription): FieldTruths {
  const writable = !isComputed(field) && !keptByTheOrg.includes(field.name);
  if (field.permissionable === false) return { read: 'granted', edit: writable ? 'granted' : 'denied' };
  const name = `${object}.${field.name}`;
  const read = anyOf(
    held(fieldAtom(name, 'read')),
    held(objectAtom(object, 'viewAllFields')),
    held(systemAtom('ViewAllFieldsGlobal')),
  );
  const edit = anyOf(held(fieldAtom(name, 'edit')), allOf(held(systemAtom('EditReadonlyFields')), read));
  return { read, edit: writable ? edit : 'denied' };
}

/** Whether atoms reach the user by any way, each on its own account: nothing is implied here. */
function holdings(ways: readonly Way[], absent: ReadonlySet<Atom>): Held {
  const carriedBy = (certain: boolean) =>
    new Set(ways.filter((way) => way.inForce && way.certain === certain).flatMap(({ atoms }) => [...atoms]));
  const surely = carriedBy(true);
  const perhaps = carriedBy(false);
  return (atom) => {
    if (absent.has(atom)) return 'denied';
    return surely.has(atom) ? 'granted' : perhaps.has(atom) ? 'unknown' : 'denied';
  };
}

const allPermissions = Object.keys(permissionLabelsByName).map((name) => ({ name, atom: systemAtom(name) }));

/** What this org's edition and licences lack: nobody holds it there. */
function absentFrom({ organization, absentPermissions = [] }: OrgDescription): ReadonlySet<Atom> {
  const known = new Set(knownPermissions(organization.type, absentPermissions));
  return new Set(allPermissions.filter(({ name }) => !known.has(name)).map(({ atom }) => atom));
}

function mapEntries<T, U>(record: Readonly<Record<string, T>>, map: (name: string, value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(name, value)]));
}
