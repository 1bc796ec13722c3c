import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../src/collector/org/reader/outcome.ts';
import type { RowsRead } from '../../../../src/collector/org/reader/read.ts';
import { startReading } from '../../../../src/collector/org/reader/reading.ts';
import type { TripRequest } from '../../../../src/collector/org/reader/trip-request.ts';

const page = (ids: readonly string[], totalSize: number, next?: string): Outcome => ({
  ok: true,
  body: {
    totalSize,
    done: next === undefined,
    ...(next !== undefined && { nextRecordsUrl: `/services/data/v67.0/query/${next}` }),
    records: ids.map((DurableId) => ({ DurableId })),
  },
});
const refused = (errorCode: string): Outcome => ({ ok: false, failure: { errorCode, message: 'No.' } });
const plain: RowsRead = {
  kind: 'rows',
  part: 'things',
  soql: ['SELECT DurableId FROM Thing'],
  mend: 'ask nicely',
};
const catalogue: RowsRead = {
  ...plain,
  surface: 'tooling',
  pageBy: 'DurableId',
  soql: ["SELECT DurableId FROM EntityParticle WHERE E = 'X' ORDER BY DurableId"],
};

/** Plays these answers, trip by trip; tells what was asked, and what came of it. */
function play(read: RowsRead, ...trips: readonly (readonly Outcome[])[]) {
  const reading = startReading(read);
  const asked: (readonly TripRequest[])[] = [];
  for (const outcomes of trips) {
    asked.push(reading.wanted());
    reading.take(outcomes);
  }
  return { asked, left: reading.wanted(), result: reading.result() };
}

describe('rows', () => {
  test('of one page are read', () => {
    const { result, left } = play(plain, [page(['a', 'b'], 2)]);
    expect(result).toEqual({ status: 'ok', value: [{ DurableId: 'a' }, { DurableId: 'b' }] });
    expect(left).toEqual([]);
  });

  test('are followed from page to page to the last', () => {
    const { result, asked } = play(
      plain,
      [page(['a'], 3, '01g1-1')],
      [page(['b'], 3, '01g1-2')],
      [page(['c'], 3)],
    );
    expect(result).toMatchObject({
      status: 'ok',
      value: [{ DurableId: 'a' }, { DurableId: 'b' }, { DurableId: 'c' }],
    });
    expect(asked.flat().slice(1)).toEqual([
      { kind: 'path', path: 'query/01g1-1' },
      { kind: 'path', path: 'query/01g1-2' },
    ]);
  });

  test('of several queries belong together, also where one is longer than the other', () => {
    const { result, asked } = play(
      { ...plain, soql: ['one', 'two'] },
      [page(['a'], 2, '01g1-1'), page(['c'], 1)],
      [page(['b'], 2)],
    );
    expect(asked.map(({ length }) => length)).toEqual([2, 1]);
    expect(result).toMatchObject({
      status: 'ok',
      value: [{ DurableId: 'a' }, { DurableId: 'b' }, { DurableId: 'c' }],
    });
  });

  test.each<[string, readonly (readonly Outcome[])[], string]>([
    ['says it is done before all have come', [[page(['a'], 2)]], '1 of 2 rows of things came'],
    [
      'says it is done on its second page too early',
      [[page(['a'], 3, '01g1-1')], [page(['b'], 3)]],
      '2 of 3 rows of things came',
    ],
    ['gives more than it promised', [[page(['a', 'b'], 1)]], '2 of 1 rows of things came'],
    ['goes on with nothing', [[page([], 2, '01g1-1')]], '0 of 2 rows of things came'],
    [
      'does not say how to go on',
      [[{ ok: true, body: { totalSize: 2, done: false, records: [{}] } }]],
      '1 of 2 rows of things came',
    ],
  ])('of an answer that %s are a short read, not all there is', (_, trips, message) => {
    const { result } = play(plain, ...trips);
    expect(result).toMatchObject({
      status: 'unavailable',
      reason: { code: 'short-read', message, query: plain.soql[0] },
    });
  });

  test.each([
    [{}],
    [null],
    [[]],
    [{ totalSize: 1, records: [{}] }],
    [{ totalSize: 1, done: true, records: [1] }],
    [{ totalSize: '1', done: true, records: [] }],
  ])('of the strange answer %j are not known', (body) => {
    const { result } = play(plain, [{ ok: true, body }]);
    expect(result).toMatchObject({ status: 'unavailable', reason: { code: 'query-failed' } });
  });

  test('that were refused say the query, the code, and what would mend it', () => {
    expect(play(plain, [refused('INVALID_TYPE')]).result).toEqual({
      status: 'unavailable',
      reason: {
        code: 'query-failed',
        message: 'The org refused to tell things: No',
        query: 'SELECT DurableId FROM Thing',
        errorCode: 'INVALID_TYPE',
        mend: 'ask nicely',
      },
    });
  });

  test.each(['QUERY_TIMEOUT', 'SERVER_UNAVAILABLE', 'ERROR_HTTP_503', 'ERROR_HTTP_429'])(
    'that were refused with %s need another try, not another permission',
    (errorCode) => {
      expect(play(plain, [refused(errorCode)]).result).toMatchObject({
        reason: { errorCode, mend: 'try again later' },
      });
    },
  );

  test('that broke off on a later page are not known', () => {
    const { result } = play(plain, [page(['a'], 2, '01g1-1')], [refused('INVALID_QUERY_LOCATOR')]);
    expect(result).toMatchObject({
      status: 'unavailable',
      reason: { errorCode: 'INVALID_QUERY_LOCATOR', query: 'query/01g1-1' },
    });
  });

  test('are asked for in other words where the first were refused, once', () => {
    const read = { ...plain, orElse: ['simpler'] };
    const helped = play(read, [refused('INVALID_FIELD')], [page(['a'], 1)]);
    expect(helped.asked[1]).toEqual([{ kind: 'query', surface: 'data', soql: 'simpler' }]);
    expect(helped.result).toMatchObject({ status: 'ok', value: [{ DurableId: 'a' }] });
    expect(play(read, [refused('INVALID_FIELD')], [refused('INVALID_TYPE')]).result).toMatchObject({
      status: 'unavailable',
      reason: { errorCode: 'INVALID_TYPE', query: 'simpler' },
    });
  });

  test('of which one query of several was refused are asked for anew, none twice', () => {
    const { result } = play(
      { ...plain, soql: ['one', 'two'], orElse: ['simpler'] },
      [page(['a'], 1), refused('INVALID_FIELD')],
      [page(['a', 'b'], 2)],
    );
    expect(result).toMatchObject({ status: 'ok', value: [{ DurableId: 'a' }, { DurableId: 'b' }] });
  });
});

