import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OutgoingRequest, provenRead } from '../../../../src/collector/org/transport/guard.ts';
import { runs } from '../../../runs.ts';

const origin = 'https://acme.my.salesforce.com';
const api = `${origin}/services/data/v67.0`;

const get = (url: string): OutgoingRequest => ({ method: 'GET', url, headers: {}, body: null });
const post = (url: string, body: unknown): OutgoingRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const query = '/services/data/v67.0/query?q=SELECT%20Id%20FROM%20User';
const composite = (...entries: readonly object[]) => ({ allOrNone: false, compositeRequest: entries });
const read = { method: 'GET', url: query, referenceId: 'q0' };

describe('the guard lets through', () => {
  test.each<[string, OutgoingRequest]>([
    ['the list of versions', get(`${origin}/services/data`)],
    ['the user info', get(`${origin}/services/oauth2/userinfo`)],
    ['a query', get(`${origin}${query}`)],
    ['a tooling query', get(`${api}/tooling/query?q=SELECT`)],
    ['a further page', get(`${api}/query/01gRM000000xyz-2000`)],
    ['a record', get(`${api}/sobjects/User/005000000000001`)],
    ['a describe', get(`${api}/sobjects/Account/describe`)],
    ['the limits', get(`${api}/limits`)],
    ['the token request', post(`${origin}/services/oauth2/token`, 'grant_type=refresh_token')],
    ['a composite call of GETs', post(`${api}/composite`, composite(read, { ...read, referenceId: 'q1' }))],
    ['a tooling composite call of GETs', post(`${api}/tooling/composite`, composite(read))],
    ['a batch of GETs', post(`${api}/composite/batch`, { batchRequests: [{ method: 'GET', url: query }] })],
  ])('%s', (_, request) => {
    expect(provenRead(request, origin)).toBe(request.url);
  });
});

describe('the guard refuses', () => {
  test.each<[string, OutgoingRequest]>([
    ['POST', post(`${api}/sobjects/Account`, { Name: 'x' })],
    ['PATCH', { ...get(`${api}/sobjects/Account/001000000000001`), method: 'PATCH' }],
    ['DELETE', { ...get(`${api}/sobjects/Account/001000000000001`), method: 'DELETE' }],
    ['PUT', { ...get(`${api}/jobs/ingest/1/batches`), method: 'PUT' }],
    ['a method in small letters', { ...get(`${api}/limits`), method: 'get' }],
    ['a GET with a body', { ...get(`${api}/limits`), body: '{}' }],
    ['a GET of custom code', get(`${origin}/services/apexrest/Anything`)],
    ['a GET that revokes the token', get(`${origin}/services/oauth2/revoke?token=x`)],
    ['a GET that runs Apex', get(`${api}/tooling/executeAnonymous/?anonymousBody=x`)],
    ['a GET of a page', get(`${origin}/secur/logout.jsp`)],
    ['an encoded slash in the path', get(`${api}/sobjects/..%2f..%2fapexrest/x`)],
    ['a path that climbs', get(`${api}/query/../../../apexrest/x`)],
    ['a method in the query string', get(`${api}/sobjects/Account/001000000000001?_HttpMethod=DELETE`)],
    ['a method in a header', { ...get(`${api}/limits`), headers: { 'X-HTTP-Method-Override': 'DELETE' } }],
    ['another host', get('https://evil.example/services/data')],
    ['a host that begins the same', get(`${origin}.evil.example/services/data`)],
    ['another port', get(`${origin}:8443/services/data`)],
    ['no encryption', get('http://acme.my.salesforce.com/services/data')],
    ['credentials in the address', get('https://me:secret@acme.my.salesforce.com/services/data')],
    ['no address', get('https://')],
    ['a token request with a query string', post(`${origin}/services/oauth2/token?_HttpMethod=PUT`, 'x')],
    ['SOAP', post(`${origin}/services/Soap/u/67.0`, '<create/>')],
    ['a composite call without a body', { ...post(`${api}/composite`, ''), body: null }],
    ['a composite call of nothing', post(`${api}/composite`, composite())],
    ['a composite call that is no JSON', post(`${api}/composite`, 'x')],
    [
      'a composite call with a POST in it',
      post(`${api}/composite`, composite(read, { ...read, method: 'POST' })),
    ],
    ['a composite call with a body in it', post(`${api}/composite`, composite({ ...read, body: {} }))],
    [
      'a composite call with headers in it',
      post(`${api}/composite`, composite({ ...read, httpHeaders: {} })),
    ],
    [
      'a composite call that writes by address',
      post(`${api}/composite`, composite({ ...read, url: `${query}&_HttpMethod=POST` })),
    ],
    [
      'a composite call that climbs',
      post(`${api}/composite`, composite({ ...read, url: '/services/data/v67.0/query/../../../apexrest/x' })),
    ],
    [
      'a composite call to another host',
      post(`${api}/composite`, composite({ ...read, url: 'https://evil.example/services/data' })),
    ],
    [
      'a composite call that refers to an answer',
      post(`${api}/composite`, composite({ ...read, url: `${query}@{q0.records[0].Id}` })),
    ],
    [
      'a composite call inside another',
      post(`${api}/composite`, composite({ ...read, url: '/services/data/v67.0/composite' })),
    ],
    [
      'a composite call with a doubled key',
      post(
        `${api}/composite`,
        JSON.stringify(composite(read)).replace('"method":"GET"', '"method":"DELETE","method":"GET"'),
      ),
    ],
    [
      'a composite call with more beside its list',
      post(`${api}/composite`, { ...composite(read), graphs: [{}] }),
    ],
    ['a composite graph', post(`${api}/composite/graph`, { graphs: [] })],
    ['a composite tree', post(`${api}/composite/tree/Account`, composite(read))],
    ['a collection', post(`${api}/composite/sobjects`, composite(read))],
    [
      'a batch with a DELETE in it',
      post(`${api}/composite/batch`, { batchRequests: [{ method: 'DELETE', url: query }] }),
    ],
    [
      'a batch with input',
      post(`${api}/composite/batch`, { batchRequests: [{ method: 'GET', url: query, richInput: {} }] }),
    ],
  ])('%s', (_, request) => {
    expect(() => provenRead(request, origin)).toThrow('syncgate only reads');
  });

  test('whatever else a composite call may carry: any entry that is not exactly a GET of a readable resource', () => {
    const entry = fc.record(
      {
        method: fc.oneof(fc.constantFrom('POST', 'PATCH', 'PUT', 'DELETE', 'get', 'GET '), fc.string()),
        url: fc.constant(query),
        referenceId: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(entry, fc.nat(3), (wrong, position) => {
        fc.pre(wrong.method !== 'GET');
        const entries: object[] = [read, read, read];
        entries.splice(position, 0, wrong);
        expect(() => provenRead(post(`${api}/composite`, composite(...entries)), origin)).toThrow();
      }),
      runs(100),
    );
  });
});
