import type { Gap } from '../../../model/part.ts';
import { ok, unavailable } from '../../parts.ts';
import { failureGap, shortRead, strangeAnswer } from './gaps.ts';
import { isObject, type Outcome } from './outcome.ts';
import type { Row, RowsRead } from './read.ts';
import type { ReadingInProgress } from './reading-in-progress.ts';
import type { TripRequest } from './trip-request.ts';

/** Rows of one query: followed to their end, and counted against what the org said there would be. */
interface Thread {
  readonly soql: string;
  readonly rows: Row[];
  expected: number;
  next: TripRequest | null;
}

/** Queries followed to their last page; one that fails makes the whole part unavailable. */
export function startRows(read: RowsRead): ReadingInProgress {
  const start = (soql: string): Thread => ({
    soql,
    rows: [],
    expected: Number.NaN,
    next: queryOf(read, soql),
  });
  let threads = read.soql.map(start);
  let alternative = read.orElse;
  let gap: Gap | undefined;
  const open = () => (gap === undefined ? threads.filter(({ next }) => next !== null) : []);
  return {
    read,
    wanted: () => open().flatMap(({ next }) => next ?? []),
    take(outcomes) {
      for (const [index, thread] of open().entries()) {
        const outcome = outcomes[index];
        const failure = takePage(thread, outcome, read);
        if (failure === undefined) continue;
        if (alternative !== undefined && failure.code === 'query-failed') {
          threads = alternative.map(start);
          alternative = undefined;
          return;
        }
        gap ??= failure;
      }
    },
    result: () => (gap === undefined ? ok(threads.flatMap(({ rows }) => rows)) : unavailable(gap)),
  };
}

/** Adds a page to its thread and settles how it goes on; a gap where it cannot. */
function takePage(thread: Thread, outcome: Outcome | undefined, read: RowsRead): Gap | undefined {
  const request = thread.next;
  thread.next = null;
  if (request === null) return undefined;
  if (outcome?.ok !== true) return failureGap(read, request, outcome?.failure);
  const page = pageOf(outcome.body);
  if (page === undefined) return strangeAnswer(read, request);
  const paged = read.pageBy !== undefined;
  // A query that continues another counts only what is left; one that is followed counts everything.
  thread.expected = paged ? thread.rows.length + page.totalSize : page.totalSize;
  thread.rows.push(...page.records);
  // The catalogue may call itself done because it knows no further pages: a full one is not the last.
  const full = paged && page.records.length >= mostInAPage;
  if (thread.rows.length >= thread.expected && page.done && !full) {
    return thread.rows.length === thread.expected ? undefined : cutShort(read, thread);
  }
  const canGoOn = page.records.length > 0 && (!page.done || full);
  if (canGoOn) thread.next = paged ? continued(thread, read) : followed(page.nextRecordsUrl);
  return thread.next === null ? cutShort(read, thread) : undefined;
}

function continued({ soql, rows }: Thread, read: RowsRead): TripRequest | null {
  const { pageBy = '' } = read;
  const last = rows.at(-1)?.[pageBy];
  if (typeof last !== 'string') return null;
  const after = `${pageBy} > '${last.replace(/[\\']/g, '\\$&')}'`;
  return queryOf(read, soql.replace(' ORDER BY ', ` AND ${after} ORDER BY `));
}

function followed(nextRecordsUrl: unknown): TripRequest | null {
  const path = /^\/services\/data\/v\d+\.0\/(.+)$/.exec(String(nextRecordsUrl))?.[1];
  return path === undefined ? null : { kind: 'path', path };
}

/** Salesforce gives at most so many records at a time. */
const mostInAPage = 2000;

interface Page {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl: unknown;
  readonly records: readonly Row[];
}

function pageOf(body: unknown): Page | undefined {
  if (!isObject(body)) return undefined;
  const { totalSize, done, nextRecordsUrl, records } = body;
  if (typeof totalSize !== 'number' || typeof done !== 'boolean' || !Array.isArray(records)) return undefined;
  return records.every(isObject) ? { totalSize, done, nextRecordsUrl, records } : undefined;
}

const cutShort = (read: RowsRead, { soql, rows, expected }: Thread) =>
  shortRead(read, soql, rows.length, expected);

const queryOf = ({ surface = 'data', since }: RowsRead, soql: string): TripRequest => ({
  kind: 'query',
  surface,
  soql,
  ...(since !== undefined && { since }),
});
