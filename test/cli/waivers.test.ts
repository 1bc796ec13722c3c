import { execFile } from 'node:child_process';
import { appendFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commandRunner } from '../../src/cli/run-command.ts';
import { emptyFolder, syncgate } from './command-line.ts';

const file = 'syncgate.config.yaml';
const waiver = (requirement: string, expires: string, more = '') =>
  `  - requirement: ${requirement}\n    reason: accepted\n    owner: ops\n    expires: ${expires}\n${more}`;

const run = commandRunner(new AbortController().signal);
const execute = promisify(execFile);

/** Git as on a day; nothing of the machine's own settings is in it. */
async function git(cwd: string, day: string | null, ...args: readonly string[]): Promise<void> {
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
  const date =
    day === null ? {} : { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
  await execute('git', ['-C', cwd, ...author, ...args], { env: { ...process.env, ...date } });
}

async function commit(cwd: string, day: string, name: string, text: string): Promise<void> {
  await writeFile(join(cwd, name), text);
  await git(cwd, null, '--literal-pathspecs', 'add', '--', name);
  await git(cwd, day, 'commit', '--quiet', '--message', day);
}

interface Listed {
  readonly requirement: string;
  readonly state: string;
  readonly daysLeft: number;
  readonly age: object;
}

async function listed(cwd: string, more: object = {}): Promise<readonly Listed[]> {
  const { stdout } = await syncgate(['waivers', '--format', 'json'], { cwd, run, ...more });
  return (JSON.parse(stdout) as { waivers: readonly Listed[] }).waivers;
}

describe('the state on a day', () => {
  test.each([
    ['2026-10-07', -1, 'expired', '1 day ago'],
    ['2026-10-08', 0, 'expiring', 'today'],
    ['2026-10-09', 1, 'expiring', '1 day left'],
    ['2026-10-22', 14, 'expiring', '14 days left'],
    ['2026-10-23', 15, 'in-force', '15 days left'],
    ['2027-10-08', 365, 'in-force', '365 days left'],
  ])('one that ends on %s has %i days left: %s', async (expires, daysLeft, state, words) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, file), `waivers:\n${waiver('account-delete', expires)}`);
    expect(await listed(cwd)).toMatchObject([{ requirement: 'account-delete', state, daysLeft }]);
    const { stdout, exitCode } = await syncgate(['waivers'], { cwd });
    expect(stdout).toContain(words);
    expect(exitCode).toBe(0);
  });

  test('one of a requirement that no pack has is listed, and ends with 2 as an audit does', async () => {
    const cwd = await emptyFolder();
    const text = `waivers:\n${waiver('acount-delete', '2026-12-31')}${waiver('account-delete', '2026-12-31')}`;
    await writeFile(join(cwd, file), text);
    const ended = await syncgate(['waivers', '--format', 'json'], { cwd });
    expect(ended).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("no pack has 'acount-delete'"),
    });
    expect(JSON.parse(ended.stdout).waivers).toMatchObject([
      { state: 'unknown-requirement' },
      { state: 'in-force' },
    ]);
  });

  test.each([
    ['malformed', `waivers:\n  - requirement: x\n`, /2:5: waivers\[0\] must have 'reason'/u],
    [
      'more than a year ahead',
      `waivers:\n${waiver('account-delete', '2027-10-09')}`,
      /more than a year ahead; 2027-10-08/u,
    ],
  ])('one that is %s ends with 2, and nothing is listed', async (_, text, words) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, file), text);
    expect(await syncgate(['waivers'], { cwd })).toMatchObject({
      ...{ exitCode: 2, stdout: '' },
      stderr: expect.stringMatching(words),
    });
  });

  test('no waivers, or no configuration, is nothing wrong', async () => {
    const cwd = await emptyFolder();
    expect(await syncgate(['waivers'], { cwd })).toMatchObject({
      ...{ exitCode: 0, stdout: 'There is no configuration file here or above. There are no waivers.\n' },
    });
    await writeFile(join(cwd, file), 'failOn: note\n');
    expect(await syncgate(['waivers'], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: 'There are no waivers.\n',
    });
  });

  test('what people wrote cannot write on the terminal', async () => {
    const cwd = await emptyFolder();
    await writeFile(
      join(cwd, file),
      `waivers:\n${waiver('account-delete', '2026-12-31', '    subject: "\\e[2J\\u202e"\n')}`,
    );
    const { stdout } = await syncgate(['waivers'], { cwd });
    expect(stdout).toContain('\\u001b[2J\\u202e');
    for (const control of ['\u001b', '\u202e']) expect(stdout).not.toContain(control);
  });
});

