import { describe, expect, test } from 'vitest';
import type { OutgoingRequest } from '../../../../src/collector/org/transport/guard.ts';
import { createMeter } from '../../../../src/collector/org/transport/meter.ts';

const to = (path: string, body: string | null = null): OutgoingRequest => ({
  method: body === null ? 'GET' : 'POST',
  url: `https://acme.my.salesforce.com${path}`,
  headers: {},
  body,
});
const answer = (date?: string) => ({ status: 200, headers: date === undefined ? {} : { date }, body: '' });

describe('the meter', () => {
  test.each([
    ['the list of versions', to('/services/data'), 0],
    ['the user info', to('/services/oauth2/userinfo'), 0],
    ['the token', to('/services/oauth2/token', 'x'), 0],
    ['a query', to('/services/data/v67.0/query?q=x'), 1],
    ['the limits', to('/services/data/v67.0/limits'), 1],
    ['a composite call', to('/services/data/v67.0/composite', '{"compositeRequest":[{},{}]}'), 1],
    ['a batch of three', to('/services/data/v67.0/composite/batch', '{"batchRequests":[{},{},{}]}'), 3],
  ])('counts %s as %o calls', (_, request, calls) => {
    const meter = createMeter();
    meter.sending(request);
    expect(meter.cost().apiCalls).toBe(calls);
  });

  test('counts what is sent together as one round trip, and what waits for an answer as another', () => {
    const meter = createMeter();
    const [first, second] = [
      meter.sending(to('/services/data')),
      meter.sending(to('/services/oauth2/userinfo')),
    ];
    expect(meter.cost().roundTrips).toBe(1);
    first(answer());
    const third = meter.sending(to('/services/data/v67.0/limits'));
    second(answer());
    third(answer());
    expect(meter.cost().roundTrips).toBe(2);
    meter.sending(to('/services/data/v67.0/limits'))();
    expect(meter.cost().roundTrips).toBe(3);
  });

  test("tells the org's latest time, and no time where no answer had one", () => {
    const meter = createMeter();
    meter.sending(to('/services/data'))(answer());
    expect(meter.orgTime()).toBeNull();
    meter.sending(to('/services/data'))(answer('Mon, 02 Nov 2026 09:00:00 GMT'));
    meter.sending(to('/services/data'))(answer('not a date'));
    expect(meter.orgTime()).toBe('2026-11-02T09:00:00.000Z');
  });
});
