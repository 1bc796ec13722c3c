import type { Cause } from './cause.ts';
import type { HistoryPlace, RecordedPack } from './history.ts';
import type { Level } from './pack.ts';
import type { Report, Verdict } from './report.ts';
import type { Subject } from './subject.ts';

/**
 * Two accesses, side by side: what differs, what explains it, and what could not be compared.
 * `schemas/comparison.schema.json` is its schema.
 */
export interface Comparison {
  readonly comparisonVersion: 1;
  readonly tool: Report['tool'];
  readonly verdict: ComparisonVerdict;
  /** `evidence`: one of the two is a report, so that only what its results cite was compared. */
  readonly basis: 'access' | 'evidence';
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly summary: ComparisonSummary;
  /** What has to be known to read the rest rightly, such as other versions of a pack: sentences. */
  readonly remarks: readonly string[];
  readonly subjects: readonly ComparedSubjects[];
  /** Who is in one of the two alone, and was compared with nobody. */
  readonly onlyBefore: readonly Subject[];
  readonly onlyAfter: readonly Subject[];
}

/** `not-known`: nothing was found to differ, and something could not be compared. It is never `equal`. */
export type ComparisonVerdict = 'equal' | 'different' | 'not-known';

/** Where one of the two comes from. */
export interface ComparedSide {
  /** As it was named, such as `org:prod`. */
  readonly named: string;
  readonly kind: SideKind;
  readonly place: HistoryPlace;
  /** When it was read, ISO 8601 UTC. */
  readonly collectedAt: string;
  /** The git commit whose files it is; null where it is none. */
  readonly revision: string | null;
  readonly packs: readonly RecordedPack[];
}

export type SideKind = 'org' | 'snapshot' | 'files' | 'report' | 'record';

/** Of all subjects together. */
export interface ComparisonSummary {
  /** Decisions that are known on both sides and the same. */
  readonly alike: number;
  readonly decisions: number;
  readonly facts: number;
  /** Requirements that came to something else. */
  readonly requirements: number;
  /** What nobody knows on either side. */
  readonly notKnown: number;
  /** What was asked on one side alone. */
  readonly notAsked: number;
}

/** One subject before and after, or two that are held against each other. */
export interface ComparedSubjects {
  readonly before: Subject;
  readonly after: Subject;
  readonly verdict: ComparisonVerdict;
  readonly alike: number;
  readonly decisions: readonly DecisionDifference[];
  readonly facts: readonly FactDifference[];
  /** Those that came to something else, and those that rest on a decision that differs. */
  readonly requirements: readonly RequirementDifference[];
  /** What explains the decisions that differ, each once, what explains the most first. */
  readonly causes: readonly Cause[];
  readonly notKnown: readonly OpenQuestion[];
  /** What the other side was asked and this one was not. */
  readonly notAskedBefore: readonly string[];
  readonly notAskedAfter: readonly string[];
}

export type DecisionWord = 'granted' | 'denied' | 'unknown';

/** A permission that was decided otherwise. */
export interface DecisionDifference {
  /** Such as `Account: View All`. */
  readonly permission: string;
  readonly before: DecisionWord;
  readonly after: DecisionWord;
  /** Ids of the requirements that rest on it. */
  readonly requirements: readonly string[];
  /** What explains it, a sentence each; never empty. */
  readonly because: readonly string[];
}

/** Something plain that differs, such as the edition of the org. */
export interface FactDifference {
  readonly text: string;
  readonly cause: Cause;
}

export interface RequirementDifference {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  readonly before: RequirementState;
  readonly after: RequirementState;
  /** False: it rests on a decision that differs, and came to the same. */
  readonly changed: boolean;
  readonly causes: readonly Cause[];
  /** The same in words, a sentence each; empty where it came to the same. */
  readonly because: readonly string[];
}

/** What a requirement came to on one side. */
export interface RequirementState {
  readonly verdict: Verdict;
  readonly waived: boolean;
  readonly level: Level;
  /** What was missing, such as `Account: View All`. */
  readonly lacks: readonly string[];
}

/** Something that neither side knows. */
export interface OpenQuestion {
  readonly what: string;
  /** Why not, a clause each. */
  readonly before: string;
  readonly after: string;
}
