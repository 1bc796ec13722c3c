import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/emulator/http/faults.ts';
import { type CompositeBody, compositeStatuses, data, json, type QueryBody, startFake } from './fake-org.ts';

const soql = 'SELECT Id, Name FROM Account';
const timeout = {
  status: 400,
  errorCode: 'QUERY_TIMEOUT',
  message: 'Your query request was running for too long.',
};

describe('a fault strikes', () => {
  test.each<[string, Fault['match'], boolean]>([
    ['a query by its SOQL', 'FROM Account', true],
    ['a query by a pattern', /from account$/i, true],
    ['a request by its path', '/services/data/v67.0/query', true],
    ['a request by its method', /^GET /, true],
    ['nothing else', 'FROM Contact', false],
  ])('%s', async (_, match, strikes) => {
    await using emulator = await startFake({ faults: [{ match, ...timeout }] });
    const response = await emulator.query(soql);
    expect(response.status).toBe(strikes ? 400 : 200);
    if (strikes)
      expect(await response.json()).toEqual([{ message: timeout.message, errorCode: 'QUERY_TIMEOUT' }]);
  });

  test('as often as it is told, then no more', async () => {
    await using emulator = await startFake({ faults: [{ match: /FROM Account/g, times: 2, ...timeout }] });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await emulator.query(soql)).status);
    expect(statuses).toEqual([400, 400, 200, 200]);
  });

  test('a subrequest of a composite call alone', async () => {
    await using emulator = await startFake({ faults: [{ match: 'FROM Account', ...timeout }] });
    const compositeRequest = [
      { method: 'GET', url: `${data}/query?q=${encodeURIComponent(soql)}`, referenceId: 'a' },
      { method: 'GET', url: `${data}/sobjects/Account`, referenceId: 'b' },
    ];
    const body = await json<CompositeBody>(emulator.send('POST', `${data}/composite`, { compositeRequest }));
    expect(compositeStatuses(body)).toEqual([400, 200]);
  });

  test('the sign-in too', async () => {
    const unavailable = { status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'Down for maintenance' };
    await using emulator = await startFake({ faults: [{ match: 'oauth2/token', ...unavailable }] });
    expect((await emulator.send('POST', '/services/oauth2/token')).status).toBe(503);
  });
});

describe('a fault can be', () => {
  test('a page that is shorter than it says', async () => {
    await using emulator = await startFake({
      accounts: 5,
      pageSize: 4,
      faults: [{ match: 'FROM Account', shortPage: 1 }],
    });
    const body = await json<QueryBody>(emulator.query(soql));
    expect(body).toMatchObject({ totalSize: 5, done: true });
    expect(body.records).toHaveLength(3);
    expect(body).not.toHaveProperty('nextRecordsUrl');
  });

  test.each([
    ['a column', 'Name', 'Name'],
    ['a column of a relationship', 'Owner.Alias', 'Owner'],
  ])('%s that is missing', async (_, dropColumn, changed) => {
    await using emulator = await startFake({ faults: [{ match: 'FROM Account', times: 1, dropColumn }] });
    const [without] = (await json<QueryBody>(emulator.query(soql))).records;
    const [whole] = (await json<QueryBody>(emulator.query(soql))).records;
    expect(without).not.toHaveProperty(dropColumn);
    expect(whole).toHaveProperty(dropColumn);
    expect({ ...without, [changed]: whole?.[changed] }).toEqual(whole);
  });

  test('an answer that is no JSON', async () => {
    await using emulator = await startFake({
      faults: [{ match: '/limits', status: 503, html: '<h1>Maintenance</h1>' }],
    });
    const response = await emulator.get(`${data}/limits`);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toBe('<h1>Maintenance</h1>');
  });

  test('a connection that breaks', async () => {
    await using emulator = await startFake({ faults: [{ match: '/limits', hangUp: true }] });
    await expect(emulator.get(`${data}/limits`)).rejects.toThrow('fetch failed');
  });
});
