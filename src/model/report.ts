import type { Level, PackSource, Waiver } from './pack.ts';
import type { Gap, Location } from './part.ts';
import type { Evidence, SetupSteps } from './rule.ts';
import type { Cost, ReadingWarning, SnapshotSource } from './snapshot.ts';
import type { Subject } from './subject.ts';

/** All results of a run. `schemas/report.schema.json` is its schema. */
export interface Report {
  readonly reportVersion: 1;
  readonly tool: { readonly name: 'syncgate'; readonly version: string };
  readonly source: ReportSource;
  readonly packs: readonly ReportPack[];
  readonly subjects: readonly Subject[];
  /** Who was left out, and why. */
  readonly skipped: readonly Skipped[];
  readonly failOn: Level;
  readonly verdict: ReportVerdict;
  readonly summary: Summary;
  readonly results: readonly Result[];
  /** What could not be read, whether or not a requirement stands on it. */
  readonly unread: readonly Gap[];
  /** What is odd in what was read. */
  readonly warnings: readonly ReadingWarning[];
  /** Every waiver there is, and what it did. */
  readonly waivers: readonly WaiverUse[];
  /** The earlier report that this one was held against; null where none was. */
  readonly baseline: ReportBaseline | null;
}

/** A waiver on the day of the report. */
export interface WaiverUse {
  readonly waiver: Waiver;
  /** Whole days from the report's to its last one; negative once it has expired. */
  readonly daysLeft: number;
  /** How many failures of this report are of its requirement and subject, whether or not it still holds. */
  readonly matches: number;
}

export interface ReportBaseline {
  /** As it was named. */
  readonly file: string;
  /** When the earlier report was read; null where it does not say. */
  readonly collectedAt: string | null;
  /** Of failures, only what is new, or worse than it was, counts for the verdict. */
  readonly onlyNew: boolean;
}

/** `unchanged`: everybody was left out because nothing that concerns them changed, so nothing was audited. */
export type ReportVerdict = 'compliant' | 'non-compliant' | 'inconclusive' | 'unchanged';

export interface Skipped {
  readonly subject: Subject;
  /** A clause: `none of its files changed since origin/main`. */
  readonly because: string;
}

/** Where the facts come from, when they were read, and what the reading cost. */
export interface ReportSource {
  readonly collected: SnapshotSource;
  readonly collectedAt: string;
  readonly cost: Cost;
  /** The snapshot file they were read back from; null when audited live. */
  readonly snapshot: string | null;
  /** As the snapshot has it: whether the names of this report are stand-ins. Absent: they are real. */
  readonly names?: string;
}

export interface ReportPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly variant: string | null;
  /** Features that are on. */
  readonly features: readonly string[];
  readonly notes: readonly string[];
}

export interface Summary {
  readonly pass: number;
  readonly fail: number;
  readonly inconclusive: number;
  readonly notApplicable: number;
  readonly error: number;
  /** Failures that a waiver covers; they are counted in `fail` too. */
  readonly waived: number;
}

export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'not-applicable' | 'error';

/** One requirement's verdict on one subject, with its evidence. */
export interface Result {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly rule: string;
  readonly level: Level;
  /** Where the customer changed the level: what the pack says, and why. */
  readonly levelChange: { readonly from: Level; readonly reason: string } | null;
  readonly subject: Subject;
  readonly verdict: Verdict;
  /** One or more sentences a person can act on. */
  readonly message: string;
  /** What a failure does to the sync, to follow "the sync would"; null where the pack does not say. */
  readonly impact: string | null;
  readonly evidence: readonly ReportedEvidence[];
  /** Null where nothing is to be mended. */
  readonly remedy: Remedy | null;
  readonly why: string;
  readonly source: ResultSource;
  readonly waiver: ResultWaiver | null;
  /** How it stands to the earlier report; null where there is none. */
  readonly baseline: ResultBaseline | null;
  /** Where the requirement stands: the pack's line, or the configuration's. */
  readonly definedAt: Location;
  /** In source: where the finding stands, the entry that says no or the place to add one; else null. */
  readonly at: Location | null;
  /** In source: the entries that grant or take it, beside `at`. */
  readonly related: readonly RelatedPlace[];
}

/** The waiver that covers a failure. */
export interface ResultWaiver {
  readonly reason: string;
  readonly owner: string;
  /** Last day it holds, YYYY-MM-DD. */
  readonly expires: string;
}

/** A result beside the one that an earlier report has of the same requirement, subject and place. */
export interface ResultBaseline {
  readonly state: BaselineState;
  /** What it was; null where the earlier report does not have it. */
  readonly was: Verdict | null;
  /** Whether something is wrong that was not, or weighs more than it did: it counts as new. */
  readonly worse: boolean;
}

/** `fixed`: it was a problem and is none. `changed`: it is what it was, with other grounds, or another problem. */
export type BaselineState = 'new' | 'unchanged' | 'changed' | 'fixed';

export interface RelatedPlace {
  readonly at: Location;
  /** What stands there: `Permission set 'Sync' grants Account: Read`. */
  readonly text: string;
}

/** Evidence with the sentences that say it, one a line. */
export type ReportedEvidence = Evidence & { readonly text: string };

export interface Remedy {
  /** The nearest ways to mend it, from the near misses: "Renew the assignment of 'Sync extras'." */
  readonly nearest: readonly string[];
  readonly setup: SetupSteps;
}

export interface ResultSource {
  readonly page: PackSource | null;
  readonly section: string | null;
  readonly quote: string | null;
}
