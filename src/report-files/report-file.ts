import type { Run } from 'sarif';
import type { BaselineFinding } from '../model/baseline.ts';
import type { Report } from '../model/report.ts';
import type { OrgOutcome } from '../model/report-set.ts';

/** What a JSON file turned out to be. */
export type ReportFile =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'set'; readonly tool: Report['tool']; readonly orgs: readonly OrgOutcome[] }
  | { readonly kind: 'sarif'; readonly runs: readonly WrittenRun[] };

/** What is wrong with a file: a clause, such as `it is not JSON`. */
export interface WrongFile {
  readonly problem: string;
}

/** A run that syncgate wrote, and what it tells. */
export interface WrittenRun {
  readonly run: Run;
  readonly collectedAt: string | null;
  readonly findings: readonly BaselineFinding[];
}

/** Whether data is an object with such a key. */
export const has = <K extends string>(data: unknown, key: K): data is Readonly<Record<K, unknown>> =>
  data !== null && typeof data === 'object' && !Array.isArray(data) && Object.hasOwn(data, key);
