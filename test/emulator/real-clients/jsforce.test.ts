import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { type Emulator, emulatedCredentials, startEmulator } from '../../../src/emulator/start.ts';
import { type ClientEnded, runClient } from './run-client.ts';

// A script that knows jsforce and no line of ours, in a process of its own, against the drifted org with so many
// users that they fill more than one page. What it got is held against the scenario and against recorded answers.

const corpus = new URL('../../../../shared/corpus/rest/jupiterone-v50/', import.meta.url);
const recorded = (name: string) => JSON.parse(readFileSync(new URL(name, corpus), 'utf8'));

type Said = Readonly<Record<string, never>>;
interface Refused {
  readonly errorCode?: string;
  readonly message: string;
}
interface Field {
  readonly name: string;
}

const who = 'api.partner@acme.example';
let description: OrgDescription;
let emulator: Emulator;
let ended: ClientEnded;
let said: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const drifted = await loadScenario('drifted');
  const crowd = Array.from({ length: 2_100 }, (_, index) => ({
    username: `crowd.${index}@acme.example`,
    alias: `c${index}`,
    name: `Crowd ${index}`,
    profile: 'Standard User',
    lastLogin: null,
  }));
  description = { ...drifted, users: [...drifted.users, ...crowd] };
  emulator = await startEmulator({ org: description, latencyMs: 0 });
  ended = await runClient(process.execPath, [fileURLToPath(new URL('jsforce-script.mjs', import.meta.url))], {
    INSTANCE_URL: emulator.instanceUrl,
    ACCESS_TOKEN: emulator.accessToken,
    USERNAME: who,
    PASSWORD: emulatedCredentials.password,
    CLIENT_ID: emulatedCredentials.clientId,
    CLIENT_SECRET: emulatedCredentials.clientSecret,
  });
  said = ended.exitCode === 0 ? JSON.parse(ended.stdout) : {};
}, 60_000);
afterAll(() => emulator.close());

test('the script runs to its end and complains of nothing', () => {
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
});

describe('jsforce is told what the scenario says', () => {
  const partner = () => description.users.find(({ username }) => username === who);

  test('who signed in', () => {
    expect(said.identity).toMatchObject({
      preferred_username: description.auditor,
      organization_id: expect.stringMatching(/^00D\w{15}$/),
      user_id: expect.stringMatching(/^005\w{15}$/),
    });
  });

  test('a user, with a value from across a relationship', () => {
    expect(said.user).toMatchObject({
      attributes: { type: 'User', url: expect.stringContaining('/services/data/v67.0/sobjects/User/005') },
      Username: who,
      IsActive: true,
      LastLoginDate: partner()?.lastLogin?.replace('Z', '.000+0000'),
      Profile: { attributes: { type: 'Profile' }, Name: partner()?.profile },
    });
  });

  test('the same record by its Id, whole', () => {
    expect(said.record).toMatchObject({ Username: who, Name: partner()?.name, Email: expect.any(String) });
  });

  test('the assignments, and the profile’s own set among them', () => {
    const { records, totalSize, done } = said.assignments as {
      records: readonly { PermissionSet: { Name: string; IsOwnedByProfile: boolean } }[];
      totalSize: number;
      done: boolean;
    };
    const own = records.filter(({ PermissionSet }) => PermissionSet.IsOwnedByProfile);
    const assigned = records
      .filter(({ PermissionSet }) => !PermissionSet.IsOwnedByProfile)
      .map(({ PermissionSet }) => PermissionSet.Name);
    expect([totalSize, done, own.length]).toEqual([records.length, true, 1]);
    expect(assigned).toEqual(
      partner()?.assignments?.map((each) => 'permissionSet' in each && each.permissionSet),
    );
  });

  test('every permission set that is no profile’s, a group’s aggregate too', () => {
    const { permissionSets = [], permissionSetGroups = [] } = description;
    expect(said.permissionSets).toHaveLength(permissionSets.length + permissionSetGroups.length);
  });

  test('the fields of an object, by the Tooling API', () => {
    const { records } = said.fields as { records: readonly { QualifiedApiName: string; DataType: string }[] };
    const types = new Map(records.map(({ QualifiedApiName, DataType }) => [QualifiedApiName, DataType]));
    const described = description.objects.Account?.fields ?? [];
    expect(described.length).toBeGreaterThan(0);
    for (const { name, type } of described) expect([name, types.get(name)]).toEqual([name, type]);
  });

  test('the objects its user may see: those of Setup, and none that holds records', () => {
    expect(said.global).toEqual(
      expect.arrayContaining(['User', 'PermissionSet', 'PermissionSetAssignment', 'ObjectPermissions']),
    );
    const auditors = description.profiles.find(({ name }) => name === 'Access Auditor');
    expect([auditors?.objects ?? {}, (said.global as readonly string[]).includes('Account')]).toEqual([
      {},
      false,
    ]);
  });

  test('how many calls are left, by the limits and by the header of every answer', () => {
    const { max, remaining } = description.dailyApiRequests ?? { max: 0, remaining: 0 };
    expect(said.limits).toMatchObject({ DailyApiRequests: { Max: max } });
    const { Remaining } = (said.limits as { DailyApiRequests: { Remaining: number } }).DailyApiRequests;
    expect(Remaining).toBeLessThanOrEqual(remaining);
    const { used, limit } = said.apiUsage as { used: number; limit: number };
    expect([limit, used >= max - remaining]).toEqual([max, true]);
  });
});

