import type { ContainerKind } from './container.ts';
import type { NeedName } from './needs.ts';
import type { Level } from './pack.ts';
import type { GapCode, Part } from './part.ts';
import type { Report, ReportVerdict, Verdict } from './report.ts';
import type { Subject } from './subject.ts';

/**
 * What is kept of one run, in a file of its own: the verdicts, and as much of what each subject could do as it takes
 * to tell later what changed. `schemas/history.schema.json` is its schema.
 */
export interface HistoryRecord {
  readonly historyVersion: 1;
  /** When the place was read, ISO 8601 UTC. */
  readonly collectedAt: string;
  readonly place: HistoryPlace;
  /** SHA-256 of the snapshot that was audited, in hex. */
  readonly snapshotDigest: string;
  readonly tool: Report['tool'];
  readonly failOn: Level;
  readonly verdict: ReportVerdict;
  readonly packs: readonly RecordedPack[];
  readonly subjects: readonly RecordedSubject[];
}

export interface HistoryPlace {
  readonly kind: 'org' | 'source';
  /** What makes it the same place in another run: the org's Id, the project's directories. */
  readonly name: string;
  /** What a person calls it: the org's address, the directories as they were named. */
  readonly title: string;
}

export interface RecordedPack {
  readonly id: string;
  readonly version: string;
  readonly variant: string | null;
  readonly features: readonly string[];
}

export interface RecordedSubject {
  readonly subject: Subject;
  readonly results: readonly RecordedResult[];
  readonly access: AccessDigest;
}

/** A result in short. */
export interface RecordedResult {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly waived: boolean;
  readonly message: string;
  /** The parts of what was read that the requirement asks for. */
  readonly needs: readonly NeedName[];
  /** Names of the permissions that the verdict rests on, as the access digest has them. */
  readonly restsOn: readonly string[];
  /** Those of them that are not granted, or not known to be. */
  readonly lacks: readonly string[];
}

/** What one subject could do and why, as briefly as two of them can be compared. */
export interface AccessDigest {
  /** ISO 8601 UTC. */
  readonly asOf: string;
  /** Plain facts by what asks for them, such as `login`. */
  readonly facts: Readonly<Record<string, Part<Readonly<Record<string, Fact>>>>>;
  /** By `Object.Field` as it was asked for. */
  readonly fields: Readonly<Record<string, FieldDigest>>;
  readonly assignments: Part<readonly AssignmentDigest[]>;
  /** What carries permissions, by Id: each is named once, and everything else has the Id. */
  readonly containers: Readonly<Record<string, NamedContainer>>;
  readonly decided: readonly DecidedAlike[];
}

export type Fact = string | number | boolean | null;

export interface FieldDigest {
  /** The name it goes by in the org; null where there is none. */
  readonly found: Part<string | null>;
  /** Whether anybody can write it; null where that is not known. */
  readonly writable: boolean | null;
}

export interface AssignmentDigest {
  readonly container: string;
  readonly group: GroupDigest | null;
  readonly active: boolean;
  readonly revoked: boolean;
  /** ISO 8601 UTC. */
  readonly expires: string | null;
  /** Whether all entries of the container could be read: then what is not among them is not granted by it. */
  readonly complete: boolean;
}

export interface NamedContainer {
  readonly kind: ContainerKind;
  readonly title: string;
}

export interface GroupDigest {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** Null where they could not be read. */
  readonly members: readonly string[] | null;
}

/** Permissions that were decided alike, for the same reasons. */
export interface DecidedAlike {
  readonly decision: 'granted' | 'denied' | 'unknown';
  /** Such as `Account: View All`: sorted. */
  readonly permissions: readonly string[];
  readonly ways: readonly WayDigest[];
  /** What is assigned and would have granted them. */
  readonly misses: readonly MissDigest[];
  readonly because: readonly GapDigest[];
}

/** One way by which permissions are held. */
export interface WayDigest {
  readonly container: string;
  /** Id of the group it goes through. */
  readonly groupId: string | null;
  /** The members of the group that carry it. */
  readonly members: readonly string[];
  /** What the container holds that implies the permission; null where it holds the permission itself. */
  readonly by: string | null;
}

export interface MissDigest {
  readonly kind:
    | 'refused'
    | 'expired'
    | 'inactive'
    | 'revoked'
    | 'session-based'
    | 'outdated-group'
    | 'muted';
  readonly container: string;
  readonly groupId: string | null;
  readonly mutedBy: string | null;
}

/** Why something was not known, without the query. */
export interface GapDigest {
  readonly code: GapCode;
  readonly message: string;
}
