import { expect, test } from 'vitest';
import { type BatchBody, batchStatuses, data, json, startFake } from './fake-org.ts';

const batchOf = (count: number) => ({
  batchRequests: Array.from({ length: count }, () => ({ method: 'GET', url: 'v67.0/limits' })),
});
const compositeOf = (count: number) => ({
  compositeRequest: Array.from({ length: count }, (_, index) => ({
    method: 'GET',
    url: `${data}/sobjects/Account`,
    referenceId: `ref${index}`,
  })),
});

test('every data answer says how many calls the day has seen, refusals included', async () => {
  await using emulator = await startFake({ changes: { dailyApiRequests: { max: 5000, remaining: 4982 } } });
  const usage = async (path: string) => (await emulator.get(path)).headers.get('sforce-limit-info');
  expect(await usage(`${data}/limits`)).toBe('api-usage=19/5000');
  expect(await usage(`${data}/nothing`)).toBe('api-usage=20/5000');
});

test('signing in, asking who one is and which versions there are is free', async () => {
  await using emulator = await startFake();
  await emulator.get('/services/data');
  await emulator.get('/services/oauth2/userinfo');
  await emulator.send('POST', '/services/oauth2/token');
  expect(emulator.stats()).toMatchObject({ requests: 3, apiCalls: 0 });
});

test('a composite call counts once, a batch once per subrequest', async () => {
  await using emulator = await startFake();
  await emulator.send('POST', `${data}/composite`, compositeOf(7));
  expect(emulator.stats().apiCalls).toBe(1);
  await emulator.send('POST', `${data}/composite/batch`, batchOf(7));
  expect(emulator.stats().apiCalls).toBe(8);
  expect(emulator.stats().requests).toBe(2);
});

test('a caller without a session costs nothing', async () => {
  await using emulator = await startFake();
  await fetch(`${emulator.instanceUrl}${data}/limits`);
  expect(emulator.stats()).toMatchObject({ requests: 1, apiCalls: 0 });
});

test('when the day is used up, every data call is refused', async () => {
  await using emulator = await startFake({ changes: { dailyApiRequests: { max: 100, remaining: 1 } } });
  expect((await emulator.get(`${data}/limits`)).status).toBe(200);
  const refused = await emulator.get(`${data}/limits`);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('sforce-limit-info')).toBe('api-usage=100/100');
  expect(await refused.json()).toEqual([
    { message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' },
  ]);
  expect((await emulator.get('/services/oauth2/userinfo')).status).toBe(200);
});

test('a batch that runs into the limit is refused from there on', async () => {
  await using emulator = await startFake({ changes: { dailyApiRequests: { max: 100, remaining: 2 } } });
  const body = await json<BatchBody>(emulator.send('POST', `${data}/composite/batch`, batchOf(3)));
  expect(batchStatuses(body)).toEqual([200, 200, 403]);
});

test('an org without the REST API says so', async () => {
  await using emulator = await startFake({ changes: { restApi: false } });
  const response = await emulator.get(`${data}/limits`);
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual([
    { message: 'The REST API is not enabled for this Organization.', errorCode: 'API_DISABLED_FOR_ORG' },
  ]);
});