describe('the age, by git', () => {
  const first = `failOn: note\nwaivers:\n${waiver('account-delete', '2026-10-31')}`;

  async function repository(name = file): Promise<string> {
    const cwd = await emptyFolder();
    await git(cwd, null, 'init', '--quiet');
    await commit(cwd, '2026-01-10', name, first);
    return cwd;
  }

  test('is that of the oldest of its lines: who puts the end off makes it no younger', async () => {
    const cwd = await repository();
    const renewed = `${first.replace('2026-10-31', '2026-12-31')}${waiver('run-flow', '2026-12-31')}`;
    await commit(cwd, '2026-09-01', file, renewed);
    await appendFile(join(cwd, file), waiver('lead-insideview-fields', '2026-12-31'));
    const known = { kind: 'known', atLeast: false };
    expect((await listed(cwd)).map(({ age }) => age)).toEqual([
      { ...known, since: '2026-01-10', days: 271 },
      { ...known, since: '2026-09-01', days: 37 },
      { kind: 'not-committed' },
    ]);
  });

  test('is "at least" where the clone ends before the line begins', async () => {
    const origin = await repository();
    await commit(origin, '2026-09-01', file, `${first}${waiver('run-flow', '2026-12-31')}`);
    await commit(origin, '2026-10-01', 'other.txt', 'x');
    const cwd = join(await emptyFolder(), 'clone');
    await execute('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(origin).href, cwd]);
    expect((await listed(cwd)).map(({ age }) => age)).toMatchObject([
      { kind: 'known', since: '2026-10-01', days: 7, atLeast: true },
      { kind: 'known', since: '2026-10-01', days: 7, atLeast: true },
    ]);
    const { stdout } = await syncgate(['waivers'], { cwd, run, width: 120 });
    expect(stdout).toContain('at least 7 days');
  });

  test.each(['-p.yaml', ':(top)x.yaml', 'a b*.yaml', '--output=x.yaml'])(
    'of a file called %s too',
    async (name) => {
      const cwd = await repository(name);
      const args = ['waivers', `--config=${name}`, '--format', 'json'];
      const { stdout } = await syncgate(args, { cwd, run });
      expect(JSON.parse(stdout).waivers).toMatchObject([{ age: { kind: 'known', since: '2026-01-10' } }]);
    },
  );

  test('of a file elsewhere, and through a link to it', async () => {
    const cwd = await repository();
    const elsewhere = await emptyFolder();
    await mkdir(join(elsewhere, 'ci'));
    await symlink(join(cwd, file), join(elsewhere, 'ci', 'gate.yaml'));
    const args = ['waivers', '--config', 'ci/gate.yaml', '--format', 'json'];
    const { stdout } = await syncgate(args, { cwd: elsewhere, run });
    expect(JSON.parse(stdout).waivers).toMatchObject([{ age: { kind: 'known', since: '2026-01-10' } }]);
  });

  test.each<readonly [string, (cwd: string) => Promise<void>, object, RegExp]>([
    ['there is no repository', async () => {}, {}, /not a git repository/u],
    ['git does not know the file', (cwd) => git(cwd, null, 'init', '--quiet'), {}, /git cannot tell: /u],
    ['there is no git', async () => {}, { run: async () => 'not-found' }, /git was not found/u],
  ])('is not known where %s', async (_, prepare, more, why) => {
    const cwd = await emptyFolder();
    await prepare(cwd);
    await writeFile(join(cwd, file), first);
    expect((await listed(cwd, more)).map(({ age }) => age)).toEqual([
      { kind: 'unknown', why: expect.stringMatching(why) },
    ]);
  });
});
