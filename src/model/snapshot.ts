import type { Container, PermissionSetGroup } from './container.ts';
import type { Needs } from './needs.ts';
import type { Part } from './part.ts';

/**
 * What was read of one place, for some subjects and some needs. Frozen, JSON, complete in itself:
 * audited again anywhere, offline, it gives the same report. `schemas/snapshot.schema.json` is its schema.
 */
export interface Snapshot {
  readonly snapshotVersion: 1;
  /** The place's own time when it was read (the org's `Date` header), ISO 8601 UTC: the only clock there is. */
  readonly collectedAt: string;
  readonly source: SnapshotSource;
  readonly cost: Cost;
  /** What was asked for. A need that is not here was not collected, whatever the parts say. */
  readonly needs: Needs;
  readonly auditor: Part<Auditor>;
  readonly organization: Part<Organization>;
  readonly limits: Part<Limits>;
  /** System permissions this org has at all: its `Permissions*` columns, without the prefix. */
  readonly availablePermissions: Part<readonly string[]>;
  /** Objects that have ObjectPermissions rows at all; read only when a needed object has none. */
  readonly permissionableObjects: Part<readonly string[]>;
  /** All fields of each needed object, by object API name as it was asked for. */
  readonly catalogue: Readonly<Record<string, Part<Catalogue>>>;
  readonly flows: Part<readonly Flow[]>;
  readonly subjects: readonly SubjectRecord[];
  /** What the subjects are assigned, the members and muting sets of their groups, and near misses. */
  readonly containers: readonly Container[];
  readonly groups: readonly PermissionSetGroup[];
}

export type SnapshotSource = OrgSource;

export interface OrgSource {
  readonly kind: 'org';
  readonly instanceUrl: string;
  readonly organizationId: string | null;
  /** Such as `67.0`. */
  readonly apiVersion: string;
}

/** What the reading cost: sequential round trips after the token, and calls counted against the daily limit. */
export interface Cost {
  readonly roundTrips: number;
  readonly apiCalls: number;
}

/** Whose eyes the org was read with. */
export interface Auditor {
  readonly userId: string;
  readonly username: string;
  /** Own system permissions that decide what it can see: ViewSetup, ManageUsers, ViewAllUsers … */
  readonly permissions: readonly string[];
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** `OrganizationType`, such as `Enterprise Edition`. */
  readonly edition: string;
  readonly isSandbox: boolean;
}

export interface Limits {
  readonly dailyApiRequests: { readonly max: number; readonly remaining: number };
}

/** Every field of an object, as far as the auditor could see. */
export interface Catalogue {
  /** Which surfaces answered: Tooling sees fields that the caller may not read, describe does not. */
  readonly seenBy: 'tooling' | 'describe';
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly dataType: string;
  /** False: never has a FieldPermissions row; its access is fixed. */
  readonly permissionable: boolean;
  readonly calculated: boolean;
  readonly autoNumber: boolean;
  /** Whether anybody can write it through the API. */
  readonly updatable: boolean;
}

export interface Flow {
  /** FlowDefinition Id (`300…`), the SetupEntityId of its grants. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly namespace: string | null;
  readonly processType: string;
  readonly triggerType: string | null;
  /** `isAdditionalPermissionRequiredToRun` of the active version. */
  readonly restricted: Part<boolean>;
}

/** Who is audited. */
export interface Subject {
  readonly kind: 'user';
  /** User Id, 18 characters. */
  readonly id: string;
  /** Username. */
  readonly name: string;
  /** What a person calls it: the user's full name. */
  readonly title: string;
}

export interface SubjectRecord {
  readonly subject: Subject;
  readonly user: Part<User>;
  readonly login: Part<Login>;
  readonly profilePeers: Part<ProfilePeers>;
  /** Proven complete (trap 5), or unavailable. Expired, inactive and revoked ones are here too. */
  readonly assignments: Part<readonly Assignment[]>;
  readonly permissionSetLicenses: Part<readonly AssignedLicense[]>;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Null: has never logged in. */
  readonly lastLoginDate: string | null;
  readonly userType: string | null;
  /** `UserPermissionsInteractionUser`, "Flow User". */
  readonly flowUser: Part<boolean>;
  /** Null: does not expire, or not told. */
  readonly passwordExpires: Part<string | null>;
  readonly profile: Part<Profile>;
}

export interface Profile {
  readonly id: string;
  /** Null where profile filtering hides it. */
  readonly name: string | null;
  readonly isCustom: Part<boolean>;
  readonly license: Part<UserLicense>;
}

export interface UserLicense {
  readonly name: string;
  /** `LicenseDefinitionKey`, such as `SFDC`. */
  readonly key: string;
}

export interface Login {
  readonly isFrozen: boolean;
  readonly isPasswordLocked: boolean;
}

/** Other active users with the same profile. */
export interface ProfilePeers {
  readonly total: number;
  /** At most five usernames. */
  readonly examples: readonly string[];
}

export interface Assignment {
  readonly id: string;
  /** The PermissionSet it gives: a profile's, a set's, or a group's aggregate. */
  readonly containerId: string;
  readonly groupId: string | null;
  readonly isActive: boolean;
  readonly isRevoked: boolean;
  /** ISO 8601 UTC. */
  readonly expires: string | null;
}

export interface AssignedLicense {
  readonly name: string;
  readonly label: string;
  readonly status: string;
  readonly expires: string | null;
}
