import type { ContainerKind, ObjectRight } from './container.ts';
import type { FieldNeed } from './needs.ts';
import type { Gap, Location, Part } from './part.ts';
import type { Field, Flow, Limits, Organization } from './snapshot.ts';
import type { AssignedLicense, Assignment, Login, Profile, ProfilePeers, Subject, User } from './subject.ts';

/** What one subject can do, as decisions, and the facts around it. `schemas/access.schema.json` is its schema. */
export interface Access {
  readonly accessVersion: 1;
  readonly subject: Subject;
  /** When it was so: the snapshot's time, ISO 8601 UTC. */
  readonly asOf: string;
  readonly organization: Part<Organization>;
  readonly user: Part<User>;
  readonly profile: Part<Profile>;
  readonly login: Part<Login>;
  readonly profilePeers: Part<ProfilePeers>;
  readonly limits: Part<Limits>;
  /** By API name, such as `ApiEnabled`. */
  readonly systemPermissions: Readonly<Record<string, Decision>>;
  /** By object API name, as it was asked for. */
  readonly objects: Readonly<Record<string, ObjectAccess>>;
  /** By `Object.Field`, as it was asked for. */
  readonly fields: Readonly<Record<string, FieldAccess>>;
  readonly flows: Part<readonly FlowAccess[]>;
  /** Why there may be active flows that are not among these; null where these are all. */
  readonly otherFlows: Gap | null;
  /** By developer name: those asked for; `ok` with null is "not assigned". */
  readonly permissionSetLicenses: Readonly<Record<string, Part<AssignedLicense | null>>>;
  readonly assignments: Part<Assignments>;
}

/** Whether something is granted, and how that is known. */
export type Decision =
  | { readonly decision: 'granted'; readonly grants: readonly [Grant, ...Grant[]] }
  | { readonly decision: 'denied'; readonly nearMisses: readonly NearMiss[]; readonly place?: Place }
  | {
      readonly decision: 'unknown';
      readonly because: readonly [Gap, ...Gap[]];
      readonly nearMisses: readonly NearMiss[];
      readonly place?: Place;
    };

/** In source: where an entry that grants it would be added, in the container of the subject that suits best. */
export interface Place {
  readonly container: ContainerRef;
  readonly at: Location;
}

/** The whole chain: subject → assignment → group → container → entry. */
export interface Grant {
  readonly container: ContainerRef;
  readonly through: AssignmentRef;
  /** In a group: the members whose own entries carry it, where they could be read. */
  readonly members?: readonly ContainerRef[];
  readonly entry: Entry;
  /** Set where the entry is not the permission asked for but implies it. */
  readonly implied?: Implication;
}

export interface ContainerRef {
  readonly id: string;
  readonly kind: ContainerKind;
  readonly title: string;
  readonly at?: Location;
}

/** How a container reaches the subject. */
export interface AssignmentRef {
  readonly id: string;
  readonly group: { readonly id: string; readonly title: string; readonly status: string } | null;
  readonly expires: string | null;
}

/** The entry in a container that decides. */
export type Entry =
  | { readonly kind: 'system'; readonly permission: string; readonly at?: Location }
  | { readonly kind: 'object'; readonly object: string; readonly right: ObjectRight; readonly at?: Location }
  | {
      readonly kind: 'field';
      readonly object: string;
      readonly field: string;
      readonly right: FieldRight;
      readonly at?: Location;
    }
  | { readonly kind: 'flow'; readonly flow: string; readonly at?: Location }
  /** Access that nothing can take away: fields without field-level security. */
  | { readonly kind: 'fixed'; readonly what: string };

export type FieldRight = 'read' | 'edit';

export interface Implication {
  /** Such as `Modify All Data`. */
  readonly by: string;
  /** What it implies and where Salesforce says so. */
  readonly fact: string;
}

/** What would have granted it. */
export interface NearMiss {
  readonly kind: /** In source: an entry for it is there, and says no. */
    | 'refused'
    | 'expired'
    | 'inactive'
    | 'revoked'
    | 'session-based'
    | 'outdated-group'
    | 'muted'
    | 'not-assigned';
  readonly container: ContainerRef;
  readonly through: AssignmentRef | null;
  readonly entry: Entry;
  /** For `muted`: the muting set that takes it away, and in source the very entry. */
  readonly mutedBy?: ContainerRef & { readonly entryAt?: Location };
}

export interface ObjectAccess {
  readonly object: string;
  readonly rights: Readonly<Record<ObjectRight, Decision>>;
}

/** Access to one field: whether it exists, and its field-level security apart from its object's rights. */
export interface FieldAccess {
  readonly asked: FieldNeed;
  /** `ok` with null: the field does not exist in the org. */
  readonly field: Part<Field | null>;
  readonly foundBy: 'name' | 'label' | 'configured' | null;
  /** Other fields whose names or labels are near, where the field was not found. */
  readonly candidates: readonly string[];
  /** Whether anybody at all can write it through the API, whatever is granted. */
  readonly writable: Part<boolean>;
  /** What field-level security alone says. */
  readonly fieldLevel: Readonly<Record<FieldRight, Decision>>;
  /** Field-level security and object access together: what the subject can really do. */
  readonly effective: Readonly<Record<FieldRight, Decision>>;
}

export interface FlowAccess {
  readonly flow: Flow;
  /** Record-triggered and scheduled flows run in system context, whoever the user is. */
  readonly context: 'user' | 'system';
  /** The explicit grant that a restricted flow asks for. */
  readonly run: Decision;
}

/** The subject's assignments, and which of its permissions stand on which. */
export interface Assignments {
  readonly all: readonly (Assignment & { readonly container: ContainerRef })[];
  /**
   * Everything that was decided and is not denied. A rule sees of it what the requirements of the run cite as their
   * evidence: to cite what a verdict rests on is what makes it count here.
   */
  readonly dependents: readonly Dependent[];
}

/** One granted (or unknown) permission and every way it is held: it lasts as long as its longest-lasting way. */
export interface Dependent {
  /** Such as `Account: Read`. */
  readonly permission: string;
  readonly decision: Decision;
}