describe('the catalogue', () => {
  test('is continued by its durable Ids, for it knows no further pages', () => {
    const { result, asked } = play(catalogue, [page(["a'", "b'"], 3, '01g1-2')], [page(['c'], 1)]);
    expect(asked[1]).toEqual([
      {
        kind: 'query',
        surface: 'tooling',
        soql: "SELECT DurableId FROM EntityParticle WHERE E = 'X' AND DurableId > 'b\\'' ORDER BY DurableId",
      },
    ]);
    expect(result).toMatchObject({ status: 'ok', value: { length: 3 } });
  });

  test('is not believed complete after a full page, whatever that page says', () => {
    const full = Array.from({ length: 2000 }, (_, index) => String(index).padStart(4, '0'));
    const { result, asked } = play(catalogue, [page(full, 2000)], [page(['2000'], 1)]);
    expect(asked.length).toBe(2);
    expect(result).toMatchObject({ status: 'ok', value: { length: 2001 } });
    expect(play(catalogue, [page(full, 2000)], [page([], 0)]).result).toMatchObject({
      value: { length: 2000 },
    });
  });

  test('that comes short is not all there is', () => {
    expect(play(catalogue, [page(['a'], 2)]).result).toMatchObject({ reason: { code: 'short-read' } });
  });
});

describe('a count', () => {
  const count = { kind: 'count', part: 'things', soql: ['SELECT COUNT() FROM Thing'] } as const;
  test.each<[Outcome, object]>([
    [
      { ok: true, body: { totalSize: 7, done: true, records: [] } },
      { status: 'ok', value: 7 },
    ],
    [{ ok: true, body: {} }, { status: 'unavailable' }],
    [refused('INVALID_TYPE'), { status: 'unavailable', reason: { errorCode: 'INVALID_TYPE' } }],
  ])('of the answer %j is %j', (outcome, expected) => {
    const reading = startReading(count);
    reading.take([outcome]);
    expect(reading.result()).toMatchObject(expected);
  });
});
