import type { Level } from './pack.ts';
import type { Verdict } from './report.ts';

/** What an earlier report, whatever its format, tells of its results: enough to hold a later one against it. */
export interface Baseline {
  /** As it was named. */
  readonly file: string;
  /** When what it tells of was read, the earliest where that differs; null where it does not say. */
  readonly collectedAt: string | null;
  /** It tells of problems alone, as SARIF does: what it does not have was none. */
  readonly onlyProblems: boolean;
  readonly findings: readonly BaselineFinding[];
}

export interface BaselineFinding {
  /** Place, subject, pack and requirement: see `findingIdentity`. */
  readonly identity: string;
  readonly verdict: Verdict;
  readonly level: Level;
  readonly waived: boolean;
  /** What is not as it should be, such as `Account: View All`: see `findingProblems`. Sorted, each once. */
  readonly problems: readonly string[];
}
