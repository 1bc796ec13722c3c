import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { data, type FakeEmulator, startFake } from './fake-org.ts';

let emulator: FakeEmulator;
beforeAll(async () => {
  emulator = await startFake();
});
afterAll(() => emulator.close());

describe('a request line', () => {
  const path = (bytes: number) => {
    const start = `${data}/query?q=SELECT+Id+FROM+Account+WHERE+`;
    return start + 'x'.repeat(bytes - start.length);
  };

  test.each([
    ['of 16,385 bytes is too long', 16_385, {}, 414, 'URI Too Long'],
    ['of 100,000 bytes is too long', 100_000, {}, 414, 'URI Too Long'],
    ['of 16,384 bytes is too long with its headers', 16_384, {}, 431, 'Request Header Fields Too Large'],
    [
      'of 200 bytes is too long with 16,384 bytes of headers',
      200,
      { 'x-long': 'y'.repeat(16_384) },
      431,
      'Request Header Fields Too Large',
    ],
  ])('%s', async (_, bytes, headers, status, reason) => {
    const response = await emulator.get(path(bytes), headers as Record<string, string>);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(reason);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  test('of 15,000 bytes is not too long', async () => {
    expect((await emulator.get(path(15_000))).status).toBe(200);
  });
});

test('every answer carries the org’s own time, whoever asks and whatever comes of it', async () => {
  const paths = ['/services/data', `${data}/limits`, '/nothing', '/emulator/stats', '/services/oauth2/token'];
  const dates = await Promise.all(paths.map(async (path) => (await emulator.get(path)).headers.get('date')));
  expect(new Set(dates)).toEqual(new Set(['Mon, 02 Nov 2026 09:00:00 GMT']));
});

test('a HEAD has the headers of the answer and no body', async () => {
  const response = await emulator.send('HEAD', `${data}/limits`);
  expect(response.status).toBe(200);
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100);
  expect(await response.text()).toBe('');
});

test('a port that is taken is an error, not a crash', async () => {
  const port = Number(new URL(emulator.instanceUrl).port);
  await expect(startFake({ port })).rejects.toThrow('EADDRINUSE');
});

test('it listens on loopback alone', () => {
  expect(new URL(emulator.instanceUrl).hostname).toBe('127.0.0.1');
});
