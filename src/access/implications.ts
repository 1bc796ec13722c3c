import type { FieldRight } from '../model/access.ts';
import type { ObjectRight } from '../model/container.ts';
import { requiredRights } from '../salesforce/required-rights.ts';

/** A permission that carries others with it. */
export type Cause =
  | { readonly kind: 'system'; readonly permission: string }
  /** On the object in question, or the object of the field in question. */
  | { readonly kind: 'object'; readonly right: ObjectRight }
  /** On the field in question. */
  | { readonly kind: 'field'; readonly right: FieldRight };

export type Effect =
  | { readonly kind: 'system'; readonly permissions: readonly string[] }
  | { readonly kind: 'object'; readonly rights: readonly ObjectRight[] }
  | { readonly kind: 'field'; readonly rights: readonly FieldRight[] };

export interface ImplicationRule {
  readonly cause: Cause;
  readonly effect: Effect;
  /** What implies what, and the Salesforce page that says so. */
  readonly fact: string;
  /** It holds only for fields that the subject can read already. */
  readonly onlyIfReadable?: true;
}

const objectReference = 'Object Reference, "ObjectPermissions"';
const overview = 'Salesforce Help, "View All and Modify All Permissions Overview"';
const fieldAccess = 'Salesforce Help, "What Determines Field Access?"';

/**
 * What implies what. What is not here is not implied: Modify All gives no Create, View All Data and Modify All
 * Data give no field permissions, and View All Fields gives neither Edit nor (nowhere documented) object Read.
 */
export const implications: readonly ImplicationRule[] = [
  {
    cause: { kind: 'object', right: 'create' },
    effect: { kind: 'object', rights: requiredRights.create },
    fact: `Create requires Read on the same object (${objectReference})`,
  },
  {
    cause: { kind: 'object', right: 'edit' },
    effect: { kind: 'object', rights: requiredRights.edit },
    fact: `Edit requires Read on the same object (${objectReference})`,
  },
  {
    cause: { kind: 'object', right: 'delete' },
    effect: { kind: 'object', rights: requiredRights.delete },
    fact: `Delete requires Read and Edit on the same object (${objectReference})`,
  },
  {
    cause: { kind: 'object', right: 'viewAllRecords' },
    effect: { kind: 'object', rights: requiredRights.viewAllRecords },
    fact: `View All requires Read on the same object (${objectReference})`,
  },
  {
    cause: { kind: 'object', right: 'modifyAllRecords' },
    effect: { kind: 'object', rights: requiredRights.modifyAllRecords },
    fact: `Modify All requires Read, Edit, Delete and View All on the same object, not Create (${objectReference})`,
  },
  {
    cause: { kind: 'system', permission: 'ViewAllData' },
    effect: { kind: 'object', rights: ['read', 'viewAllRecords'] },
    fact: `View All Data is Read and View All on every object (${overview})`,
  },
  {
    cause: { kind: 'system', permission: 'ModifyAllData' },
    effect: { kind: 'object', rights: ['read', 'edit', 'delete', 'viewAllRecords', 'modifyAllRecords'] },
    fact: `Modify All Data is Read, Edit, Delete, View All and Modify All on every object, not Create (${overview})`,
  },
  {
    cause: { kind: 'system', permission: 'ModifyAllData' },
    effect: { kind: 'system', permissions: ['ViewAllData'] },
    fact: 'Modify All Data requires View All Data (Setup turns it on with it; seen in orgs, not in the reference)',
  },
  {
    cause: { kind: 'field', right: 'edit' },
    effect: { kind: 'field', rights: ['read'] },
    fact: 'Edit requires Read on the same field (Object Reference, "FieldPermissions")',
  },
  {
    cause: { kind: 'object', right: 'viewAllFields' },
    effect: { kind: 'field', rights: ['read'] },
    fact: `View All Fields is Read on every field of the object, never Edit (${overview})`,
  },
  {
    cause: { kind: 'system', permission: 'ViewAllFieldsGlobal' },
    effect: { kind: 'field', rights: ['read'] },
    fact: `View All Fields (Global) is Read on every field of every object, never Edit (${overview})`,
  },
  {
    cause: { kind: 'system', permission: 'EditReadonlyFields' },
    effect: { kind: 'field', rights: ['edit'] },
    fact: `Edit Read Only Fields lets its holder edit the read-only fields it can see (${fieldAccess})`,
    onlyIfReadable: true,
  },
];

/** System permissions that can decide about objects, or about fields: they must be read to decide those. */
export function systemCausesOf(kind: Effect['kind']): readonly string[] {
  const causes = implications.filter(({ effect }) => effect.kind === kind).map(({ cause }) => cause);
  return [...new Set(causes.flatMap((cause) => (cause.kind === 'system' ? [cause.permission] : [])))];
}
