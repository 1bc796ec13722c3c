import { describe, expect, test } from 'vitest';
import type { RowsRead } from '../../../../src/collector/org/reader/read.ts';
import { soql } from '../../../../src/collector/org/soql.ts';
import { loadScenario } from '../../../../src/emulator/scenarios/load-scenario.ts';
import type { Fault } from '../../../../src/emulator/start.ts';
import { emulating, gapOf, okValue, opened } from '../emulated.ts';

const org = await loadScenario('compliant');
const rows = (query: string): RowsRead => ({ kind: 'rows', part: 'things', soql: [query] });
const users = rows(soql`SELECT Id, Username FROM User ORDER BY Username`);
const organization = rows(soql`SELECT Id FROM Organization`);
const fields: RowsRead = {
  ...rows(
    soql`SELECT DurableId, QualifiedApiName FROM EntityParticle WHERE EntityDefinition.QualifiedApiName = 'Account' ORDER BY DurableId`,
  ),
  surface: 'tooling',
  pageBy: 'DurableId',
};

/** Reads the same with these faults; tells what it cost. */
const reading = (faults: readonly Fault[], pageSize = 2000) =>
  emulating({ org, faults, pageSize, latencyMs: 10 }, async (emulator) => {
    const reader = await opened(emulator);
    const before = emulator.stats();
    const answers = await reader.together({
      users,
      organization,
      fields,
      none: undefined,
      both: [users, organization],
    });
    const { apiCalls, roundTrips, requests } = emulator.stats();
    return {
      answers,
      calls: apiCalls - before.apiCalls,
      trips: roundTrips - before.roundTrips,
      requests: requests - before.requests,
    };
  });

const usernames = org.users.map(({ username }) => username).toSorted();

describe('reads that travel together', () => {
  test('are one round trip, and one call for five queries of a surface', async () => {
    const { answers, calls, trips } = await reading([]);
    expect(okValue(answers.users).map(({ Username }) => Username)).toEqual(usernames);
    expect(okValue(answers.organization).length).toBe(1);
    expect(okValue(answers.fields).length).toBeGreaterThan(20);
    expect(answers.both.map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(gapOf(answers.none)).toMatchObject({ code: 'not-collected' });
    expect({ calls, trips }).toEqual({ calls: 2, trips: 1 });
  });

  test('do not take each other down: the one that is refused says so, the others are read', async () => {
    const { answers, trips } = await reading([
      {
        match: 'FROM Organization',
        status: 400,
        errorCode: 'INVALID_TYPE',
        message: "sObject type 'Organization' is not supported.",
      },
    ]);
    expect(gapOf(answers.organization)).toMatchObject({
      errorCode: 'INVALID_TYPE',
      query: organization.soql[0],
    });
    expect(answers.users.status).toBe('ok');
    expect(trips).toBe(1);
  });

  test.each([403, 404, 405])(
    'travel alone where the org refuses composite calls (%d), and are read all the same',
    async (status) => {
      const { answers, trips, requests } = await reading([
        { match: /POST .*composite/, status, errorCode: 'FUNCTIONALITY_NOT_ENABLED', message: 'No.' },
      ]);
      expect(okValue(answers.users).length).toBe(usernames.length);
      expect(okValue(answers.fields).length).toBeGreaterThan(20);
      expect({ trips, requests }).toEqual({ trips: 2, requests: 2 + 5 });
    },
  );

  test('are not asked for together again once the org refused that', async () => {
    const faults: Fault[] = [
      { match: /POST .*composite/, status: 404, errorCode: 'NOT_FOUND', message: 'No.' },
    ];
    await emulating({ org, faults }, async (emulator) => {
      const reader = await opened(emulator);
      await reader.together({ users });
      const { requests } = emulator.stats();
      await reader.together({ users, organization });
      expect(emulator.stats().requests - requests).toBe(2);
    });
  });

  test('are tried again where the trouble is a passing one', async () => {
    const { answers, trips } = await reading([
      { match: /v67.0\/composite/, times: 2, status: 503, html: 'busy' },
    ]);
    expect(okValue(answers.users).length).toBe(usernames.length);
    expect(trips).toBe(3);
  });

  test('are followed page by page together', async () => {
    const { answers, trips } = await reading([], 2);
    expect(okValue(answers.users).map(({ Username }) => Username)).toEqual(usernames);
    const pages = Math.ceil(okValue(answers.fields).length / 2);
    expect(trips).toBe(pages);
  });

  test('know more than one page of the catalogue', async () => {
    const [whole, paged] = [await reading([]), await reading([], 3)];
    expect(okValue(paged.answers.fields)).toEqual(okValue(whole.answers.fields));
  });

  test('tell their progress', async () => {
    await emulating({ org }, async (emulator) => {
      const seen: string[] = [];
      const reader = await opened(emulator, {
        onProgress: ({ part, done, total }) => seen.push(`${part} ${done}/${total}`),
      });
      await reader.together({ users, organization: { ...organization, part: 'the organization' } });
      await reader.together({ users });
      expect(seen).toEqual(['the org 0/1', 'things 0/2', 'the organization 2/2', 'things 2/3', 'things 3/3']);
    });
  });
});

describe('a column that came with a later version than the one spoken', () => {
  const since: RowsRead = {
    ...rows(soql`SELECT Id, PermissionsViewAllFields FROM ObjectPermissions`),
    since: '63.0',
  };

  test('is read in that version where the org has it', async () => {
    await emulating({ org }, async (emulator) => {
      const reader = await opened(emulator, { apiVersion: '60.0' });
      expect((await reader.together({ since })).since.status).toBe('ok');
    });
  });

  test('is not there where the org is older', async () => {
    await emulating(
      { org: { ...org, apiVersions: { oldest: '31.0', newest: '62.0' } } },
      async (emulator) => {
        const reader = await opened(emulator);
        expect(gapOf((await reader.together({ since })).since)).toMatchObject({ errorCode: 'INVALID_FIELD' });
      },
    );
  });
});
