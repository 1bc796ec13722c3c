import { describe, expect, test } from 'vitest';
import { createTraffic } from '../../../src/emulator/http/traffic.ts';
import { data, startFake } from './fake-org.ts';

describe('round trips', () => {
  // Each step: an arrival, or the answer of the request that arrived so many-th.
  test.each([
    ['one request', ['a', '0'], 1],
    ['two together', ['a', 'a', '0', '1'], 1],
    ['two in turn', ['a', '0', 'a', '1'], 2],
    ['one after a pair', ['a', 'a', '0', '1', 'a'], 2],
    ['one that overlaps both of a chain adds nothing', ['a', 'a', '0', 'a', '2', '1'], 2],
    ['a late answer does not deepen what came before it', ['a', 'a', '1', 'a', '0'], 2],
    ['three in turn', ['a', '0', 'a', '1', 'a', '2'], 3],
    ['a request that is never answered leads nowhere', ['a', 'a', 'a'], 1],
  ])('%s', (_, steps, expected) => {
    const traffic = createTraffic();
    const answers: (() => void)[] = [];
    for (const step of steps) step === 'a' ? answers.push(traffic.arrive()) : answers[Number(step)]?.();
    expect(traffic.stats().roundTrips).toBe(expected);
  });

  test('over HTTP, what is sent together is one trip, however long an answer takes', async () => {
    await using emulator = await startFake({ latencyMs: 20, accounts: 20_000 });
    const together = () =>
      Promise.all(
        Array.from({ length: 8 }, () =>
          emulator.query('SELECT Id FROM Account').then((answer) => answer.text()),
        ),
      );
    await together();
    expect(emulator.stats()).toMatchObject({ requests: 8, roundTrips: 1 });
    await together();
    expect(emulator.stats()).toMatchObject({ requests: 16, roundTrips: 2 });
  });
});

describe('the statistics', () => {
  test('are answered over HTTP, and asking for them is not counted', async () => {
    await using emulator = await startFake();
    await emulator.get(`${data}/limits`);
    await emulator.get(`${data}/limits`);
    const stats = await (await fetch(`${emulator.instanceUrl}/emulator/stats`)).json();
    expect(stats).toEqual({ requests: 2, apiCalls: 2, roundTrips: 2, refusedWrites: 0 });
    expect(emulator.stats()).toEqual(stats);
  });

  test('of two emulators have nothing to do with each other, and neither have their tokens', async () => {
    await using one = await startFake();
    await using other = await startFake();
    await one.get(`${data}/limits`);
    expect(other.stats().requests).toBe(0);
    const { accessToken } = one;
    const response = await other.get(`${data}/limits`, { authorization: `Bearer ${accessToken}` });
    expect(response.status).toBe(401);
  });
});
