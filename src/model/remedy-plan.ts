import type { AssignmentRef, ContainerRef, Entry } from './access.ts';
import type { Level } from './pack.ts';
import type { Verdict } from './report.ts';
import type { SetupSteps } from './rule.ts';
import type { SnapshotSource } from './snapshot.ts';
import type { Subject } from './subject.ts';

/** How what fails for one subject is mended, and what is left. `schemas/remedy-plan.schema.json` is its schema. */
export interface RemedyPlan {
  readonly remedyVersion: 1;
  readonly tool: { readonly name: 'syncgate'; readonly version: string };
  readonly source: SnapshotSource;
  /** When it was so, ISO 8601 UTC. */
  readonly collectedAt: string;
  readonly subject: Subject;
  readonly mend: MendKind;
  /** The smallest set that mends all that a set can; null where there is no such thing to mend. */
  readonly set: PlannedSet | null;
  /** What is there already and would do by itself, the best first. */
  readonly existing: readonly ExistingWay[];
  /** Requirements that pass once it is done. */
  readonly mended: readonly MendedRequirement[];
  /** Failures that are left then. */
  readonly left: readonly LeftRequirement[];
  /** What cannot be known, before and after. */
  readonly doubts: readonly DoubtedRequirement[];
  /** Ids of the requirements whose failure a waiver covers: nobody asks to mend them. */
  readonly waived: readonly string[];
}

/**
 * What is to be done: `new-set`: deploy `set` and assign it; `renew` and `assign`: do so with the first of `existing`;
 * `none`: there is nothing that could be mended so.
 */
export type MendKind = 'new-set' | 'renew' | 'assign' | 'none';

/** A permission set that is to be made. */
export interface PlannedSet {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly entries: readonly PlannedEntry[];
  /** Whether it is proven that no smaller one does; else it is only known that none of its entries can go. */
  readonly smallest: boolean;
}

/** One right of a permission set. */
export interface PlannedEntry {
  readonly entry: Entry;
  /** Such as `Edit on Account.Site`. */
  readonly text: string;
  /** Ids of the requirements that would not be mended without it. */
  readonly neededBy: readonly string[];
  /** What its holder can do, where that is much; null where it is not. */
  readonly strong: string | null;
}

/** A permission set or group that would do, if it were assigned, or its assignment renewed. */
export interface ExistingWay {
  readonly kind: ExistingWayKind;
  readonly container: ContainerRef;
  /** API name of the set or group. */
  readonly apiName: string;
  /** The assignment to renew; null where there is none. */
  readonly assignment: AssignmentRef | null;
  /** What it would give beyond the new set, of what was read. What else it grants was not read. */
  readonly surplus: readonly string[];
}

export type ExistingWayKind = 'renew' | 'assign';

/** A requirement that passes once the plan is carried out. */
export interface MendedRequirement {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly level: Level;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** A failure that no permission set mends. */
export interface LeftRequirement {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly level: Level;
  readonly kind: LeftWork;
  /** Who has to do something: `an administrator with Manage Users`. */
  readonly who: string;
  /** What will still be wrong. */
  readonly message: string;
  /** What to do, and where in Setup. */
  readonly setup: SetupSteps;
}

/** What kind of work it takes. The first two come before a permission set is assigned: they limit what it may hold. */
export type LeftWork =
  | 'edition'
  | 'licence'
  | 'profile'
  | 'user'
  | 'sign-in'
  | 'package'
  | 'limits'
  | 'other';

/** A requirement that is still undecided then. */
export interface DoubtedRequirement {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly level: Level;
  readonly before: Verdict;
  readonly after: Verdict;
  readonly message: string;
  /** What would make it known. */
  readonly nearest: readonly string[];
}
