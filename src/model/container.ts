import type { Gap, Location, Part } from './part.ts';

export type ContainerKind = 'profile' | 'permission-set' | 'group' | 'muting';

/** Anything that carries permissions. Its entries cover the snapshot's needs and nothing else. */
export interface Container {
  /** PermissionSet or MutingPermissionSet Id; in source kind and API name, such as `permission-set:Sync`. */
  readonly id: string;
  readonly kind: ContainerKind;
  /** What to show: `Profile.Name`, the set's label, the group's label. */
  readonly title: string;
  readonly apiName: string;
  readonly completeness: Completeness;
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
  /** In source: what its files mention and do not grant, in the shape of what they grant: `edit: true` is Edit denied. */
  readonly denials?: Entries;
  readonly at?: Location;
  /** In source: where an entry that is not there would be added. */
  readonly additions?: Additions;
}

/** In a complete container a missing entry is "no"; in a partial one it is unknown, for this reason. */
export type Completeness = { readonly kind: 'complete' } | { readonly kind: 'partial'; readonly reason: Gap };

/** What a container grants, or denies, by kind. */
export interface Entries {
  readonly systemPermissions: readonly SystemEntry[];
  readonly objects: readonly ObjectEntry[];
  readonly fields: readonly FieldEntry[];
  readonly flows: readonly FlowEntry[];
}

/** Places in a container's own file, beside the entries of the same kind. */
export interface Additions {
  readonly systemPermissions: Location;
  readonly objects: Location;
  /** By object API name where fields of it have entries; under the empty name for all others. */
  readonly fields: Readonly<Record<string, Location>>;
  readonly flows: Location;
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

/** Rights one container gives on one object. Several entries for the same object add up; in source, one a right. */
export interface ObjectEntry {
  readonly object: string;
  readonly rights: readonly ObjectRight[];
  /**
   * Those of the rights that only a placeholder row shows (docs/salesforce.md, trap 2): the container holds them by
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
  /** The `id` of the flow, as the snapshot's flows have it. */
  readonly flowId: string;
  readonly at?: Location;
}

export interface PermissionSetGroup {
  readonly id: string;
  readonly apiName: string;
  readonly title: string;
  /**
   * Updated, Outdated, Updating, Failed: anything but Updated may be stale. What is computed from its members and
   * muting sets, as for source, is Updated by its nature.
   */
  readonly status: string;
  readonly sessionBased: boolean;
  /** Container Ids of member sets and of muting sets. */
  readonly components: Part<{ readonly members: readonly string[]; readonly muting: readonly string[] }>;
  readonly at?: Location;
}
