import { describe, expect, test } from 'vitest';
import { data, type FakeEmulator, json, type QueryBody, startFake } from './fake-org.ts';

const soql = 'SELECT Id FROM Account';

async function pages(
  emulator: FakeEmulator,
  first: string,
  headers = {},
): Promise<{ sizes: number[]; ids: string[] }> {
  const sizes: number[] = [];
  const ids: string[] = [];
  for (let next: string | undefined = first; next !== undefined; ) {
    const body: QueryBody = await json<QueryBody>(emulator.get(next, headers));
    sizes.push(body.records.length);
    ids.push(...body.records.map(({ Id }) => String(Id)));
    expect(body.totalSize).toBe(4500);
    expect(body.done).toBe(body.nextRecordsUrl === undefined);
    next = body.nextRecordsUrl;
  }
  return { sizes, ids };
}

describe('a long answer', () => {
  test.each([
    ['has 2,000 records a page', {}, {}, '', [2000, 2000, 500]],
    ['has pages as small as the emulator is told', { pageSize: 1500 }, {}, '', [1500, 1500, 1500]],
    [
      'follows a wish for smaller pages',
      {},
      { 'sforce-query-options': 'batchSize=1800' },
      '',
      [1800, 1800, 900],
    ],
    [
      'does not follow a wish for larger ones',
      { pageSize: 2000 },
      { 'Sforce-Query-Options': 'batchSize=5000' },
      '',
      [2000, 2000, 500],
    ],
    [
      'does not follow a wish for tiny ones',
      {},
      { 'Sforce-Query-Options': 'batchSize=10' },
      '',
      [2000, 2000, 500],
    ],
    ['pages the Tooling API too', {}, {}, '/tooling', [2000, 2000, 500]],
  ])('%s', async (_, options, headers, surface, expected) => {
    await using emulator = await startFake({ accounts: 4500, ...options });
    const { sizes, ids } = await pages(
      emulator,
      `${data}${surface}/query?q=${encodeURIComponent(soql)}`,
      headers,
    );
    expect(sizes).toEqual(expected);
    expect(new Set(ids).size).toBe(4500);
  });

  test('names its next page by locator and offset', async () => {
    await using emulator = await startFake({ accounts: 4500 });
    const { nextRecordsUrl = '' } = await json<QueryBody>(emulator.query(soql));
    expect(nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/query\/01g\w{15}-2000$/);
  });

  test('is nobody else’s, and no other API’s', async () => {
    await using emulator = await startFake({ accounts: 4500 });
    const { nextRecordsUrl = '' } = await json<QueryBody>(emulator.query(soql));
    const authorization = `Bearer ${emulator.tokenFor('ben.ruiz@acme.example')}`;
    expect((await emulator.get(nextRecordsUrl)).status).toBe(200);
    expect((await emulator.get(nextRecordsUrl, { authorization })).status).toBe(400);
    expect((await emulator.get(nextRecordsUrl.replace('/query', '/tooling/query'))).status).toBe(400);
  });

  test('ends where it ends', async () => {
    await using emulator = await startFake({ accounts: 4500 });
    const { nextRecordsUrl = '' } = await json<QueryBody>(emulator.query(soql));
    expect((await emulator.get(nextRecordsUrl.replace('-2000', '-4500'))).status).toBe(400);
  });
});

test('an answer that fits its page has no locator', async () => {
  await using emulator = await startFake({ accounts: 3, pageSize: 3 });
  const body = await json<QueryBody>(emulator.query(soql));
  expect(body).toMatchObject({ totalSize: 3, done: true });
  expect(body).not.toHaveProperty('nextRecordsUrl');
});
