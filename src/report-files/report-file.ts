import type { Run } from 'sarif';
import type { BaselineFinding } from '../model/baseline.ts';
import type { Report } from '../model/report.ts';
import type { OrgOutcome, Shard } from '../model/report-set.ts';

/** What a JSON file turned out to be. */
export type ReportFile =
  | { readonly kind: 'report'; readonly report: Report }
  | {
      readonly kind: 'set';
      readonly tool: Report['tool'];
      readonly orgs: readonly OrgOutcome[];
      readonly shard: Shard | null;
    }
  | { readonly kind: 'sarif'; readonly runs: readonly WrittenRun[]; readonly shard: Shard | null };

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

/** Of which part of a run a document says it is; null where it is the whole, undefined where what it says is none. */
export function saidShard(data: unknown): Shard | null | undefined {
  if (!has(data, 'shard')) return null;
  const { shard } = data;
  if (!has(shard, 'index') || !has(shard, 'count')) return undefined;
  const { index, count } = shard;
  return typeof index === 'number' && typeof count === 'number' ? partOf(index, count) : undefined;
}

export const partOf = (index: number, count: number): Shard | undefined =>
  Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count
    ? { index, count }
    : undefined;
