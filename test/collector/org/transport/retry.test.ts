import { describe, expect, test } from 'vitest';
import { CollectorError } from '../../../../src/collector/org/collector-error.ts';
import { withRetries } from '../../../../src/collector/org/transport/retry.ts';
import { BrokenConnection, type RawAnswer } from '../../../../src/collector/org/transport/send.ts';

const answer = (status: number): RawAnswer => ({ status, headers: {}, body: '' });
const broken = new BrokenConnection('unreachable', 'the connection broke');

/** Plays these in order, the last one for ever; tells how often it was asked and how long it waited. */
async function play(script: readonly (RawAnswer | Error)[], signal?: AbortSignal) {
  const waits: number[] = [];
  let attempts = 0;
  const outcome = await withRetries(
    async () => {
      const next = script[Math.min(attempts, script.length - 1)] ?? answer(200);
      attempts += 1;
      if (next instanceof Error) throw next;
      return next;
    },
    { wait: async (milliseconds) => void waits.push(milliseconds), signal },
  ).catch((error: unknown) => error);
  return { outcome, attempts, waits };
}

describe('a request is tried again', () => {
  test.each([420, 429, 500, 502, 503, 504])('when the answer is %d', async (status) => {
    const { outcome, waits } = await play([answer(status), answer(status), answer(200)]);
    expect(outcome).toMatchObject({ status: 200 });
    expect(waits).toEqual([500, 1000]);
  });

  test('when the connection broke', async () => {
    expect(await play([broken, answer(200)])).toMatchObject({ outcome: { status: 200 }, attempts: 2 });
  });

  test('three times, and then what came last is what came', async () => {
    expect(await play([answer(503)])).toMatchObject({
      outcome: { status: 503 },
      attempts: 4,
      waits: [500, 1000, 2000],
    });
    expect(await play([broken])).toMatchObject({ outcome: broken, attempts: 4 });
  });
});

describe('a request is not tried again', () => {
  test.each([200, 304, 400, 401, 403, 404, 414, 501])('when the answer is %d', async (status) => {
    expect(await play([answer(status)])).toMatchObject({ outcome: { status }, attempts: 1 });
  });

  test('when the host is not there', async () => {
    const missing = new CollectorError('unreachable', 'no such host');
    expect(await play([missing])).toMatchObject({ outcome: missing, attempts: 1 });
  });

  test('when it was interrupted', async () => {
    expect(await play([answer(503)], AbortSignal.abort())).toMatchObject({ attempts: 1 });
  });
});
