import type { Part } from '../../../model/part.ts';
import { ok, unavailable } from '../../parts.ts';
import { failureGap, strangeAnswer } from './gaps.ts';
import { isObject } from './outcome.ts';
import type { Read, RowsRead } from './read.ts';
import type { ReadingInProgress } from './reading-in-progress.ts';
import { startRows } from './rows-reading.ts';
import type { TripRequest } from './trip-request.ts';

/** Begins a read; the trips do the rest. */
export function startReading(read: Read): ReadingInProgress {
  return read.kind === 'rows' ? startRows(read) : startSingle(read);
}

function startSingle(read: Exclude<Read, RowsRead>): ReadingInProgress {
  const request: TripRequest =
    read.kind === 'count'
      ? { kind: 'query', surface: 'data', soql: read.soql[0] }
      : { kind: 'path', path: read.path };
  let result: Part<unknown> | undefined;
  return {
    read,
    wanted: () => (result === undefined ? [request] : []),
    take([outcome]) {
      if (outcome?.ok !== true) result = unavailable(failureGap(read, request, outcome?.failure));
      else if (read.kind === 'resource') result = ok(outcome.body);
      else {
        const total = isObject(outcome.body) ? outcome.body.totalSize : undefined;
        result = typeof total === 'number' ? ok(total) : unavailable(strangeAnswer(read, request));
      }
    },
    result: () => result ?? unavailable(strangeAnswer(read, request)),
  };
}
