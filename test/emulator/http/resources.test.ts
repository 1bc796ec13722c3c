import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { data, type FakeEmulator, json, organizationId, startFake } from './fake-org.ts';

interface ColumnsBody {
  readonly columnMetadata: readonly { readonly columnName: string; readonly joinColumns: unknown }[];
}

let emulator: FakeEmulator;
beforeAll(async () => {
  emulator = await startFake();
});
afterAll(() => emulator.close());

describe('a read answers', () => {
  test.each([
    ['the versions, without a token', '/services/data', 200],
    ['the resources of a version', data, 200],
    ['the resources of the Tooling API', `${data}/tooling`, 200],
    ['the objects', `${data}/sobjects`, 200],
    ['an object', `${data}/sobjects/Account`, 200],
    ['its describe', `${data}/sobjects/Account/describe`, 200],
    ['a record', `${data}/sobjects/Account/001000000000001AAA`, 200],
    ['a query', `${data}/query?q=SELECT+Id+FROM+Account`, 200],
    ['a query with a slash before its parameters', `${data}/query/?q=SELECT+Id+FROM+Account`, 200],
    ['a query of deleted records too', `${data}/queryAll?q=SELECT+Id+FROM+Account`, 200],
    ['a Tooling query', `${data}/tooling/query?q=SELECT+Id+FROM+Account`, 200],
    ['a Tooling record', `${data}/tooling/sobjects/Account/001000000000001AAA`, 200],
    ['the limits', `${data}/limits`, 200],
    ['the composite resources', `${data}/composite`, 200],
    ['two slashes as one', '//services/data//v67.0/limits', 200],
    ['an unknown resource', `${data}/nothing`, 404],
    ['an unknown path', '/nothing', 404],
    ['an unknown object', `${data}/sobjects/Nothing/describe`, 404],
    ['a batch of the Tooling API, which has none', `${data}/tooling/composite/batch`, 404],
    ['a version that is yet to come', '/services/data/v99.0/limits', 404],
    ['a version that is none', '/services/data/vX/limits', 404],
    ['a retired version', '/services/data/v30.0/limits', 410],
    ['no query', `${data}/query`, 400],
  ])('%s', async (_, path, status) => {
    const response = await emulator.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
  });
});

describe('the body of', () => {
  const bodyOf = <T>(path: string) => json<T>(emulator.get(path));

  test('the version list names each release', async () => {
    const versions = await bodyOf<readonly object[]>('/services/data');
    expect(versions).toHaveLength(37);
    expect(versions.at(0)).toEqual({ label: "Summer '14", url: '/services/data/v31.0', version: '31.0' });
    expect(versions.at(-2)).toEqual({ label: "Spring '26", url: '/services/data/v66.0', version: '66.0' });
    expect(versions.at(-1)).toEqual({ label: "Summer '26", url: '/services/data/v67.0', version: '67.0' });
  });

  test('the resource list points into the same version', async () => {
    expect(await bodyOf('/services/data/v58.0')).toMatchObject({
      sobjects: '/services/data/v58.0/sobjects',
      tooling: '/services/data/v58.0/tooling',
      identity: `${emulator.instanceUrl}/id/${organizationId}/005000000000001AAA`,
    });
  });

  test('the global describe has no fields', async () => {
    expect(await bodyOf(`${data}/sobjects`)).toEqual({
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: [{ name: 'Account', keyPrefix: '001', label: 'Account', queryable: true }],
    });
  });

  test('a Tooling query says more than a data query', async () => {
    const body = await bodyOf(`${data}/tooling/query?q=SELECT+Id+FROM+Account`);
    expect(body).toMatchObject({
      size: 5,
      totalSize: 5,
      done: true,
      queryLocator: null,
      entityTypeName: 'Account',
    });
  });

  test('a COUNT() has no records', async () => {
    expect(await bodyOf(`${data}/query?q=SELECT+COUNT()+FROM+Account`)).toEqual({
      totalSize: 5,
      done: true,
      records: [],
    });
  });

  test('the column metadata nests a relationship', async () => {
    const query = encodeURIComponent('SELECT id, Name, Owner.Name, Owner.Alias FROM Account');
    const body = await bodyOf<ColumnsBody>(`${data}/query?q=${query}&columns=true`);
    expect(body).toMatchObject({ entityName: 'Account', keyPrefix: '001', idSelected: true, groupBy: false });
    const [id, name, owner] = body.columnMetadata;
    expect(id).toMatchObject({ columnName: 'Id', apexType: 'Id', textType: false, joinColumns: [] });
    expect(name).toMatchObject({ columnName: 'Name', textType: true, updatable: true, insertable: true });
    expect(owner?.columnName).toBe('Owner');
    expect(owner?.joinColumns).toMatchObject([{ columnName: 'Name' }, { columnName: 'Alias' }]);
  });

  test('the limits nest one object per app beside the numbers', async () => {
    const { DailyApiRequests } = await bodyOf<{ DailyApiRequests: Readonly<Record<string, unknown>> }>(
      `${data}/limits`,
    );
    expect(DailyApiRequests.Max).toBe(100_000);
    expect(DailyApiRequests.Remaining).toBe(98_760);
    expect(DailyApiRequests['Salesforce CLI']).toEqual({ Max: 0, Remaining: 0 });
  });

  test.each([
    ['an unknown resource', `${data}/nothing`, 'NOT_FOUND', 'The requested resource does not exist'],
    [
      'an unknown type',
      `${data}/query?q=SELECT+Id+FROM+X`,
      'INVALID_TYPE',
      "sObject type 'Nothing' is not supported.",
    ],
    ['what is no query', `${data}/query?q=Hello`, 'MALFORMED_QUERY', "unexpected token: 'Hello'"],
    [
      'a locator that is unknown',
      `${data}/query/01gEM0000000009AAA-2000`,
      'INVALID_QUERY_LOCATOR',
      'invalid query locator',
    ],
  ])('%s is a list of one error', async (_, path, errorCode, message) => {
    expect(await bodyOf(path)).toEqual([{ message, errorCode }]);
  });
});

describe('the caller', () => {
  test.each([
    ['without a token', {}],
    ['with an unknown token', { authorization: 'Bearer 00D!nonsense' }],
    ['with another kind of credentials', { authorization: 'Basic YTpi' }],
  ])('%s has no session', async (_, headers) => {
    const response = await fetch(`${emulator.instanceUrl}${data}/limits`, {
      headers: headers as Record<string, string>,
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
  });

  test('may write OAuth instead of Bearer', async () => {
    const headers = { authorization: `OAuth ${emulator.accessToken}` };
    expect((await fetch(`${emulator.instanceUrl}${data}/limits`, { headers })).status).toBe(200);
  });

  test('is refused the limits without View Setup', async () => {
    const headers = { authorization: `Bearer ${emulator.tokenFor('ben.ruiz@acme.example')}` };
    const response = await fetch(`${emulator.instanceUrl}${data}/limits`, { headers });
    expect(response.status).toBe(403);
  });

  test('loses the session when the token is revoked, or when the user is deactivated', async () => {
    await using own = await startFake();
    own.revokeToken(own.accessToken);
    expect((await own.get(`${data}/limits`)).status).toBe(401);
    const headers = { authorization: `Bearer ${own.tokenFor('old.integration@acme.example')}` };
    expect((await fetch(`${own.instanceUrl}${data}/limits`, { headers })).status).toBe(401);
  });

  test('cannot be somebody who is not there', () => {
    expect(() => emulator.tokenFor('nobody@acme.example')).toThrow('no user nobody@acme.example');
  });
});
