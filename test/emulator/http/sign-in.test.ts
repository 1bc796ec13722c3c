import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatedCredentials } from '../../../src/emulator/http/token-endpoint.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { data, type FakeEmulator, json, organizationId, startFake } from './fake-org.ts';

let emulator: FakeEmulator;
beforeAll(async () => {
  emulator = await startFake({
    changes: {
      users: (await compliantUsers()).map((user) =>
        user.username === 'mei.tanaka@acme.example' ? { ...user, frozen: true } : user,
      ),
    },
  });
});
afterAll(() => emulator.close());

async function compliantUsers() {
  return (await loadScenario('compliant')).users;
}

const { clientId, clientSecret, password } = emulatedCredentials;
const integration = 'integration@acme.example';
const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const assertion = (claims: object) =>
  `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

async function token(form: Readonly<Record<string, string>>) {
  const response = await fetch(`${emulator.instanceUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await json<Readonly<Record<string, string>>>(response) };
}

async function whoIs(accessToken: string) {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = fetch(`${emulator.instanceUrl}/services/oauth2/userinfo`, { headers });
  return json<Readonly<Record<string, unknown>>>(response);
}

describe('the token endpoint lets in', () => {
  test.each([
    [
      'a user with the password',
      { grant_type: 'password', client_id: clientId, username: integration, password },
      integration,
    ],
    [
      'an app as the auditor',
      { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
      'auditor@acme.example',
    ],
    [
      'a user by assertion',
      { grant_type: jwtGrant, assertion: assertion({ iss: clientId, sub: integration }) },
      integration,
    ],
    [
      'the Salesforce CLI’s own app',
      { grant_type: 'password', client_id: 'PlatformCLI', username: integration.toUpperCase(), password },
      integration,
    ],
  ])('%s', async (_, form, username) => {
    const { status, body } = await token(form as Record<string, string>);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      access_token: expect.stringMatching(/^00D\w{12}![.\w]+$/),
      instance_url: emulator.instanceUrl,
      id: expect.stringContaining(`/id/${organizationId}/005`),
      token_type: 'Bearer',
      issued_at: String(Date.parse('2026-11-02T09:00:00Z')),
      signature: expect.any(String),
    });
    expect((await whoIs(String(body.access_token))).preferred_username).toBe(username);
  });

  test('whoever has a refresh token, until it is revoked', async () => {
    const { body } = await token({
      grant_type: 'password',
      client_id: clientId,
      username: integration,
      password,
    });
    const form = {
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: String(body.refresh_token),
    };
    const refreshed = await token(form);
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.access_token).not.toBe(body.access_token);
    emulator.revokeToken(form.refresh_token);
    expect((await token(form)).body.error_description).toBe('expired access/refresh token');
  });
});

describe('the token endpoint refuses', () => {
  const asUser = { grant_type: 'password', client_id: clientId, username: integration, password };
  test.each([
    ['a wrong password', { ...asUser, password: 'x' }, 'invalid_grant', 'authentication failure'],
    ['an unknown user', { ...asUser, username: 'no@body' }, 'invalid_grant', 'authentication failure'],
    [
      'an inactive user',
      { ...asUser, username: 'old.integration@acme.example' },
      'invalid_grant',
      'inactive user',
    ],
    [
      'a frozen user',
      { ...asUser, username: 'mei.tanaka@acme.example' },
      'invalid_grant',
      'authentication failure',
    ],
    [
      'a stale refresh token',
      { grant_type: 'refresh_token', client_id: clientId, refresh_token: 'x' },
      'invalid_grant',
      'expired access/refresh token',
    ],
    [
      'an app nobody approved',
      { ...asUser, client_id: emulatedCredentials.notApprovedClientId },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    [
      'an app from elsewhere',
      { ...asUser, client_id: emulatedCredentials.ipRestrictedClientId },
      'invalid_grant',
      'ip restricted',
    ],
    [
      'an app that is not installed',
      { ...asUser, client_id: emulatedCredentials.notInstalledClientId },
      'invalid_client',
      'app must be installed into org',
    ],
    ['an unknown app', { ...asUser, client_id: 'x' }, 'invalid_client_id', 'client identifier invalid'],
    [
      'a wrong secret',
      { grant_type: 'client_credentials', client_id: clientId, client_secret: 'x' },
      'invalid_client',
      'invalid client credentials',
    ],
    [
      'an assertion for nobody',
      { grant_type: jwtGrant, assertion: assertion({ iss: clientId, sub: 'no@body' }) },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    [
      'what is no assertion',
      { grant_type: jwtGrant, client_id: clientId, assertion: 'x' },
      'invalid_grant',
      'invalid assertion',
    ],
    [
      'an unknown grant',
      { grant_type: 'toString', client_id: clientId },
      'unsupported_grant_type',
      'grant type not supported',
    ],
  ])('%s', async (_, form, error, description) => {
    expect(await token(form as Record<string, string>)).toEqual({
      status: 400,
      body: { error, error_description: description },
    });
  });

  test('a GET', async () => {
    expect((await emulator.get('/services/oauth2/token')).status).toBe(400);
  });
});

describe('the user info', () => {
  test('tells who the token is of', async () => {
    expect(await whoIs(emulator.accessToken)).toMatchObject({
      user_id: '005000000000001AAA',
      organization_id: organizationId,
      preferred_username: 'auditor@acme.example',
      active: true,
    });
  });

  test('says one word to an unknown token', async () => {
    const response = await fetch(`${emulator.instanceUrl}/services/oauth2/userinfo`, {
      headers: { authorization: 'Bearer x' },
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('Bad_OAuth_Token');
  });

  test('is also behind the identity URL', async () => {
    const { identity } = await json<{ identity: string }>(emulator.get(data));
    const info = await json(emulator.get(new URL(identity).pathname));
    expect(info).toMatchObject({ preferred_username: 'auditor@acme.example' });
  });
});
