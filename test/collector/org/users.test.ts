import { describe, expect, test } from 'vitest';
import { collectOrg } from '../../../src/collector/org/collect-org.ts';
import { listApiOnlyUsers } from '../../../src/collector/org/list-api-only-users.ts';
import type { UserSelection } from '../../../src/collector/org/users.ts';
import type { OrgDescription, UserDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { emulating, gapOf, opened, thrownBy } from './emulated.ts';

const compliant = await loadScenario('compliant');
const person = (username: string, alias: string): UserDescription => ({
  username,
  alias,
  name: `Who is ${alias}`,
  profile: 'Standard User',
  lastLogin: null,
});
const org: OrgDescription = {
  ...compliant,
  users: [
    ...compliant.users,
    person('twin.one@acme.example', 'twin'),
    person('twin.two@acme.example', 'TWIN'),
    person("o'hara\\%@acme.example", "o'h"),
    person('a@b.co', 'short'),
    person('other@acme.example', 'a@b.co'),
  ],
};

/** Usernames of the subjects, in the order of the snapshot, and what finding them cost. */
const chosen = (users: UserSelection | ((id: (username: string) => string) => UserSelection)) =>
  emulating({ org, latencyMs: 5 }, async (emulator) => {
    const reader = await opened(emulator);
    const idOf = (username: string) => emulator.users.find((user) => user.username === username)?.id ?? '';
    const selection = typeof users === 'function' ? users(idOf) : users;
    const { subjects, cost } = await collectOrg(reader, { users: selection, needs: { organization: true } });
    return { names: subjects.map(({ subject }) => subject.name), trips: cost.roundTrips };
  });
const integration = 'integration@acme.example';
const auditor = 'auditor@acme.example';

describe('a user', () => {
  test.each<[string, UserSelection | ((id: (username: string) => string) => UserSelection)]>([
    ['username', [integration]],
    ['username in other case', ['INTEGRATION@acme.example']],
    ['username between spaces', [` ${integration} `]],
    ['Id', (id) => [id(integration)]],
    ['Id of 15 characters', (id) => [id(integration).slice(0, 15)]],
    ['alias', ['dbint']],
    ['alias in other case', ['DBINT']],
    ['username, twice', [integration, integration.toUpperCase()]],
  ])('is found by %s, at no further cost', async (_, users) => {
    expect(await chosen(users)).toEqual({ names: [integration], trips: 2 });
  });

  test('named in two ways is one subject, for one round trip more', async () => {
    expect(await chosen((id) => [integration, id(integration), 'dbint', auditor])).toEqual({
      names: [auditor, integration],
      trips: 3,
    });
  });

  test('whose username another has as alias is the one with the username', async () => {
    expect(await chosen(['a@b.co'])).toMatchObject({ names: ['a@b.co'] });
  });

  test('with signs in the name that SOQL knows is found by it and by nothing else', async () => {
    expect(await chosen(["o'hara\\%@acme.example"])).toMatchObject({ names: ["o'hara\\%@acme.example"] });
    expect(await chosen(["o'h"])).toMatchObject({ names: ["o'hara\\%@acme.example"] });
  });
});

describe('a user that cannot be meant', () => {
  test.each<[string, UserSelection, string]>([
    ['unknown by username', ['nobody@acme.example'], "the username, Id or alias 'nobody@acme.example'"],
    ['unknown by alias', ['nobody'], "'nobody'"],
    ['unknown by Id', ['005000000000000AAA'], "'005000000000000AAA'"],
    ['unknown among known ones', [integration, 'nobody'], "'nobody'"],
    ['unknown because it is meant to be another query', ["x' OR Username != '"], "'x' OR Username != ''"],
    [
      'shared by two',
      ['twin'],
      "The alias 'twin' belongs to more than one user: twin.one@acme.example, twin.two@acme.example",
    ],
    ['nobody', [], 'No user to audit is named'],
    ['empty', [' '], 'No user to audit is named'],
  ])('%s is refused by name', async (name, users, words) => {
    const error = await thrownBy(() => chosen(users));
    expect(error).toMatchObject({ kind: name.startsWith('unknown') ? 'user-not-seen' : 'usage' });
    expect(error.message).toContain(words);
  });

  test('unknown may be hidden from the auditor, which the refusal says', async () => {
    expect((await thrownBy(() => chosen(['nobody']))).message).toContain(
      'may lack View Setup and Configuration or View All Users',
    );
  });
});

describe('the API-only users', () => {
  test('are the active ones to whom any container gives Api Only User', async () => {
    await emulating({ org: await loadScenario('via-permission-sets') }, async (emulator) => {
      const users = await listApiOnlyUsers(await opened(emulator));
      const names = users.status === 'ok' ? users.value.map(({ username }) => username) : [];
      expect(names).toContain(integration);
      expect(names).not.toContain('old.integration@acme.example');
      expect(names).toEqual(names.toSorted());
    });
  });

  test('can all be audited at once', async () => {
    const { names } = await chosen('all-api-only');
    const expected = org.users.filter(({ active, profile }) => active !== false && /^API Only/.test(profile));
    expect(names).toEqual(expected.map(({ username }) => username).toSorted());
  });

  test('are not known to an auditor who does not see setup, which is no empty list', async () => {
    await emulating({ org: await loadScenario('blind-auditor') }, async (emulator) => {
      const reader = await opened(emulator);
      expect(gapOf(await listApiOnlyUsers(reader))).toMatchObject({ code: 'auditor-blind' });
      expect(await thrownBy(() => collectOrg(reader, { users: 'all-api-only', needs: {} }))).toMatchObject({
        kind: 'usage',
      });
    });
  });

  test('that are none are no reason to pass', async () => {
    const none: OrgDescription = {
      ...compliant,
      profiles: compliant.profiles.map((profile) => ({
        ...profile,
        system: (profile.system ?? []).filter((name) => name !== 'ApiUserOnly'),
      })),
    };
    await emulating({ org: none }, async (emulator) => {
      const reader = await opened(emulator);
      const error = await thrownBy(() => collectOrg(reader, { users: 'all-api-only', needs: {} }));
      expect(error.message).toContain('No active API-only user was found');
    });
  });
});
