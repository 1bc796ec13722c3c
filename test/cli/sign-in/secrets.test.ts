import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { builtCommand } from '../../built-command.ts';
import { emptyFolder, syncgate } from '../command-line.ts';
import { json, now, org, wayTo } from './ways.ts';

/** What an audit without a fault ends with. */
const closingLine = 'All 19 requirements that apply are met.\n';

describe('a secret', () => {
  const from = async (file: string, setUp: (cwd: string) => Promise<void>, stdin = '') => {
    const live = await org('compliant');
    const cwd = await emptyFolder();
    await setUp(cwd);
    const args = ['audit', ...live.org, ...live.user, '--secret-file', file];
    return syncgate(args, { cwd, stdin, now });
  };
  const none = async () => {};

  test('that others can read is warned of', async () => {
    const live = await org('compliant');
    const cwd = await emptyFolder();
    const run = async (mode: number) => {
      await writeFile(join(cwd, 'token'), live.accessToken);
      await chmod(join(cwd, 'token'), mode);
      return syncgate(['audit', ...live.org, ...live.user, '--secret-file', 'token'], { cwd });
    };
    for (const mode of [0o644, 0o640, 0o604]) {
      const { exitCode, stderr } = await run(mode);
      expect(exitCode).toBe(0);
      expect(stderr).toBe(
        `syncgate: warning: others on this machine may open token (mode 0${mode.toString(8)}), and there is a secret in it. Run \`chmod 600\` on it.\n${closingLine}`,
      );
    }
    for (const mode of [0o600, 0o400]) expect((await run(mode)).stderr).toBe(closingLine);
  });

  test.for([
    [
      'a file that is not there',
      'no-file',
      none,
      /the access token could not be read: no-file: there is no such file/,
    ],
    ['a folder', 'folder', (cwd: string) => mkdir(join(cwd, 'folder'), { mode: 0o700 }), /it is a folder/],
    [
      'an empty file',
      'empty',
      (cwd: string) => writeFile(join(cwd, 'empty'), '\n', { mode: 0o600 }),
      /empty holds nothing/,
    ],
    ['an empty standard input', '-', none, /standard input holds nothing/],
  ] as const)('%s: exit code 2', async ([, file, setUp, words]) => {
    const ended = await from(file, async (cwd) => void (await setUp(cwd)));
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(words) });
  });

  test('that is a damaged key is not repeated: exit code 2', async () => {
    const live = await org('compliant');
    const { args } = wayTo(live, 'jwt');
    const env = { SYNCGATE_PRIVATE_KEY: live.jwtPrivateKey().slice(0, 900) };
    const ended = await syncgate(['audit', ...args, ...live.user, '--verbose'], { env, now });
    expect(ended).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('The private key is no PEM file'),
    });
  });
});

test('the command reads a secret from the standard input of its process', async () => {
  const live = await org('compliant');
  const args = [builtCommand, 'audit', ...live.org, ...live.user, '--secret-file', '-', ...json];
  // A proxy that is not there: this machine is reached without.
  const env = {
    PATH: process.env.PATH ?? '',
    HTTPS_PROXY: 'http://127.0.0.1:1',
    HTTP_PROXY: 'http://127.0.0.1:1',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(`${live.accessToken}\n`);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: closingLine });
  expect(JSON.parse(stdout).results.length).toBeGreaterThan(0);
  expect(stdout).not.toContain(live.accessToken);
});
