import { describe, expect, test } from 'vitest';
import {
  type BatchBody,
  batchStatuses,
  type CompositeBody,
  compositeStatuses,
  data,
  json,
  startFake,
} from './fake-org.ts';

describe('a write is refused and counted', () => {
  test.each([
    ['creating a record', 'POST', `${data}/sobjects/Account`],
    ['changing a record', 'PATCH', `${data}/sobjects/Account/001000000000001AAA`],
    [
      'changing a record under another method',
      'POST',
      `${data}/sobjects/Account/001000000000001AAA?_HttpMethod=PATCH`,
    ],
    ['deleting a record', 'DELETE', `${data}/sobjects/Account/001000000000001AAA`],
    ['changing a record by PUT', 'PUT', `${data}/sobjects/Account/001000000000001AAA`],
    ['creating a Tooling record', 'POST', `${data}/tooling/sobjects/ApexClass`],
    ['a collection', 'POST', `${data}/composite/sobjects`],
    ['a tree', 'POST', `${data}/composite/tree/Account`],
    ['a bulk job', 'POST', `${data}/jobs/ingest`],
    ['a SOAP call', 'POST', '/services/Soap/u/64.0'],
    ['a composite call that says it is another method', 'POST', `${data}/composite?_HttpMethod=DELETE`],
    ['anything else', 'POST', '/anything'],
  ])('%s', async (_, method, path) => {
    await using emulator = await startFake();
    const response = await emulator.send(method, path, {});
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject([
      { errorCode: 'METHOD_NOT_ALLOWED', message: expect.stringContaining('refuses every write') },
    ]);
    expect(emulator.stats().refusedWrites).toBe(1);
  });

  test('even without a session', async () => {
    await using emulator = await startFake();
    const response = await fetch(`${emulator.instanceUrl}${data}/sobjects/Account`, { method: 'POST' });
    expect(response.status).toBe(401);
    expect(emulator.stats().refusedWrites).toBe(1);
  });

  test('inside a composite call, and only it', async () => {
    await using emulator = await startFake();
    const compositeRequest = ['POST', 'GET', 'PATCH', 'DELETE'].map((method) => ({
      method,
      url: `${data}/sobjects/Account/001000000000001AAA`,
      referenceId: method,
    }));
    const body = await json<CompositeBody>(emulator.send('POST', `${data}/composite`, { compositeRequest }));
    expect(compositeStatuses(body)).toEqual([405, 200, 405, 405]);
    expect(emulator.stats().refusedWrites).toBe(3);
  });

  test('inside a batch, and only it', async () => {
    await using emulator = await startFake();
    const batchRequests = ['GET', 'PATCH'].map((method) => ({
      method,
      url: 'v67.0/sobjects/Account/001000000000001AAA',
    }));
    const body = await json<BatchBody>(emulator.send('POST', `${data}/composite/batch`, { batchRequests }));
    expect(batchStatuses(body)).toEqual([200, 405]);
    expect(emulator.stats().refusedWrites).toBe(1);
  });
});

test('reads, sign-ins and composite calls that only read are no writes', async () => {
  await using emulator = await startFake();
  await emulator.get(`${data}/limits`);
  await emulator.send('HEAD', `${data}/limits`);
  await emulator.send('POST', '/services/oauth2/token');
  await emulator.send('POST', '/services/oauth2/userinfo');
  await emulator.send('POST', `${data}/composite`, {
    compositeRequest: [{ method: 'GET', url: `${data}/sobjects/Account`, referenceId: 'a' }],
  });
  expect(emulator.stats()).toMatchObject({ requests: 5, refusedWrites: 0 });
});
