import type { Container, PermissionSetGroup } from './container.ts';
import type { Needs } from './needs.ts';
import type { Gap, Location, Part } from './part.ts';
import type { SubjectRecord } from './subject.ts';

/**
 * What was read of one place, for some subjects and some needs. Frozen, JSON, complete in itself:
 * audited again anywhere, offline, it gives the same report. `schemas/snapshot.schema.json` is its schema.
 */
export interface Snapshot {
  readonly snapshotVersion: 1;
  /** When it was read, ISO 8601 UTC, by the org's own clock (its `Date` header): the only clock there is. */
  readonly collectedAt: string;
  /**
   * Whether its names are the real ones. `stand-ins:` and the fingerprint of a share key: they are not. `restored:`:
   * they were not, and are again. Absent: nobody changed them.
   */
  readonly names?: string;
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
  /** Why the org may have active flows that are not among these; null where these are all. */
  readonly otherFlows: Gap | null;
  readonly subjects: readonly SubjectRecord[];
  /** What the subjects are assigned, the members and muting sets of their groups, and near misses. */
  readonly containers: readonly Container[];
  readonly groups: readonly PermissionSetGroup[];
  /** What is odd in what was read, whether or not a requirement stands on it. */
  readonly warnings: readonly ReadingWarning[];
}

/** A snapshot of an org. */
export interface OrgSnapshot extends Snapshot {
  readonly source: OrgSource;
  readonly cost: OrgCost;
}

export type SnapshotSource = OrgSource | FilesSource;

export interface OrgSource {
  readonly kind: 'org';
  readonly instanceUrl: string;
  readonly organizationId: string | null;
  /** Such as `67.0`. */
  readonly apiVersion: string;
}

/** Metadata files, and the org whose facts they were joined with. */
export interface FilesSource {
  readonly kind: 'source';
  /** As they were named. */
  readonly directories: readonly string[];
  /** `sourceApiVersion` of the project, or that of a package.xml; null where nothing says. */
  readonly apiVersion: string | null;
  readonly facts: OrgFacts | null;
}

/** The org that tells what files cannot. */
export interface OrgFacts {
  readonly org: OrgSource;
  readonly collectedAt: string;
}

/** What the reading cost, of an org or of files. */
export type Cost = OrgCost | FilesCost;

/** Sequential round trips after the token, and calls counted against the daily limit. */
export interface OrgCost {
  readonly roundTrips: number;
  readonly apiCalls: number;
}

/** What was read through, whether or not anybody needed it. */
export interface FilesCost {
  readonly files: number;
  readonly bytes: number;
  /** Profiles, permission sets, groups and muting sets. */
  readonly containers: number;
  /** Entries of any kind that give or take a permission. */
  readonly entries: number;
}

export interface ReadingWarning {
  readonly code: ReadingWarningCode;
  /** What is odd, about which thing, and what came of it: one sentence. */
  readonly message: string;
  readonly at: Location;
}

export type ReadingWarningCode =
  /** The same entry twice. */
  | 'duplicate-entry'
  /** The same entry twice, once granting and once not: it was read as granting. */
  | 'contradictory-entry'
  /** A container that several files define. */
  | 'duplicate-container'
  /** Entries for an object that is in no file and not in the org. */
  | 'no-such-object'
  /** Access to fields of an object on which the container gives no Read. */
  | 'field-without-object'
  /** A group names a permission set or muting set that has no file. */
  | 'no-such-member'
  /** A file or folder that could not be read, or is not what its name says. */
  | 'unreadable'
  /** Anything else that was passed over. */
  | 'passed-over';

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

/** The fields of an object, as far as they could be seen. */
export interface Catalogue {
  /**
   * Who showed them. Tooling sees fields that the caller may not read, describe does not; files have the fields that
   * somebody retrieved. Only where Tooling answered, a field that is not here is not there.
   */
  readonly seenBy: 'tooling' | 'describe' | 'source';
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
  /** FlowDefinition Id (`300…`), the SetupEntityId of its grants; in source `flow:` and its name. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly namespace: string | null;
  readonly processType: string;
  readonly triggerType: string | null;
  /** `isAdditionalPermissionRequiredToRun` of the active version. */
  readonly restricted: Part<boolean>;
  readonly at?: Location;
}
