import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { addNearMisses } from '../../../src/collector/org/add-near-misses.ts';
import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import { openOrg } from '../../../src/collector/org/open-org.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { Fault } from '../../../src/emulator/start.ts';
import { emulating, needs, opened, thrownBy } from './emulated.ts';
import { sendJson, serving } from './small-server.ts';

const org = await loadScenario('compliant');
const accessToken = '00D000000000001!AQ4.unmistakable_secret';
const users = ['integration@acme.example'];

/** Everything that printing an error or a value could show. */
const shown = (value: unknown): string =>
  [
    inspect(value, { depth: null, showHidden: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? value.stack : '',
  ].join('\n');

describe('the access token is in no error', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['a refusal', { match: /composite|query/, status: 401, errorCode: 'INVALID_SESSION_ID', message: 'x' }],
    [
      'a disabled API',
      { match: /composite|query/, status: 403, errorCode: 'API_DISABLED_FOR_ORG', message: 'x' },
    ],
    ['a page', { match: '/services/data', status: 200, html: '<html>' }],
    ['a broken connection', { match: '/services/data', hangUp: true }],
    ['an unreadable user', { match: 'FROM User', status: 400, errorCode: 'INVALID_FIELD', message: 'x' }],
  ];
  test.each(faults)('of %s', async (_, fault) => {
    await emulating({ org, faults: [fault] }, async (emulator) => {
      const error = await thrownBy(async () =>
        collectOrg(await opened(emulator), { users, needs: { organization: true } }),
      );
      expect(error).toMatchObject({ name: 'CollectorError' });
      expect(shown(error)).not.toContain(emulator.accessToken);
    });
  });

  test('of an org that repeats it, nor in the gap that comes of that', async () => {
    await serving(
      ({ url }, response) => {
        if (url === '/services/data') sendJson(response, 200, [{ version: '67.0' }]);
        else sendJson(response, 403, [{ errorCode: 'X', message: `who is ${accessToken}?` }]);
      },
      async ({ origin }) => {
        const reader = await openOrg({ instanceUrl: origin, accessToken });
        const { part } = await reader.together({
          part: { kind: 'resource', part: 'limits', path: 'limits' },
        });
        expect(shown(part)).not.toContain('unmistakable_secret');
        expect(shown(part)).toContain('[access token]');
      },
    );
  });

  test('of a timeout, a redirect, a broken connection, a port where nobody listens', async () => {
    const to = async (answer: Parameters<typeof serving>[0]) =>
      serving(answer, async ({ origin }) =>
        thrownBy(() =>
          openOrg({ instanceUrl: origin, accessToken }, { timeoutMs: 50, wait: async () => {} }),
        ),
      );
    const errors = [
      await to(() => {}),
      await to((_, response) => response.writeHead(302, { location: 'https://evil.example/' }).end()),
      await to((_, response) => response.destroy()),
      await thrownBy(() => openOrg({ instanceUrl: 'http://127.0.0.1:1', accessToken })),
    ];
    for (const error of errors) expect(shown(error)).not.toContain('unmistakable_secret');
  });
});

test('the access token is in no snapshot, and the reader that holds it shows it to nobody', async () => {
  await emulating({ org }, async (emulator) => {
    const reader = await opened(emulator);
    const snapshot = await collectOrg(reader, { users, needs });
    const enriched = await addNearMisses(reader, snapshot, [{ kind: 'system', permission: 'ModifyAllData' }]);
    for (const value of [snapshot, enriched, reader])
      expect(shown(value)).not.toContain(emulator.accessToken);
  });
});
