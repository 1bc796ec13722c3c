import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';
import { leaksIn, marksOf, writtenSince } from './leaks.ts';

const secret = 'pa$$ & "word" /+<é>';
const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const leaks = (text: string, ...secrets: readonly string[]) =>
  leaksIn([{ place: 'out', text }], secrets).map(({ form }) => form);

describe('a secret is found', () => {
  test.each([
    ['as it is', `<${secret}>`],
    ['in JSON', JSON.stringify({ a: secret })],
    ['in a URL', `https://x/?a=${encodeURIComponent(secret)}`],
    ['in a form', new URLSearchParams({ a: secret, b: 'c' }).toString()],
    ['in XML', '<a>pa$$ &amp; "word" /+&lt;é&gt;</a>'],
    ['in hexadecimal', `0x${Buffer.from(secret).toString('hex')}`],
  ])('%s', (form, text) => {
    expect(leaks(text, secret)).toContain(form);
  });

  test.each(['', 'a', 'ab', 'abc', 'user:'])('in base64, behind %j and before more', (before) => {
    const whole = Buffer.from(`${before}${secret}, and more`);
    expect(leaks(`Basic ${whole.toString('base64')}`, secret)).toContain('in base64');
    expect(leaks(whole.toString('base64url'), secret)).toContain('in base64url');
  });

  test('by any line of a key, and by a key that was written in one line', () => {
    expect(leaks(`… ${key.split('\n')[7]} …`, key)).toContain('as it is');
    expect(leaks(key.replaceAll('\n', '\\n'), key)).not.toEqual([]);
    expect(leaks(key, key.replaceAll('\n', '\\n'))).not.toEqual([]);
  });

  test('without the line break it came with', () => {
    expect(leaks('it is pass-phrase.', 'pass-phrase\n')).toContain('as it is');
  });
});

test('nothing is found where there is nothing', () => {
  expect(leaks('-----BEGIN PRIVATE KEY-----, pa$$ and word', secret, key, '', 'pa$$')).toEqual([]);
});

test('files that were created or changed are searched, and others are not', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'old'), 'old');
  await writeFile(join(folder, 'changed'), 'before');
  const before = await marksOf(folder);
  await writeFile(join(folder, 'changed'), 'after it');
  await writeFile(join(folder, 'new'), 'new');
  const written = await writtenSince(before, folder);
  expect(written.toSorted((a, b) => (a.place < b.place ? -1 : 1))).toEqual([
    { place: 'changed', text: 'after it' },
    { place: 'new', text: 'new' },
  ]);
});

describe('a run of the command line fails its test', () => {
  const env = { SYNCGATE_PASSWORD: 'planted-secret' };
  const failing = (run: Promise<unknown>) =>
    run.then(
      () => 'it did not fail',
      (error: Error) => error.message,
    );

  test('where a secret of the environment is printed, and does not repeat it', async () => {
    const told = await failing(syncgate(['explain', 'planted-secret'], { env }));
    expect(told).toMatch(/^`syncgate explain` has written a secret: standard error \(as it is\)/);
    expect(told).not.toContain('planted-secret');
  });

  /** The reason of a waiver goes into reports as it stands. */
  const reporting = async (reason: string) => {
    const cwd = await emptyFolder();
    const waiver = JSON.stringify({
      requirement: 'account-delete',
      reason,
      owner: 'ops',
      expires: '2026-12-31',
    });
    await writeFile(join(cwd, 'syncgate.config.yaml'), `waivers:\n  - ${waiver}\n`);
    return failing(syncgate(['demo', '--format', 'json'], { cwd }));
  };

  test('where a token that an org gave out is printed', async () => {
    const { tokenFor } = await liveOrg('compliant');
    expect(await reporting(tokenFor('integration@acme.example'))).toContain('standard output (as it is)');
  });

  test('where a token of an org that nobody knows is printed', async () => {
    expect(await reporting(`00D000000000001!AQ4AQ${'0f'.repeat(32)}`)).toContain('(of an emulated org)');
  });

  test('where what came by standard input, or stands in a file for secrets, is printed', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'org.key'), 'planted-in-a-file');
    expect(await failing(syncgate(['explain', 'planted-in-a-file'], { cwd }))).toContain('standard error');
    expect(await failing(syncgate(['explain', 'planted-input'], { stdin: 'planted-input\n' }))).toContain(
      'standard error',
    );
  });

  test('where a file is written with it', async () => {
    const cwd = await emptyFolder();
    // The name of a waiver's requirement, a reason and the like go into reports as they stand.
    await writeFile(
      join(cwd, 'syncgate.config.yaml'),
      'waivers:\n  - { requirement: account-delete, reason: planted-secret, owner: ops, expires: 2026-12-31 }\n',
    );
    const args = ['demo', '--output', 'json=report.json'];
    expect(await failing(syncgate(args, { cwd, env }))).toContain('report.json (as it is)');
  });
});
