import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ShareKey } from '../../../src/model/share-key.ts';
import { emptyFolder, liveOrg, syncgate } from '../command-line.ts';

/** A folder with the snapshot of a scenario, redacted with a key. */
async function sharedFolder() {
  const cwd = await emptyFolder();
  const { org, user, env } = await liveOrg('drifted');
  await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
  const ended = await syncgate(['redact', 'org.json', '--output', 'shared.json', '--key', 'share-key.json'], {
    cwd,
  });
  const read = (file: string) => readFile(join(cwd, file), 'utf8');
  const key = async () => JSON.parse(await read('share-key.json')) as ShareKey;
  return { cwd, ended, read, key };
}

const names = /acme|Sync extras|Sync rollout|API Only'/u;

describe('a redacted snapshot', () => {
  test('is audited as the one it was made from, and turned back the report is the same', async () => {
    const { cwd, read } = await sharedFolder();
    const before = await syncgate(['audit', '--snapshot', 'org.json', '--format', 'json'], { cwd });
    const shared = await syncgate(['audit', '--snapshot', 'shared.json', '--format', 'json'], { cwd });
    expect(shared.exitCode).toBe(before.exitCode);
    expect(shared.stdout).not.toMatch(names);
    await writeFile(join(cwd, 'report.json'), shared.stdout);
    const back = await syncgate(
      ['restore', 'report.json', '--key', 'share-key.json', '--output', 'back.json'],
      { cwd },
    );
    expect(back.exitCode).toBe(0);
    expect(back.stderr).toMatch(/^Restored \d+ stand-ins of \d+ names: back\.json has real names in it\.$/mu);
    const [one, other] = [before.stdout, await read('back.json')].map((text) => JSON.parse(text));
    expect(other.summary).toEqual(one.summary);
    expect(other.subjects).toEqual(one.subjects);
    expect(other.source.collected).toEqual(one.source.collected);
    expect(other.source.names).toMatch(/^restored:/u);
    expect(verdictsOf(other)).toEqual(verdictsOf(one));
  });

  test.each(['table', 'json', 'sarif', 'junit', 'markdown'])(
    'says in %s that its names are stand-ins',
    async (format) => {
      const { cwd, key } = await sharedFolder();
      const { stdout, stderr } = await syncgate(['audit', '--snapshot', 'shared.json', '--format', format], {
        cwd,
        width: 120,
      });
      expect(stdout).toContain(`stand-ins:${(await key()).fingerprint}`);
      expect(stderr).toContain('the names in shared.json are stand-ins');
      expect(stdout).not.toMatch(names);
      await writeFile(join(cwd, 'report.txt'), stdout);
      const back = await syncgate(['restore', 'report.txt', '--key', 'share-key.json'], { cwd });
      expect(back.stdout).toMatch(names);
      expect(back.stdout).not.toMatch(/redacted.example|stand-ins:/u);
    },
  );

  test('comes from an org directly too, and tells nothing of it', async () => {
    const cwd = await emptyFolder();
    const { org, user, env } = await liveOrg('drifted');
    const { exitCode, stdout, stderr } = await syncgate(
      ['collect', ...org, ...user, '--share', '--output', 'shared.json'],
      { cwd, env },
    );
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Nothing turns them back: --key FILE would have kept what does.');
    expect(stderr + (await readFile(join(cwd, 'shared.json'), 'utf8'))).not.toMatch(names);
  });

  test('says which names of the customer’s own stay, because they are asked for', async () => {
    const cwd = await emptyFolder();
    const { org, user, env } = await liveOrg('drifted');
    const asked = ['--mapped-field', 'Contact.Job_Function__c', '--mapped-field', 'Account.Rating'];
    const { stderr } = await syncgate(
      ['collect', ...org, ...user, ...asked, '--share', '--output', 'shared.json'],
      { cwd, env },
    );
    expect(stderr).toContain('These stay as they are, because they are asked for: Contact.Job_Function__c.');
  });

  test('and its key are for their owner alone, and what was turned back too', async () => {
    const { cwd } = await sharedFolder();
    await writeFile(join(cwd, 'mail.txt'), 'Look at user-1@redacted.example.');
    await syncgate(['restore', 'mail.txt', '--key', 'share-key.json', '--output', 'back.txt'], { cwd });
    for (const file of ['shared.json', 'share-key.json', 'back.txt'])
      expect((await stat(join(cwd, file))).mode & 0o777).toBe(0o600);
  });
});

