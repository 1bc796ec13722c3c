import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, startEmulator } from '../../../src/emulator/start.ts';
import { findSalesforceCli } from './find-salesforce-cli.ts';
import { type ClientEnded, runClient } from './run-client.ts';

// The real Salesforce CLI, signed in with an access token to a home folder of its own. It is too big a thing to
// depend on: `npm run real-clients` installs it in an empty folder and runs these tests with it.

const sf = findSalesforceCli(process.env);
const why = sf === null ? ' (skipped: there is no sf on the PATH or in SYNCGATE_TEST_SF)' : '';

interface SfAnswer {
  readonly status: number;
  readonly name?: string;
  readonly message?: string;
  readonly result: Readonly<Record<string, unknown>>;
}

describe.skipIf(sf === null)(`the Salesforce CLI${why}`, () => {
  let home: string;
  let emulator: Emulator;
  let env: Readonly<Record<string, string>>;
  let signedIn: SfAnswer;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'syncgate-sf-'));
    emulator = await startEmulator({ org: await loadScenario('drifted'), latencyMs: 0 });
    env = {
      PATH: [dirname(sf ?? ''), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
      HOME: home,
      USERPROFILE: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_STATE_HOME: join(home, 'state'),
      SF_DISABLE_TELEMETRY: 'true',
      SF_AUTOUPDATE_DISABLE: 'true',
      // No keychain of the machine's is touched.
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    };
    const login = ['--instance-url', emulator.instanceUrl, '--no-prompt', '--alias', 'A'];
    signedIn = await json(['org', 'login', 'access-token', ...login], {
      SF_ACCESS_TOKEN: emulator.accessToken,
    });
  }, 60_000);
  afterAll(async () => {
    await emulator.close();
    await rm(home, { recursive: true, force: true });
  });

  const json = async (
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<SfAnswer> => {
    const { stdout, stderr } = await runClient(sf ?? '', [...args, '--json'], { ...env, ...more });
    return JSON.parse(stdout === '' ? stderr : stdout);
  };
  const query = (soql: string, ...flags: readonly string[]) =>
    json(['data', 'query', '--target-org', 'A', '--query', soql, ...flags]);
  const syncgate = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    runClient(process.execPath, [resolve('src/cli/start.ts'), ...args], { ...env, ...more });

  test('signs in with an access token, and learns who that is and which org it is', () => {
    expect(signedIn).toMatchObject({
      status: 0,
      result: {
        username: 'auditor@acme.example',
        orgId: expect.stringMatching(/^00D\w{15}$/),
        name: 'Acme Industries',
        orgEdition: 'Enterprise Edition',
        isSandbox: false,
        isScratch: false,
        isDevHub: false,
        instanceApiVersion: '67.0',
      },
    });
  });

  test('finds the org connected', async () => {
    expect(await json(['org', 'display', '--target-org', 'A'])).toMatchObject({
      status: 0,
      result: { connectedStatus: 'Connected', alias: 'A', apiVersion: '67.0' },
    });
  });

  test('gets the rows and the relationship of a query', async () => {
    const soql =
      "SELECT Username, Profile.Name FROM User WHERE Profile.Name = 'API Only' AND IsActive = true ORDER BY Username";
    expect(await query(soql)).toMatchObject({
      status: 0,
      result: {
        totalSize: 2,
        done: true,
        records: [
          { Username: 'integration@acme.example', Profile: { Name: 'API Only' } },
          { Username: 'kim.larsen@acme.example', Profile: { Name: 'API Only' } },
        ],
      },
    });
  });

  test('knows the columns of a query, as it prints them for a person', async () => {
    const soql = "SELECT Username, Profile.Name FROM User WHERE Username = 'kim.larsen@acme.example'";
    const args = ['data', 'query', '--target-org', 'A', '--query', soql, '--result-format', 'csv'];
    const { exitCode, stdout } = await runClient(sf ?? '', args, env);
    expect([exitCode, stdout.trim().split('\n')]).toEqual([
      0,
      ['Username,Profile.Name', 'kim.larsen@acme.example,API Only'],
    ]);
  });

  test('queries the Tooling API', async () => {
    const soql =
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Lead' AND QualifiedApiName = 'Company'";
    expect(await query(soql, '--use-tooling-api')).toMatchObject({
      status: 0,
      result: { records: [{ QualifiedApiName: 'Company' }] },
    });
  });

  test('describes an object', async () => {
    const answer = await json(['sobject', 'describe', '--target-org', 'A', '--sobject', 'PermissionSet']);
    const { fields } = answer.result as { fields: readonly { name: string }[] };
    expect(answer.result).toMatchObject({ name: 'PermissionSet', keyPrefix: '0PS', custom: false });
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Id', 'Name', 'IsOwnedByProfile', 'PermissionsApiEnabled']),
    );
  });

  test('lists the limits', async () => {
    const { result } = await json(['org', 'list', 'limits', '--target-org', 'A']);
    expect(result).toContainEqual({
      name: 'DailyApiRequests',
      max: 100_000,
      remaining: expect.any(Number),
    });
  });

  test('is refused a column there is none of, by the org’s own words', async () => {
    expect(await query('SELECT NoSuchColumn FROM User')).toMatchObject({
      status: 1,
      name: 'INVALID_FIELD',
      message: expect.stringContaining("No such column 'NoSuchColumn' on entity 'User'"),
    });
  });

  describe('lends its sign-in to `syncgate audit --target-org`', () => {
    const report = ({ stdout }: ClientEnded) => JSON.parse(stdout);
    const user = ['--user', 'integration@acme.example', '--format', 'json'];

    test('which gives the report that it gives with the token itself', async () => {
      const bySf = await syncgate(['audit', '--target-org', 'A', ...user]);
      const token = { SYNCGATE_ACCESS_TOKEN: emulator.accessToken };
      const byToken = await syncgate(['audit', '--instance-url', emulator.instanceUrl, ...user], token);
      expect([bySf.exitCode, byToken.exitCode]).toEqual([1, 1]);
      expect(report(bySf)).toMatchObject({
        verdict: 'non-compliant',
        subjects: [{ name: 'integration@acme.example' }],
      });
      const { source: _, ...said } = report(bySf);
      const { source: __, ...expected } = report(byToken);
      expect(said).toEqual(expected);
      expect(bySf.stdout + bySf.stderr).not.toContain(emulator.accessToken);
    });

    test('which says that an alias is unknown', async () => {
      const ended = await syncgate(['audit', '--target-org', 'nobody', ...user]);
      expect(ended).toMatchObject({ exitCode: 4, stdout: '', stderr: expect.stringContaining("'nobody'") });
    });
  });

  test('and in all of this nothing was written', () => {
    expect(emulator.stats().refusedWrites).toBe(0);
  });
});
