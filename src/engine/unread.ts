import type { Gap } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { byText } from './order.ts';

/**
 * Every part of a snapshot that was asked for and could not be read: sorted, each said once, and of one file once,
 * however much of it stands on it. What nobody asked for (`not-collected`), and what a place cannot tell by its
 * nature (`source-cannot-tell`), is no failure to read: requirements that need it say so.
 */
export function unreadParts(snapshot: Snapshot): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  collect(snapshot, (gap) => {
    const key = sortKey(gap);
    if (!noFailures.includes(gap.code) && !gaps.has(key)) gaps.set(key, gap);
  });
  return [...gaps].sort(([a], [b]) => byText(a, b)).map(([, gap]) => gap);
}

const noFailures: readonly Gap['code'][] = ['not-collected', 'source-cannot-tell'];

const sortKey = ({ code, message, query = '', errorCode = '', mend = '', at }: Gap): string =>
  JSON.stringify([code, message, query, errorCode, mend, at?.file]);

/** Walks all of it: a part that is added to the snapshot one day is found without anybody thinking of it. */
function collect(value: unknown, add: (gap: Gap) => void): void {
  if (value === null || typeof value !== 'object') return;
  if (isUnavailable(value)) add(value.reason);
  else for (const inner of Object.values(value)) collect(inner, add);
}

const isUnavailable = (value: object): value is { readonly reason: Gap } =>
  'status' in value && value.status === 'unavailable' && 'reason' in value;
