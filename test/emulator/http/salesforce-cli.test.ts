import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, startEmulator } from '../../../src/emulator/start.ts';
import recorded from './salesforce-cli-requests.json' with { type: 'json' };

// The requests that @salesforce/cli 2.150.6 made when it signed in to the emulator and queried it, with its
// own headers, and what it reads from each answer. The CLI itself is too big a thing to depend on.
const headers = {
  'content-type': 'application/json',
  'user-agent': 'sfdx toolbelt:',
  'accept-encoding': 'gzip, deflate',
};

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ org: await loadScenario('compliant'), latencyMs: 0 });
});
afterAll(() => emulator.close());

const ask = (target: string) =>
  fetch(emulator.instanceUrl + target, {
    headers: { ...headers, authorization: `Bearer ${emulator.accessToken}` },
  });

const isUnsupported = (target: string) => target.includes('ScratchOrgInfo');

describe.each(recorded)('$command', ({ requests }) => {
  test.each(requests.filter((target) => !isUnsupported(target)))('gets an answer to %s', async (target) => {
    const response = await ask(target);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  test.each(requests.filter(isUnsupported))('is told that the org is no Dev Hub by %s', async (target) => {
    const response = await ask(target);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  });
});

describe('the Salesforce CLI finds', () => {
  const target = (part: string) =>
    recorded.flatMap(({ requests }) => requests).find((request) => request.includes(part)) ?? part;
  const query = (part: string) => ask(target(part)).then((response) => response.json());

  test('who signed in, and to which org', async () => {
    expect(emulator.accessToken).toMatch(/^(00D\w{12,15})![.\w]*$/);
    expect(await query('userinfo')).toMatchObject({
      preferred_username: 'auditor@acme.example',
      organization_id: expect.stringMatching(/^00D\w{15}$/),
      user_id: '005gS0000000002QAA',
    });
    expect(await query('sobjects/User')).toMatchObject({ Username: 'auditor@acme.example' });
  });

  test('the newest version', async () => {
    const versions = (await query('//services/data')) as readonly { version: string }[];
    expect(versions.at(-1)?.version).toBe('67.0');
  });

  test('what kind of org it is', async () => {
    expect(await query('FROM%20Organization')).toMatchObject({
      records: [
        {
          Name: 'Acme Industries',
          InstanceName: expect.any(String),
          IsSandbox: false,
          TrialExpirationDate: null,
          NamespacePrefix: null,
          OrganizationType: 'Enterprise Edition',
        },
      ],
    });
  });

  test('the columns to print, and a value for each', async () => {
    const { columnMetadata } = (await query('FROM%20User&columns=true')) as {
      columnMetadata: readonly { columnName: string; joinColumns: readonly { columnName: string }[] }[];
    };
    const paths = columnMetadata.flatMap(({ columnName, joinColumns }) =>
      joinColumns.length === 0
        ? [columnName]
        : joinColumns.map((joined) => `${columnName}.${joined.columnName}`),
    );
    expect(paths).toEqual(['Id', 'Username', 'Profile.Name']);
    expect(await query('Profile.Name%20FROM%20User')).toMatchObject({
      totalSize: 10,
      done: true,
      records: expect.arrayContaining([
        expect.objectContaining({
          Username: 'integration@acme.example',
          Profile: expect.objectContaining({ Name: 'API Only' }),
        }),
      ]),
    });
  });
});
