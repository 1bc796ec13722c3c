import type { Location, Part } from './part.ts';

export type ContainerKind = 'profile' | 'permission-set' | 'group' | 'muting';

/** Anything that carries permissions. Its entries cover the snapshot's needs and nothing else. */
export interface Container {
  /** PermissionSet or MutingPermissionSet Id. */
  readonly id: string;
  readonly kind: ContainerKind;
  /** What to show: `Profile.Name`, the set's label, the group's label. */
  readonly title: string;
  readonly apiName: string;
  /** In a complete container a missing entry is "no"; in a partial one it is unknown. */
  readonly completeness: 'complete' | 'partial';
  readonly isCustom: boolean;
  /** HasActivationRequired: grants only in a session that activated it. */
  readonly sessionBased: boolean;
  readonly groupId: string | null;
  /** Name of the licence it is limited to; null for none or not known. */
  readonly license: string | null;
  readonly systemPermissions: Part<readonly SystemEntry[]>;
  readonly objects: Part<readonly ObjectEntry[]>;
  readonly fields: Part<readonly FieldEntry[]>;
  readonly flows: Part<readonly FlowEntry[]>;
  readonly at?: Location;
}

export interface SystemEntry {
  readonly permission: string;
  readonly at?: Location;
}

export type ObjectRight =
  | 'read'
  | 'create'
  | 'edit'
  | 'delete'
  | 'viewAllRecords'
  | 'modifyAllRecords'
  | 'viewAllFields';

/** The rights one container gives on one object. Two rows for the same object are OR-ed by the collector. */
export interface ObjectEntry {
  readonly object: string;
  readonly rights: readonly ObjectRight[];
  /**
   * Those of the rights that only a placeholder row shows (salesforce.md, trap 2): the container holds them by
   * View All Data or Modify All Data, and loses them with it.
   */
  readonly inferred?: readonly ObjectRight[];
  readonly at?: Location;
}

export interface FieldEntry {
  readonly object: string;
  /** Field API name without its object. */
  readonly field: string;
  readonly read: boolean;
  readonly edit: boolean;
  readonly at?: Location;
}

export interface FlowEntry {
  /** FlowDefinition Id. */
  readonly flowId: string;
  readonly at?: Location;
}

export interface PermissionSetGroup {
  readonly id: string;
  readonly apiName: string;
  readonly title: string;
  /** Updated, Outdated, Updating, Failed: anything but Updated may be stale. */
  readonly status: string;
  readonly sessionBased: boolean;
  /** Container Ids of member sets and of muting sets. */
  readonly components: Part<{ readonly members: readonly string[]; readonly muting: readonly string[] }>;
}
