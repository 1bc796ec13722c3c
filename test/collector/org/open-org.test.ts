import { describe, expect, test } from 'vitest';
import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import { openOrg } from '../../../src/collector/org/open-org.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { Fault } from '../../../src/emulator/start.ts';
import { emulating, opened, thrownBy } from './emulated.ts';
import { sendJson, serving } from './small-server.ts';

const org = await loadScenario('compliant');
const accessToken = '00D000000000001!secret';
const now = () => new Date('2026-11-02T09:00:00Z');
const users = ['integration@acme.example'];

describe('opening an org', () => {
  test("tells whose session it is, the version spoken, and the org's own time, in one uncounted round trip", async () => {
    await emulating({ org }, async (emulator) => {
      const reader = await opened(emulator);
      expect(reader).toMatchObject({
        apiVersion: '67.0',
        newestVersion: '67.0',
        organizationId: '00DgS0000000001UAA',
        caller: { status: 'ok', value: { username: 'auditor@acme.example' } },
      });
      expect(reader.time()).toBe('2026-11-02T09:00:00.000Z');
      expect(reader.cost()).toEqual({ roundTrips: 1, apiCalls: 0 });
    });
  });

  test.each([
    ['31.0', '67.0', undefined, '67.0'],
    ['31.0', '60.0', undefined, '60.0'],
    ['31.0', '70.0', undefined, '67.0'],
    ['31.0', '70.0', '70.0', '70.0'],
    ['31.0', '67.0', '58', '58.0'],
  ])('offering %s to %s and asked for %s speaks %s', async (oldest, newest, apiVersion, spoken) => {
    await emulating({ org: { ...org, apiVersions: { oldest, newest } } }, async (emulator) => {
      const reader = await opened(emulator, apiVersion === undefined ? {} : { apiVersion });
      expect(reader.apiVersion).toBe(spoken);
    });
  });

  test.each([
    ['57.0', undefined, 'no-api', 'offers API versions up to 57.0; syncgate needs 58.0 or newer'],
    ['67.0', '68.0', 'usage', 'does not offer API version 68.0. It offers 31.0 to 67.0'],
    ['67.0', '57.0', 'usage', 'API version 57.0 is too old'],
    ['67.0', 'latest', 'usage', "'latest' is no API version. It looks like 67.0"],
  ])('offering up to %s and asked for %s is refused (%s)', async (newest, apiVersion, kind, words) => {
    await emulating({ org: { ...org, apiVersions: { oldest: '31.0', newest } } }, async (emulator) => {
      const error = await thrownBy(() => opened(emulator, apiVersion === undefined ? {} : { apiVersion }));
      expect(error).toMatchObject({ kind });
      expect(error.message).toContain(words);
    });
  });
});