describe('a key that is there already', () => {
  test('is gone on with: the same names have the same stand-ins', async () => {
    const { cwd, read, key } = await sharedFolder();
    const before = await key();
    const first = await read('shared.json');
    const { exitCode } = await syncgate(
      ['redact', 'org.json', '--output', 'again.json', '--key', 'share-key.json'],
      { cwd },
    );
    expect(exitCode).toBe(0);
    expect(await read('again.json')).toBe(first);
    expect(await key()).toEqual(before);
  });

  test('and is something else is left as it is', async () => {
    const { cwd } = await sharedFolder();
    await writeFile(join(cwd, 'notes.json'), '{"mine":1}');
    const { exitCode, stderr } = await syncgate(
      ['redact', 'org.json', '--output', 'x.json', '--key', 'notes.json'],
      { cwd },
    );
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining("notes.json is no share key: it must have required property 'shareKeyVersion'"),
    ]);
    expect(await readFile(join(cwd, 'notes.json'), 'utf8')).toBe('{"mine":1}');
  });
});

test('text from standard input is turned back, and nothing of the key beside', async () => {
  const { cwd, key } = await sharedFolder();
  const { names: all } = await key();
  const user = all.find(({ original }) => original === 'integration@acme.example')?.standIn ?? '';
  const { exitCode, stdout } = await syncgate(['restore', '--key', 'share-key.json'], { cwd, stdin: user });
  expect([exitCode, stdout]).toEqual([0, 'integration@acme.example']);
});

describe('what is refused', () => {
  const cases: readonly (readonly [name: string, args: readonly string[], message: string])[] = [
    ['no --output', ['redact', 'org.json'], 'where to write the redacted snapshot is not said'],
    ['the snapshot as output', ['redact', 'org.json', '--output', './org.json'], 'which would be lost'],
    [
      'the snapshot as key',
      ['redact', 'org.json', '--output', 'x.json', '--key', 'org.json'],
      'which would be lost',
    ],
    [
      'a snapshot that is redacted already',
      ['redact', 'shared.json', '--output', 'x.json'],
      'the names in shared.json are stand-ins already',
    ],
    [
      'one file for both',
      ['redact', 'org.json', '--output', 'x.json', '--key', 'x.json'],
      'two reports would be written to x.json',
    ],
    ['a key without stand-ins', ['collect', '--output', 'x.json', '--key', 'k.json'], 'Add --share'],
    ['no key', ['restore', 'org.json'], 'Give --key FILE'],
    ['a key that is not there', ['restore', 'org.json', '--key', 'k.json'], 'there is no such file'],
    ['a text that is not there', ['restore', 'x.txt', '--key', 'share-key.json'], 'there is no such file'],
    ['a key that is none', ['restore', 'shared.json', '--key', 'org.json'], 'org.json is no share key'],
    [
      'a text without stand-ins',
      ['restore', 'org.json', '--key', 'share-key.json'],
      'org.json has none of the stand-ins of share-key.json',
    ],
    [
      'the key as output',
      ['restore', 'shared.json', '--key', 'share-key.json', '--output', 'share-key.json'],
      'share-key.json is the key',
    ],
  ];

  test('each is said, with exit code 2, and nothing is written', async () => {
    const { cwd, read } = await sharedFolder();
    const key = await read('share-key.json');
    for (const [name, args, message] of cases) {
      const { exitCode, stdout, stderr } = await syncgate(args, { cwd });
      expect([name, exitCode, stdout, stderr]).toEqual([name, 2, '', expect.stringContaining(message)]);
      await expect(read('x.json')).rejects.toThrow('ENOENT');
    }
    expect(await read('share-key.json')).toBe(key);
  });

  test('a text of another key, told by its fingerprint', async () => {
    const { cwd, key } = await sharedFolder();
    await syncgate(['redact', 'org.json', '--output', 'other.json', '--key', 'other-key.json'], { cwd });
    const { exitCode, stdout, stderr } = await syncgate(
      ['restore', 'other.json', '--key', 'share-key.json'],
      { cwd },
    );
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`share-key.json is ${(await key()).fingerprint}. Name the key of its own`);
  });

  test('no snapshot ends with 4', async () => {
    const { cwd } = await sharedFolder();
    const { exitCode } = await syncgate(['redact', 'share-key.json', '--output', 'x.json'], { cwd });
    expect(exitCode).toBe(4);
  });
});

const verdictsOf = (report: { readonly results: readonly { requirement: string; verdict: string }[] }) =>
  report.results.map(({ requirement, verdict }) => [requirement, verdict]);
