import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Credentials, type SignInOptions, signInWith } from '../../../../src/collector/org/sign-in.ts';
import { thrownBy } from '../emulated.ts';
import { type Asked, sendJson, serving } from '../small-server.ts';

const now = () => new Date('2026-10-08T12:00:00Z');
const secret = 's3cr&t /+é"x';
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const byClient: Credentials = { way: 'client-credentials', clientId: 'an app', clientSecret: secret };
const byRefresh: Credentials = {
  way: 'refresh-token',
  clientId: 'an app',
  refreshToken: '5Aep.unmistakable',
  clientSecret: secret,
};
const byPassword: Credentials = {
  way: 'password',
  clientId: 'an app',
  clientSecret: secret,
  username: 'me@acme.example',
  password: 'p4ssw0rd&token',
};
const byJwt: Credentials = { way: 'jwt', clientId: 'an app', username: 'me@acme.example', privateKey };

/** Signs in at a server that answers so. */
const signedIn = (
  credentials: Credentials,
  answer: Parameters<typeof serving>[0],
  options: Partial<SignInOptions> = {},
) =>
  serving(answer, async ({ origin, asked }) => {
    const result = await signInWith(credentials, origin, { now, ...options }).catch((error: Error) => error);
    return { result, asked, origin };
  });

const formOf = ({ body }: Asked) => Object.fromEntries(new URLSearchParams(body));

describe('a token request', () => {
  const cases: readonly (readonly [Credentials, Readonly<Record<string, string>>])[] = [
    [byClient, { grant_type: 'client_credentials', client_id: 'an app', client_secret: secret }],
    [
      byRefresh,
      {
        grant_type: 'refresh_token',
        client_id: 'an app',
        refresh_token: '5Aep.unmistakable',
        client_secret: secret,
      },
    ],
    [
      byPassword,
      {
        grant_type: 'password',
        client_id: 'an app',
        client_secret: secret,
        username: 'me@acme.example',
        password: 'p4ssw0rd&token',
      },
    ],
  ];
  test.each(cases)('by $way is one form, posted to the token endpoint', async (credentials, form) => {
    const token = { access_token: '00D!token', instance_url: 'https://acme.my.salesforce.com' };
    const { result, asked } = await signedIn(credentials, (_, response) => sendJson(response, 200, token));
    expect(result).toEqual({ instanceUrl: 'https://acme.my.salesforce.com', accessToken: '00D!token' });
    expect(asked).toMatchObject([
      { method: 'POST', url: '/services/oauth2/token', authorization: undefined },
    ]);
    expect(asked.map(formOf)).toEqual([form]);
  });

  test.each([400, 401, 420, 429, 500, 503])('is not sent again after HTTP %i', async (status) => {
    const { result, asked } = await signedIn(byPassword, (_, response) => sendJson(response, status, {}));
    expect(result).toMatchObject({ kind: status < 420 ? 'not-an-org' : 'unreachable' });
    expect(asked.length).toBe(1);
  });

  test('is not sent again over a broken connection', async () => {
    const { result, asked } = await signedIn(byPassword, (_, response) => response.destroy());
    expect(result).toMatchObject({ kind: 'unreachable' });
    expect(asked.length).toBe(1);
  });

  test.each([301, 302, 307, 308])('follows no redirect (HTTP %i)', async (status) => {
    await serving(
      (_, response) => sendJson(response, 200, {}),
      async (other) => {
        const { result } = await signedIn(byClient, (_, response) =>
          response.writeHead(status, { location: `${other.origin}/services/oauth2/token` }).end(),
        );
        expect(result).toMatchObject({
          kind: 'not-an-org',
          message: expect.stringContaining('redirects to'),
        });
        expect(other.asked).toEqual([]);
      },
    );
  });

  test('ends in time, and when it is interrupted', async () => {
    const late = await signedIn(byClient, () => {}, { timeoutMs: 50 });
    expect(late.result).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('0.05 seconds'),
    });
    const interruption = new AbortController();
    const stopped = await signedIn(byClient, () => interruption.abort(), { signal: interruption.signal });
    expect(stopped.result).toMatchObject({ kind: 'aborted' });
  });

  test.each([
    [
      'an address that is none of Salesforce’s',
      { access_token: '00D!token', instance_url: 'https://evil.example' },
    ],
    ['no address', { access_token: '00D!token' }],
    ['no token', { instance_url: 'https://acme.my.salesforce.com' }],
    ['a list', []],
    ['null', null],
  ])('does not believe an answer with %s', async (_, body) => {
    const { result } = await signedIn(byClient, (__, response) => sendJson(response, 200, body));
    expect(result).toMatchObject({ kind: 'not-an-org' });
    expect(String(result)).not.toContain('00D!token');
  });

  test('does not take a page for an answer, nor repeats it', async () => {
    const { result } = await signedIn(byClient, (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${secret}`),
    );
    expect(result).toMatchObject({ kind: 'not-an-org', message: expect.not.stringContaining('<html>') });
  });

  test('is not sent where it would not be encrypted', async () => {
    expect(
      await thrownBy(() => signInWith(byClient, 'http://acme.my.salesforce.com', { now })),
    ).toMatchObject({ kind: 'usage' });
  });
});

describe('a refusal that repeats what it was sent', () => {
  const repeating = ({ body }: Asked, response: Parameters<Parameters<typeof serving>[0]>[1]) =>
    sendJson(response, 400, {
      error: 'invalid_grant',
      error_description: `what is ${body}? or ${Object.values(Object.fromEntries(new URLSearchParams(body))).join(' ')}`,
    });
  test.each([byClient, byRefresh, byPassword, byJwt])(
    'by $way is told without the secrets',
    async (credentials) => {
      const { result, asked } = await signedIn(credentials, repeating);
      const shown = inspect(result, { depth: null, showHidden: true });
      const sent = asked.map(formOf);
      for (const name of ['client_secret', 'refresh_token', 'password', 'assertion']) {
        const value = sent[0]?.[name];
        if (value === undefined) continue;
        for (const form of [
          value,
          encodeURIComponent(value),
          new URLSearchParams({ '': value }).toString().slice(1),
        ])
          expect(shown).not.toContain(form);
      }
      expect(shown).toContain('[secret]');
    },
  );

  test('is told in one line, and not without end', async () => {
    const { result } = await signedIn(byClient, (_, response) =>
      sendJson(response, 400, { error: 'odd', error_description: `a\r\n\u001b[31m${'b'.repeat(10_000)}` }),
    );
    const { message } = result as Error;
    expect(message.split('\n').length).toBe(1);
    expect(message.length).toBeLessThan(600);
    expect(message).not.toContain('\u001b');
  });
});