describe('jsforce pages', () => {
  test('it stops at one page of 2,000 when it is not told otherwise', () => {
    expect(said.count).toBe(description.users.length);
    expect(said.firstPage).toEqual({ totalSize: description.users.length, done: false, records: 2_000 });
  });

  test('it gets every record once when it is', () => {
    expect(said.allPages).toEqual({ done: true, distinct: description.users.length });
  });
});

describe('jsforce is refused as by an org', () => {
  test.for([
    ['noSuchColumn', 'INVALID_FIELD', "No such column 'NoSuchColumn' on entity 'User'"],
    ['noSuchObject', 'INVALID_TYPE', "sObject type 'NoSuchObject' is not supported"],
    ['notSoql', 'MALFORMED_QUERY', ''],
    ['wrongToken', 'INVALID_SESSION_ID', 'Session expired or invalid'],
    ['write', 'METHOD_NOT_ALLOWED', 'refuses every write'],
  ] as const)('%s: %s', ([what, errorCode, message]) => {
    expect(said[what] as Refused).toMatchObject({ errorCode, message: expect.stringContaining(message) });
  });

  test('and its one write was counted', () => {
    expect(emulator.stats().refusedWrites).toBe(1);
  });
});

describe('jsforce signs in by OAuth with username and password', () => {
  test('and is that user from then on', () => {
    expect(said.loggedIn).toEqual({ instanceUrl: emulator.instanceUrl, token: true });
    expect(said.self).toMatchObject({ Username: who });
  });

  test('and is refused with a wrong one', () => {
    expect(said.wrongPassword).toMatchObject({ name: 'invalid_grant', message: 'authentication failure' });
  });
});

describe.skipIf(!existsSync(corpus))(
  'what jsforce got has the shape of recorded answers (needs ../shared/corpus)',
  () => {
    const keysOf = (value: unknown) => Object.keys(value as object);

    test('the describe of PermissionSetAssignment has every recorded key and every recorded field', () => {
      const real = recorded('describe_PermissionSetAssignment_200.json') as { fields: readonly Field[] };
      const own = said.describe as { fields: readonly Field[] };
      expect(keysOf(own)).toEqual(expect.arrayContaining(keysOf(real)));
      expect(own.fields.map(({ name }) => name)).toEqual(
        expect.arrayContaining(real.fields.map(({ name }) => name)),
      );
      const [realId, ownId] = [real, own].map(({ fields }) => fields.find(({ name }) => name === 'Id'));
      expect(keysOf(ownId)).toEqual(expect.arrayContaining(keysOf(realId)));
    });

    test('a retrieved user has the recorded fields that every org has, of the recorded kinds', () => {
      const [real] = (recorded('query_User_200.json') as { records: readonly Said[] }).records;
      const own = said.record as Said;
      for (const key of [
        'Id',
        'Username',
        'Name',
        'Email',
        'IsActive',
        'ProfileId',
        'UserType',
        'Alias',
        'attributes',
      ])
        expect([key, typeof own[key]]).toEqual([key, typeof real?.[key]]);
    });

    test('a wrong token is refused in the recorded words', () => {
      const [real] = recorded('describe_User_401.json') as readonly Refused[];
      expect(said.wrongToken).toMatchObject({ errorCode: real?.errorCode, message: real?.message });
    });

    test('an app that nobody knows is refused in the recorded words', () => {
      const real = recorded('oauth_token_400.json') as { error: string; error_description: string };
      expect(said.unknownApp).toMatchObject({ name: real.error, message: real.error_description });
    });
  },
);