describe('what cannot be opened says what to do', () => {
  const page = '<html><head><title>Login</title></head></html>';
  test.each<[string, number, string]>([
    ['a login page', 200, 'text/html; charset=UTF-8'],
    ['a page that is not found', 404, 'text/html'],
    ['a text', 200, 'text/plain'],
  ])('%s', async (_, status, type) => {
    await serving(
      (__, response) => response.writeHead(status, { 'content-type': type }).end(page),
      async ({ origin }) => {
        const error = await thrownBy(() => openOrg({ instanceUrl: origin, accessToken }));
        expect(error).toMatchObject({ kind: 'not-an-org' });
        expect(error.message).toContain('does not answer as a Salesforce API');
        expect(error.message).not.toContain('<html');
      },
    );
  });

  test('another API', async () => {
    await serving(
      (_, response) => sendJson(response, 200, { hello: 'world' }),
      async ({ origin }) => {
        expect(await thrownBy(() => openOrg({ instanceUrl: origin, accessToken }))).toMatchObject({
          kind: 'not-an-org',
        });
      },
    );
  });

  test('maintenance', async () => {
    const faults: Fault[] = [{ match: '/services/data', status: 503, html: page }];
    await emulating({ org, faults }, async (emulator) => {
      const error = await thrownBy(() => opened(emulator));
      expect(error).toMatchObject({ kind: 'unreachable' });
      expect(error.message).toContain('not available just now');
    });
  });

  test.each([
    ['INVALID_SESSION_ID', 401, 'Session expired or invalid', 'signed-out', 'Sign in again'],
    [
      'INVALID_SESSION_ID',
      401,
      'This session is not valid for use with the REST API',
      'signed-out',
      'high-assurance',
    ],
    [
      'API_DISABLED_FOR_ORG',
      403,
      'The REST API is not enabled for this Organization.',
      'no-api',
      'edition has no API',
    ],
    ['REQUEST_LIMIT_EXCEEDED', 403, 'TotalRequests Limit exceeded.', 'limit-exceeded', '24 hours'],
  ])('%s (%d, %s)', async (errorCode, status, message, kind, words) => {
    const faults: Fault[] = [{ match: /composite|query/, status, errorCode, message }];
    await emulating({ org, faults }, async (emulator) => {
      const reader = await opened(emulator);
      const error = await thrownBy(() => collectOrg(reader, { users, needs: { organization: true } }));
      expect(error).toMatchObject({ kind });
      expect(error.message).toContain(words);
      expect(error.message).toContain(emulator.instanceUrl);
    });
  });

  test('a session that was never good is told when the org is opened', async () => {
    await emulating({ org }, async ({ instanceUrl }) => {
      expect(await thrownBy(() => openOrg({ instanceUrl, accessToken }))).toMatchObject({
        kind: 'signed-out',
      });
    });
  });

  test('an interruption, before and while it waits to try again', async () => {
    await emulating({ org, faults: [{ match: '/services/data', hangUp: true }] }, async (emulator) => {
      expect(await thrownBy(() => opened(emulator, { signal: AbortSignal.abort() }))).toMatchObject({
        kind: 'aborted',
      });
      const interruption = new AbortController();
      const wait = async () => interruption.abort();
      expect(await thrownBy(() => opened(emulator, { wait, signal: interruption.signal }))).toMatchObject({
        kind: 'aborted',
      });
      expect(await thrownBy(() => opened(emulator))).toMatchObject({ kind: 'unreachable' });
    });
  });
});

describe('an org that is a little different', () => {
  test('whose user info is closed to the session still says whose it is', async () => {
    const faults: Fault[] = [{ match: '/services/oauth2/userinfo', status: 403, html: 'Bad_OAuth_Token' }];
    await emulating({ org, faults }, async (emulator) => {
      const reader = await opened(emulator);
      expect(reader).toMatchObject({ caller: { status: 'ok', value: { userId: '005gS0000000002QAA' } } });
      expect(reader.organizationId).toBe('00DgS0000000001UAA');
    });
  });

  const versions = [{ label: 'x', url: '/services/data/v67.0', version: '67.0' }];
  const timeless = (use: (origin: string) => Promise<void>) =>
    serving(
      ({ url }, response) => {
        response.sendDate = false;
        if (url === '/services/data') sendJson(response, 200, versions);
        else
          sendJson(response, 200, {
            user_id: '005000000000001',
            organization_id: '00D000000000001',
            preferred_username: 'a@b.c',
          });
      },
      ({ origin }) => use(origin),
    );

  test('that does not tell its time is taken to live in the time that is given', async () => {
    await timeless(async (instanceUrl) => {
      const reader = await openOrg({ instanceUrl, accessToken }, { now });
      expect(reader.time()).toBe('2026-11-02T09:00:00.000Z');
    });
  });

  test('that does not tell its time, where none is given, is not audited by a guessed one', async () => {
    await timeless(async (instanceUrl) => {
      const reader = await openOrg({ instanceUrl, accessToken });
      expect(() => reader.time()).toThrow('does not tell its time');
    });
  });
});
