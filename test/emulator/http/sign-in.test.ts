import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emulatedCredentials, refusedClients } from '../../../src/emulator/http/oauth-clients.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { data, type FakeEmulator, json, organizationId, startFake } from './fake-org.ts';

let emulator: FakeEmulator;
beforeAll(async () => {
  emulator = await startFake({
    realTime: () => now,
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
const now = Date.parse('2026-11-20T10:00:00Z');
const inTwoMinutes = now / 1000 + 120;

interface Signed {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: string;
  readonly key?: string;
}

/** An assertion that holds, but for what is changed; made without a library, by RFC 7515 and 7523. */
function assertion({ claims = {}, alg = 'RS256', key = emulator.jwtPrivateKey() }: Signed = {}): string {
  const usual = { iss: clientId, sub: integration, aud: 'https://login.salesforce.com', exp: inTwoMinutes };
  const signed = [{ alg }, { ...usual, ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

async function token(form: Readonly<Record<string, string>>, host = emulator.instanceUrl) {
  const response = await fetch(`${host}/services/oauth2/token`, {
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

const byPassword = {
  grant_type: 'password',
  client_id: clientId,
  client_secret: clientSecret,
  username: integration,
  password,
};
const byClient = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };

describe('the token endpoint lets in', () => {
  test.each([
    ['a user with the password', () => byPassword, integration],
    ['an app as the auditor', () => byClient, 'auditor@acme.example'],
    ['a user by assertion', () => ({ grant_type: jwtGrant, assertion: assertion() }), integration],
    [
      'an assertion made out to the My Domain',
      () => ({ grant_type: jwtGrant, assertion: assertion({ claims: { aud: emulator.instanceUrl } }) }),
      integration,
    ],
    [
      'the Salesforce CLI’s own app, which has no secret',
      () => ({
        grant_type: 'password',
        client_id: 'PlatformCLI',
        username: integration.toUpperCase(),
        password,
      }),
      integration,
    ],
  ] as const)('%s', async (_, form, username) => {
    const { status, body } = await token(form());
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
    const { body } = await token(byPassword);
    const form = {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: String(body.refresh_token),
    };
    const refreshed = await token(form);
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.access_token).not.toBe(body.access_token);
    emulator.revokeToken(form.refresh_token);
    expect((await token(form)).body.error_description).toBe('expired access/refresh token');
  });

  test('by its login host too, which answers with the address of the org', async () => {
    const loginHost = emulator.instanceUrl.replace('127.0.0.1', 'localhost');
    const { body } = await token(byPassword, loginHost);
    expect(body.instance_url).toBe(emulator.instanceUrl);
  });
});

test('tells every token it has handed out and every assertion it was shown', async () => {
  const presented = assertion();
  const { body } = await token({ grant_type: jwtGrant, assertion: presented });
  expect(emulator.credentialsSeen()).toEqual(
    expect.arrayContaining([emulator.accessToken, body.access_token, presented]),
  );
});

describe('the token endpoint refuses', () => {
  const refusals: readonly (readonly [
    name: string,
    form: () => Readonly<Record<string, string>>,
    error: string,
    description: string,
  ])[] = [
    ['a wrong password', () => ({ ...byPassword, password: 'x' }), 'invalid_grant', 'authentication failure'],
    [
      'an unknown user',
      () => ({ ...byPassword, username: 'no@body' }),
      'invalid_grant',
      'authentication failure',
    ],
    [
      'an inactive user',
      () => ({ ...byPassword, username: 'old.integration@acme.example' }),
      'invalid_grant',
      'inactive user',
    ],
    [
      'a frozen user',
      () => ({ ...byPassword, username: 'mei.tanaka@acme.example' }),
      'invalid_grant',
      'authentication failure',
    ],
    [
      'a stale refresh token',
      () => ({ ...byClient, grant_type: 'refresh_token', refresh_token: 'x' }),
      'invalid_grant',
      'expired access/refresh token',
    ],
    [
      'a refresh token of another app',
      () => ({
        grant_type: 'refresh_token',
        client_id: 'PlatformCLI',
        refresh_token: emulator.refreshTokenFor(integration),
      }),
      'invalid_grant',
      'expired access/refresh token',
    ],
    [
      'a refresh token without the secret of its app',
      () => ({
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: emulator.refreshTokenFor(integration),
      }),
      'invalid_client',
      'invalid client credentials',
    ],
    [
      'an unknown app',
      () => ({ ...byPassword, client_id: 'x' }),
      'invalid_client_id',
      'client identifier invalid',
    ],
    [
      'a wrong secret',
      () => ({ ...byClient, client_secret: 'x' }),
      'invalid_client',
      'invalid client credentials',
    ],
    [
      'client credentials of an app that is not for them',
      () => ({ ...byClient, client_id: 'PlatformCLI' }),
      'unsupported_grant_type',
      'grant type not supported',
    ],
    [
      'an unknown grant',
      () => ({ grant_type: 'toString', client_id: clientId }),
      'unsupported_grant_type',
      'grant type not supported',
    ],
    [
      'what is no assertion',
      () => ({ grant_type: jwtGrant, client_id: clientId, assertion: 'x' }),
      'invalid_grant',
      'invalid assertion',
    ],
  ];
  test.each(refusals)('%s', async (_, form, error, description) => {
    expect(await token(form())).toEqual({ status: 400, body: { error, error_description: description } });
  });

  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const assertions: readonly (readonly [name: string, change: Signed, description: string])[] = [
    ['for nobody', { claims: { sub: 'no@body' } }, "user hasn't approved this consumer"],
    [
      'that another key signed',
      { key: otherKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
      'invalid assertion',
    ],
    ['of another algorithm', { alg: 'none' }, 'invalid assertion'],
    ['that has expired', { claims: { exp: now / 1000 - 1 } }, 'invalid assertion'],
    ['that would last too long', { claims: { exp: now / 1000 + 600 } }, 'invalid assertion'],
    ['that would last for ever', { claims: { exp: undefined } }, 'invalid assertion'],
    [
      'made out to a sandbox, for a production org',
      { claims: { aud: 'https://test.salesforce.com' } },
      'audience is invalid [audience=https://test.salesforce.com login=https://login.salesforce.com]',
    ],
  ];
  test.each(assertions)('an assertion %s', async (_, change, description) => {
    const form = { grant_type: jwtGrant, assertion: assertion(change) };
    expect(await token(form)).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: description },
    });
  });

  test('an assertion whose claims were changed after it was signed', async () => {
    const [header, , signature] = assertion().split('.');
    const [, payload] = assertion({ claims: { sub: 'auditor@acme.example' } }).split('.');
    const form = { grant_type: jwtGrant, assertion: `${header}.${payload}.${signature}` };
    expect((await token(form)).body.error_description).toBe('invalid assertion');
  });

  test('client credentials at a login host', async () => {
    const loginHost = emulator.instanceUrl.replace('127.0.0.1', 'localhost');
    expect((await token(byClient, loginHost)).body.error_description).toBe(
      'request not supported on this domain',
    );
  });

  test.each(Object.entries(refusedClients))('the app %s', async (client, [error, description]) => {
    expect(await token({ ...byPassword, client_id: client })).toEqual({
      status: 400,
      body: { error, error_description: description },
    });
  });

  test('a GET', async () => {
    expect((await emulator.get('/services/oauth2/token')).status).toBe(400);
  });
});

test('a key for assertions that is none is refused at the start', async () => {
  await expect(startFake({ jwtPublicKey: 'nonsense' })).rejects.toThrow(
    /neither a public key nor a certificate/,
  );
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
