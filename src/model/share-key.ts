/** What turns stand-ins back into names: kept by whom the names belong to. `schemas/share-key.schema.json` is its schema. */
export interface ShareKey {
  readonly shareKeyVersion: 1;
  /** Stands in every snapshot that was redacted with this key too: 16 hexadecimal digits, of no other meaning. */
  readonly fingerprint: string;
  readonly names: readonly NamedStandIn[];
}

/** One stand-in, and what it stands for. */
export interface NamedStandIn {
  readonly kind: StandInKind;
  readonly standIn: string;
  readonly original: string;
}

/** What is named. Of most things people see a `title`, and programs a `name`. */
export type StandInKind =
  | 'user-title'
  | 'user-name'
  | 'persona-title'
  | 'persona-name'
  | 'org-title'
  | 'org-name'
  | 'profile-title'
  | 'profile-name'
  | 'permission-set-title'
  | 'permission-set-name'
  | 'group-title'
  | 'group-name'
  | 'muting-title'
  | 'muting-name'
  | 'flow-title'
  | 'flow-name'
  | 'field-title'
  | 'field-name'
  | 'object-title'
  | 'object-name'
  | 'package-title'
  | 'package-name'
  | 'permission-title'
  | 'permission-name'
  | 'text-title'
  | 'text-name'
  | 'id-title'
  | 'id-name'
  /** Made of others: a host of its address, a flow's name with its namespace. */
  | 'derived';
