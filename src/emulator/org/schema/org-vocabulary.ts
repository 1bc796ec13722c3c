import type { PicklistEntry } from './column.ts';

/** What depends on the org: which permissions it knows, and which objects and fields can be granted. */
export interface OrgVocabulary {
  readonly permissions: readonly string[];
  readonly permissionableObjects: readonly PicklistEntry[];
  readonly objectsWithFields: readonly PicklistEntry[];
  readonly permissionableFields: readonly PicklistEntry[];
  /** Lookups were spelled by their relationship before 50.0: `Contact.Account`. */
  readonly permissionableFieldsBefore50: readonly PicklistEntry[];
  /** From 50.0 a filter may leave the `Id` off a lookup: lower-case spelling → the one rows have. */
  readonly fieldSpellings: ReadonlyMap<string, string>;
  readonly hasRevokedAssignments: boolean;
}
