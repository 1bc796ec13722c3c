import { describe, expect, test } from 'vitest';
import { liveOrg, syncgate } from './command-line.ts';

const controlSequence = '\u001b[';

describe('colour', () => {
  test.for([
    ['on a terminal', { terminal: true }, true],
    ['when piped', { terminal: false }, false],
    ['on a terminal with NO_COLOR', { terminal: true, env: { NO_COLOR: '1' } }, false],
    [
      'on a terminal with NO_COLOR empty, which counts as not set',
      { terminal: true, env: { NO_COLOR: '' } },
      true,
    ],
  ] as const)('%s', async ([, surroundings, coloured]) => {
    const { stdout } = await syncgate(['demo'], surroundings);
    expect(stdout.includes(controlSequence)).toBe(coloured);
  });
});

test.for([60, 80, 120, 200])('no line of a table is wider than a terminal of %i columns', async (width) => {
  const { stdout } = await syncgate(['demo'], { width });
  const widest = Math.max(...stdout.split('\n').map((line) => line.length));
  expect(widest).toBeLessThanOrEqual(width);
  // What stands in columns uses the room there is, up to what a person can read in one line.
  expect(widest).toBeGreaterThan(Math.min(width, 100) - 15);
});

describe('progress', () => {
  test('is told on a terminal, part by part, and taken away at the end', async () => {
    const { org, user, env } = await liveOrg('compliant');
    const { stderr, stdout } = await syncgate(['audit', ...org, ...user], { env, terminal: true });
    expect(stderr).toMatch(/Reading [^(]+ \(\d+ of \d+\)/u);
    expect(stderr.endsWith('\r\u001b[2KAll 19 requirements that apply are met.\n')).toBe(true);
    expect(stdout).not.toContain('Reading ');
  });

  test('is silent when piped', async () => {
    const { org, user, env } = await liveOrg('compliant');
    const { stderr } = await syncgate(['audit', ...org, ...user], { env });
    expect(stderr).toBe('All 19 requirements that apply are met.\n');
  });

  test('is silent with --quiet', async () => {
    const { org, user, env } = await liveOrg('compliant');
    const { stderr } = await syncgate(['audit', ...org, ...user, '--quiet'], { env, terminal: true });
    expect(stderr).toBe('All 19 requirements that apply are met.\n');
  });
});

describe('Ctrl-C', () => {
  test('while an org is read ends with 130 and no trace', async () => {
    const { org, user, env } = await liveOrg('compliant', { latencyMs: 10_000 });
    const interrupt = new AbortController();
    const ended = syncgate(['audit', ...org, ...user], { env, signal: interrupt.signal });
    interrupt.abort('SIGINT');
    expect(await ended).toEqual({ exitCode: 130, stdout: '', stderr: '' });
  });

  test('stops an emulator', async () => {
    const interrupt = new AbortController();
    const ended = syncgate(['emulator'], { signal: interrupt.signal });
    interrupt.abort('SIGINT');
    expect(await ended).toMatchObject({ exitCode: 130 });
  });

  test('being asked to end ends with 143', async () => {
    const interrupt = new AbortController();
    const ended = syncgate(['emulator'], { signal: interrupt.signal });
    interrupt.abort('SIGTERM');
    expect(await ended).toMatchObject({ exitCode: 143 });
  });
});
