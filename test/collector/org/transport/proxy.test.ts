import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openOrg } from '../../../../src/collector/org/open-org.ts';
import { type ProxySettings, proxyFor } from '../../../../src/collector/org/transport/proxy.ts';
import { loadScenario } from '../../../../src/emulator/scenarios/load-scenario.ts';
import type { Emulator } from '../../../../src/emulator/start.ts';
import { emulating, thrownBy } from '../emulated.ts';
import { proxied } from './proxied.ts';

const org = 'https://acme.my.salesforce.com';
const proxy = 'http://proxy.acme.example:3128';

describe('the proxy for an org', () => {
  const cases: readonly (readonly [
    name: string,
    settings: ProxySettings,
    origin: string,
    host: string | null,
  ])[] = [
    ['none, where none is set', {}, org, null],
    ['none, where it is set to nothing', { httpsProxy: ' ', httpProxy: '' }, org, null],
    ['HTTPS_PROXY', { httpsProxy: proxy, httpProxy: 'http://other:1' }, org, 'proxy.acme.example:3128'],
    ['HTTP_PROXY, where there is no other', { httpProxy: proxy }, org, 'proxy.acme.example:3128'],
    ['one without a scheme', { httpsProxy: 'proxy.acme.example:3128' }, org, 'proxy.acme.example:3128'],
    ['one that speaks TLS itself', { httpsProxy: 'https://proxy.acme.example' }, org, 'proxy.acme.example'],
    ['none for this machine', { httpsProxy: proxy, httpProxy: proxy }, 'http://127.0.0.1:7777', null],
    ['none for this machine by name', { httpsProxy: proxy, httpProxy: proxy }, 'http://localhost:7777', null],
    ['none, where all are excepted', { httpsProxy: proxy, noProxy: '*' }, org, null],
    ['none for an excepted host', { httpsProxy: proxy, noProxy: 'a, ACME.my.salesforce.com' }, org, null],
    ['none below an excepted domain', { httpsProxy: proxy, noProxy: 'salesforce.com' }, org, null],
    ['none below .domain', { httpsProxy: proxy, noProxy: 'x.example .salesforce.com' }, org, null],
    ['none below *.domain', { httpsProxy: proxy, noProxy: '*.salesforce.com' }, org, null],
    ['none for the very port', { httpsProxy: proxy, noProxy: 'acme.my.salesforce.com:443' }, org, null],
    [
      'still there for another port',
      { httpsProxy: proxy, noProxy: 'salesforce.com:8443' },
      org,
      'proxy.acme.example:3128',
    ],
    [
      'still there for another host',
      { httpsProxy: proxy, noProxy: 'force.com,esforce.com' },
      org,
      'proxy.acme.example:3128',
    ],
  ];
  test.each(cases)('is %s', (_, settings, origin, host) => {
    expect(proxyFor(origin, settings)?.host ?? null).toBe(host);
  });

  test.each(['socks5://me:hunter2@proxy:1080', 'http://me:hunter2@', 'http://me:hunter2@a b'])(
    '%j is refused and not repeated',
    (httpsProxy) => {
      expect(() => proxyFor(org, { httpsProxy })).toThrow(
        expect.objectContaining({ kind: 'usage', message: expect.not.stringContaining('hunter2') }),
      );
    },
  );
});

/** An org behind a proxy: a name server does not know it, nor is it trusted, but for the length of a test. */
const behindProxy = async <T>(
  setting: { readonly refuse?: number },
  use: (parts: Parameters<Parameters<typeof proxied>[1]>[0] & { readonly emulator: Emulator }) => Promise<T>,
) =>
  emulating({ org: await loadScenario('compliant') }, (emulator) =>
    proxied({ port: Number(new URL(emulator.instanceUrl).port), ...setting }, (parts) =>
      use({ ...parts, emulator }),
    ),
  );

const opened = (origin: string, { accessToken }: Emulator, proxies: ProxySettings) =>
  openOrg({ instanceUrl: origin, accessToken }, { proxies, wait: async () => {} });

describe('through a proxy', () => {
  test('an org is read in a tunnel: the proxy sees its name and not the token', async () => {
    await behindProxy({}, async ({ origin, proxy, tunnels, seen, emulator }) => {
      const reader = await opened(origin, emulator, { httpsProxy: proxy });
      expect(reader.caller).toMatchObject({ status: 'ok', value: { username: 'auditor@acme.example' } });
      expect(new Set(tunnels.map(({ to }) => to))).toEqual(new Set(['acme.my.salesforce.com:443']));
      expect(seen()).toContain('acme.my.salesforce.com');
      expect(seen()).not.toContain(emulator.accessToken);
      expect(seen()).not.toMatch(/authorization/i);
    });
  });

  test('its name and password go to the proxy, however they are written', async () => {
    await behindProxy({}, async ({ origin, proxy, tunnels, emulator }) => {
      const httpsProxy = proxy.replace('//', '//me%40acme:50%25-p%40ss@');
      await opened(origin, emulator, { httpsProxy });
      const expected = `Basic ${Buffer.from('me@acme:50%-p@ss').toString('base64')}`;
      expect(tunnels[0]?.authorization).toBe(expected);
    });
  });

  test('nothing goes where NO_PROXY excepts the host', async () => {
    await behindProxy({}, async ({ proxy, tunnels, emulator }) => {
      // A host that nobody has: without the proxy it is looked up, and not found.
      const nowhere = 'https://no-such-org.invalid';
      const error = await thrownBy(() =>
        opened(nowhere, emulator, { httpsProxy: proxy, noProxy: '.invalid' }),
      );
      expect(error.message).toMatch(/no such host|looked up/);
      expect(tunnels).toEqual([]);
    });
  });

  test.each([
    [407, 'wants a name and a password'],
    [403, 'does not let through to it (403)'],
    [502, 'does not let through to it (502)'],
  ])('that refuses with %i, it says so: the proxy %s', async (refuse, words) => {
    await behindProxy({ refuse }, async ({ origin, proxy, tunnels, emulator }) => {
      const httpsProxy = proxy.replace('//', '//me:hunter2-hunter2@');
      const error = await thrownBy(() => opened(origin, emulator, { httpsProxy }));
      expect(error).toMatchObject({ kind: 'unreachable' });
      expect(error.message).toContain(`${origin}: the proxy ${proxy} ${words}`);
      // Two requests open an org; what may be passing is tried three times more.
      expect(tunnels.length).toBeGreaterThanOrEqual(refuse === 502 ? 4 : 1);
      expect(tunnels.length).toBeLessThanOrEqual(refuse === 502 ? 8 : 2);
      expect(inspect(error, { depth: null })).not.toContain('hunter2');
      expect(inspect(error, { depth: null })).not.toContain(emulator.accessToken);
    });
  });

  test('that is not there, it says so', async () => {
    await emulating({ org: await loadScenario('compliant') }, async (emulator) => {
      const error = await thrownBy(() => opened(org, emulator, { httpsProxy: 'http://127.0.0.1:1' }));
      expect(error).toMatchObject({ kind: 'unreachable' });
      expect(error.message).toMatch(/the proxy http:\/\/127\.0\.0\.1:1 is not there: nothing listens there/);
    });
  });
});
