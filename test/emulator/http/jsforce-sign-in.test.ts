import { Connection } from 'jsforce/lib/connection.js';
import { OAuth2 } from 'jsforce/lib/oauth2.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatedCredentials } from '../../../src/emulator/http/oauth-clients.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, startEmulator } from '../../../src/emulator/start.ts';

// jsforce with its own transport: a client that is not ours, against which the token endpoint is held.
const { clientId, clientSecret, password } = emulatedCredentials;
const username = 'auditor@acme.example';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ org: await loadScenario('compliant'), latencyMs: 0 });
});
afterAll(() => emulator.close());

const oauth2 = (changes: object = {}) =>
  new OAuth2({ loginUrl: emulator.instanceUrl, clientId, clientSecret, ...changes });

describe('jsforce signs in', () => {
  test('by password, and goes on by the refresh token it was given', async () => {
    const { access_token, refresh_token, instance_url } = await oauth2().authenticate(username, password);
    expect(instance_url).toBe(emulator.instanceUrl);
    const refreshed = await oauth2().refreshToken(refresh_token ?? '');
    expect(refreshed.access_token).not.toBe(access_token);
    const connection = new Connection({ instanceUrl: instance_url, accessToken: refreshed.access_token });
    expect(await connection.identity()).toMatchObject({ preferred_username: username });
  });

  test('by client credentials, and queries', async () => {
    const connection = new Connection({ oauth2: oauth2(), version: '67.0' });
    await connection.authorize({ grant_type: 'client_credentials' });
    expect(await connection.query('SELECT Id FROM Organization')).toMatchObject({ totalSize: 1, done: true });
  });

  test('and is told why not', async () => {
    await expect(oauth2({ clientSecret: 'x' }).authenticate(username, password)).rejects.toThrow(
      'invalid client credentials',
    );
    await expect(oauth2().refreshToken('x')).rejects.toThrow('expired access/refresh token');
  });
});
