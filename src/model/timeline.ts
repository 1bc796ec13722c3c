import type { Cause } from './cause.ts';
import type { HistoryPlace } from './history.ts';
import type { Level } from './pack.ts';
import type { Verdict } from './report.ts';
import type { Subject } from './subject.ts';

/** The verdicts of all recorded runs, by place, subject and requirement, oldest run first. */
export interface Timeline {
  readonly timelineVersion: 1;
  readonly places: readonly PlaceTimeline[];
}

export interface PlaceTimeline {
  readonly place: HistoryPlace;
  readonly subjects: readonly SubjectTimeline[];
}

export interface SubjectTimeline {
  readonly subject: Subject;
  /** When each run read the place, ISO 8601 UTC. */
  readonly runs: readonly string[];
  readonly requirements: readonly RequirementTimeline[];
}

export interface RequirementTimeline {
  readonly pack: string;
  readonly requirement: string;
  readonly title: string;
  /** As of the last run that asked for it. */
  readonly last: Moment;
  /** Since which run the verdict, waived or not, has been what it is. */
  readonly since: string;
  /** One a run; null where the run did not ask for it. */
  readonly verdicts: readonly (RunVerdict | null)[];
  readonly changes: readonly Change[];
}

export interface RunVerdict {
  readonly verdict: Verdict;
  readonly waived: boolean;
}

/** What a requirement came to in one run. */
export interface Moment extends RunVerdict {
  readonly at: string;
  readonly level: Level;
  readonly lacks: readonly string[];
}

/** From one run to the next that asked for it. */
export interface Change {
  readonly from: Moment;
  readonly to: Moment;
  /** The decisive ones first; none where nothing that was recorded explains it. */
  readonly causes: readonly Cause[];
  /** The same in words, a sentence each; never empty. */
  readonly because: readonly string[];
}
