import { describe, expect, test } from 'vitest';
import { emulatedCredentials } from '../../../src/emulator/start.ts';
import { type Proxied, proxied } from '../../collector/org/transport/proxied.ts';
import { type LiveOrg, syncgate } from '../command-line.ts';
import { json, now, org } from './ways.ts';

/** An org that is reached by its name through a proxy alone. */
async function behindProxy<T>(
  refuse: number | undefined,
  use: (parts: Proxied & { readonly live: LiveOrg }) => Promise<T>,
): Promise<T> {
  const live = await org();
  const port = Number(new URL(live.instanceUrl).port);
  return proxied({ port, ...(refuse !== undefined && { refuse }) }, (parts) => use({ ...parts, live }));
}

describe('an audit behind a proxy', () => {
  test.for(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'named by %s, gives the report that it gives without, but for the address of the org',
    async (variable) => {
      await behindProxy(undefined, async ({ origin, proxy, tunnels, live }) => {
        const without = await syncgate(['audit', ...live.org, ...live.user, ...json], { env: live.env });
        const env = { ...live.env, [variable]: proxy };
        const args = ['audit', '--instance-url', origin, ...live.user, ...json];
        const through = await syncgate(args, { env });
        expect(tunnels.length).toBeGreaterThan(0);
        expect(through).toEqual({
          ...without,
          stdout: without.stdout.replaceAll(live.instanceUrl, origin),
        });
      });
    },
  );

  test('is told that it refuses: exit code 4, and its password nowhere', async () => {
    await behindProxy(407, async ({ origin, proxy, tunnels, live }) => {
      const env = { ...live.env, https_proxy: proxy.replace('//', '//me:wrong-password@') };
      const args = ['audit', '--instance-url', origin, ...live.user, '--verbose'];
      const ended = await syncgate(args, { env });
      expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
      expect(ended.stderr).toContain(`the proxy ${proxy} wants a name and a password, or other ones (407)`);
      expect(tunnels[0]?.authorization).toBe(`Basic ${Buffer.from('me:wrong-password').toString('base64')}`);
    });
  });

  test('is told that its address is none: exit code 2, and the address not repeated', async () => {
    const env = {
      SYNCGATE_ACCESS_TOKEN: '00D000000000001!secret.of.mine',
      HTTPS_PROXY: 'socks5://me:wrong-password@x',
    };
    const args = ['audit', '--instance-url', 'https://acme.my.salesforce.com', '-u', 'x'];
    expect(await syncgate(args, { env })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('HTTPS_PROXY is no address of an HTTP proxy'),
    });
  });

  test('signs in through it too, and goes to no address that is not Salesforce’s', async () => {
    await behindProxy(undefined, async ({ origin, proxy, seen, live }) => {
      const { clientId, clientSecret } = emulatedCredentials;
      const args = ['--instance-url', origin, '--sign-in', 'client-credentials', '--client-id', clientId];
      const env = { SYNCGATE_CLIENT_SECRET: clientSecret, HTTPS_PROXY: proxy };
      const ended = await syncgate(['audit', ...args, ...live.user], { env, now });
      // The emulated org answers with its own address, on this machine: no org of Salesforce's would.
      expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
      expect(ended.stderr).toContain(`${origin} says that the org is at ${live.instanceUrl}`);
      expect(live.stats()).toMatchObject({ requests: 1, apiCalls: 0 });
      expect(seen()).not.toContain(clientSecret);
    });
  });
});

test('the demo is not bothered by a proxy that is not there', async () => {
  const env = { HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1' };
  expect(await syncgate(['demo', '--scenario', 'compliant', '--gate'], { env })).toMatchObject({
    exitCode: 0,
  });
});
