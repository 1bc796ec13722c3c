import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrgDescription, UserDescription } from '../../src/emulator/org-description.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';
import * as files from './source/project-files.ts';

/** The org of a scenario on a day. */
async function orgOn(day: string, scenario: string): Promise<OrgDescription> {
  return { ...(await loadScenario(scenario)), now: `${day}T09:00:00Z` };
}

const withUser = (org: OrgDescription, change: (user: UserDescription) => UserDescription) => ({
  ...org,
  users: org.users.map((user) => (user.username === org.audit[0]?.username ? change(user) : user)),
});

/** One run of `audit --history`, and what it came to. */
async function keep(org: OrgDescription, cwd: string, ...more: readonly string[]) {
  const live = await liveOrg(org);
  const args = ['audit', ...live.org, ...live.user, '--history', 'runs', ...more];
  return { ...(await syncgate(args, { cwd, env: live.env })), token: live.accessToken };
}

/** Three runs, a week apart: all is well, an assignment is taken away, and it comes back with the user frozen. */
async function threeRuns(cwd: string) {
  const first = await orgOn('2026-10-01', 'via-permission-sets');
  const second = withUser(await orgOn('2026-10-08', 'via-permission-sets'), (user) => ({
    ...user,
    assignments: user.assignments?.filter(({ permissionSet }) => permissionSet !== 'Account_Delete') ?? [],
  }));
  const third = withUser(await orgOn('2026-10-15', 'via-permission-sets'), (user) => ({
    ...user,
    frozen: true,
  }));
  const ended = [];
  for (const org of [first, second, third]) ended.push(await keep(org, cwd));
  return ended;
}

const settled = (text: string): string => text.replace(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT');
const recordsIn = (cwd: string) => readdir(join(cwd, 'runs'));

test('three runs are told as a table, and what changed between them', async () => {
  const cwd = await emptyFolder();
  expect((await threeRuns(cwd)).map(({ exitCode }) => exitCode)).toEqual([0, 0, 1]);
  const shown = await syncgate(['history', '--history', 'runs'], { cwd, width: 100 });
  const text = [
    '$ syncgate history --history runs',
    shown.stderr,
    shown.stdout,
    `exit code ${shown.exitCode}`,
  ];
  await expect(settled(text.join('\n'))).toMatchFileSnapshot('__snapshots__/command-history.txt');
});

test('one user, one requirement and a first day are picked out, as JSON too', async () => {
  const cwd = await emptyFolder();
  await threeRuns(cwd);
  const args = ['--requirement', 'account-delete', '--user', 'INTEGRATION@acme.example', '--format', 'json'];
  const all = JSON.parse((await syncgate(['history', '--history', 'runs', ...args], { cwd })).stdout);
  expect(validatorOf('timeline')(all)).toEqual([]);
  const [{ subjects }] = all.places;
  expect(subjects).toHaveLength(1);
  expect(subjects[0].requirements).toMatchObject([
    {
      requirement: 'account-delete',
      last: { verdict: 'pass' },
      since: '2026-10-15T09:00:00.000Z',
      verdicts: [{ verdict: 'pass' }, { verdict: 'fail' }, { verdict: 'pass' }],
      changes: [
        { causes: [{ kind: 'assignment-gone', turn: 'lost', container: { title: 'Account delete' } }] },
        { causes: [{ kind: 'assignment-gone', turn: 'gained', container: { title: 'Account delete' } }] },
      ],
    },
  ]);
  const later = await syncgate(['history', '--history', 'runs', ...args, '--since', '2026-10-15'], { cwd });
  const [requirement] = JSON.parse(later.stdout).places[0].subjects[0].requirements;
  expect(requirement).toMatchObject({
    verdicts: [{ verdict: 'pass' }],
    changes: [{ to: { verdict: 'pass' } }],
  });
  const none = await syncgate(['history', '--history', 'runs', '--since', '2027-01-01'], { cwd });
  expect(none).toMatchObject({ exitCode: 0, stdout: 'No run was recorded since then.\n' });
});

describe('a record of a run', () => {
  test('follows its schema, holds no secret and no e-mail address, and is small', async () => {
    const cwd = await emptyFolder();
    for (const scenario of ['drifted', 'large']) {
      const { token } = await keep(await orgOn('2026-11-23', scenario), cwd);
      for (const name of await recordsIn(cwd)) {
        const text = await readFile(join(cwd, 'runs', name), 'utf8');
        expect(validatorOf('history')(JSON.parse(text))).toEqual([]);
        expect(text).not.toContain(token);
        expect(text).not.toContain('example.org');
        expect(text.length).toBeLessThan(48_000);
      }
    }
  });

  test('is the same file of the same bytes when the snapshot is audited again, live or not', async () => {
    const cwd = await emptyFolder();
    const live = await liveOrg(await orgOn('2026-11-23', 'drifted'));
    const who = [...live.org, ...live.user];
    await syncgate(['collect', ...who, '--output', 'org.json'], { cwd, env: live.env });
    await syncgate(['audit', ...who, '--history', 'runs'], { cwd, env: live.env });
    const [name = '', ...others] = await recordsIn(cwd);
    expect([name, others]).toEqual([
      expect.stringMatching(/^2026-11-23T090000Z-00D\w{15}-[0-9a-f]{8}\.json$/),
      [],
    ]);
    const text = await readFile(join(cwd, 'runs', name), 'utf8');
    await rm(join(cwd, 'runs', name));
    for (let run = 0; run < 2; run += 1)
      await syncgate(['audit', '--snapshot', 'org.json', '--history', 'runs'], { cwd });
    expect(await recordsIn(cwd)).toEqual([name]);
    expect(await readFile(join(cwd, 'runs', name), 'utf8')).toBe(text);
  });

  test('stands beside that of other packs, and writes over nothing that somebody edited', async () => {
    const cwd = await emptyFolder();
    const live = await liveOrg('drifted');
    await syncgate(['collect', ...live.org, ...live.user, '--output', 'org.json'], { cwd, env: live.env });
    const audit = ['audit', '--snapshot', 'org.json', '--history', 'runs'];
    await syncgate(audit, { cwd });
    await syncgate([...audit, '--variant', 'admin-user'], { cwd });
    const [one = '', ...others] = await recordsIn(cwd);
    expect(others).toHaveLength(1);
    await writeFile(join(cwd, 'runs', one), 'edited');
    await syncgate(audit, { cwd });
    await syncgate([...audit, '--variant', 'admin-user'], { cwd });
    expect(await recordsIn(cwd)).toHaveLength(3);
    expect(await readFile(join(cwd, 'runs', one), 'utf8')).toBe('edited');
  });

  test('is kept of metadata files too, in the folder that the configuration names', async () => {
    const cwd = await files.project({
      ...files.sfdxProject,
      [files.setFile('Sync')]: files.permissionSet({ label: 'Sync', system: ['ApiEnabled'] }),
      'ci/syncgate.yaml': 'history: kept/runs\n',
    });
    const args = ['audit', '--source-dir', '.', '--permission-set', 'Sync', '--config', 'ci/syncgate.yaml'];
    const { exitCode } = await syncgate(args, { cwd });
    const [name = ''] = await readdir(join(cwd, 'ci', 'kept', 'runs'));
    const record = JSON.parse(await readFile(join(cwd, 'ci', 'kept', 'runs', name), 'utf8'));
    expect(exitCode).toBe(1);
    expect(record).toMatchObject({ place: { kind: 'source', name: '.' }, subjects: [{}] });
    const { stdout } = await syncgate(['history', '--config', 'ci/syncgate.yaml'], { cwd });
    expect(stdout).toContain('1 run');
  });
});

test.each([
  ['compliant', [], 2],
  ['blind-auditor', [], 2],
  ['drifted', [], 1],
] as const)(
  'a history that cannot be written hides no verdict and is not silent: %s',
  async (scenario, args, code) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'runs'), 'a file');
    const ended = await keep(await loadScenario(scenario), cwd, ...args);
    expect(ended.exitCode).toBe(code);
    expect(ended.stderr).toContain('could not be added to the history');
    expect(ended.stdout).toContain('api-enabled');
  },
);

describe('a folder with other things in it', () => {
  test('is read as far as it goes, and what was left out is named', async () => {
    const cwd = await emptyFolder();
    await threeRuns(cwd);
    const [first = ''] = await recordsIn(cwd);
    const record = JSON.parse(await readFile(join(cwd, 'runs', first), 'utf8'));
    const put = (name: string, text: string) => writeFile(join(cwd, 'runs', name), text);
    await put('half.json', '{"historyVersion": 1,');
    await put('newer.json', JSON.stringify({ ...record, historyVersion: 2 }));
    await put('other.json', '{"reportVersion": 1}');
    await put('null.json', 'null');
    await put('broken.json', JSON.stringify({ ...record, collectedAt: 'yesterday\u001b[2J' }));
    await put('README.md', 'What this is');
    await mkdir(join(cwd, 'runs', 'folder.json'));
    const { exitCode, stdout, stderr } = await syncgate(['history', '--history', 'runs'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('3 runs');
    const named = stderr
      .trim()
      .split('\n')
      .map((line) => /runs\/(\S+) was left out: (.+)\.$/.exec(line)?.slice(1));
    expect(named).toEqual([
      ['broken.json', expect.stringContaining('/collectedAt')],
      ['half.json', expect.stringContaining('not JSON')],
      ['newer.json', 'it has history version 2, and this syncgate reads version 1'],
      ['null.json', 'it is no record of a run'],
      ['other.json', 'it is no record of a run'],
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('names a record that may not be opened', async () => {
    const cwd = await emptyFolder();
    await threeRuns(cwd);
    const [first = ''] = await recordsIn(cwd);
    await chmod(join(cwd, 'runs', first), 0o000);
    const { exitCode, stderr } = await syncgate(['history', '--history', 'runs'], { cwd });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('permission to open it is missing')]);
  });
});

describe('wrong usage of history is refused with words:', () => {
  const wrong: readonly (readonly [args: readonly string[], words: string])[] = [
    [[], 'which history is not said'],
    [['--history', 'nowhere'], 'there is no such file or folder'],
    [['--history', 'empty'], 'there is no record of a run in empty'],
    [['--history', 'runs', '--since', '2026-02-30'], '--since 2026-02-30 is no day'],
    [['--history', 'runs', '--since', 'yesterday'], '--since yesterday is no day'],
    [['--history', 'runs', '--user', 'integratoin@acme.example'], "did you mean 'integration@acme.example'"],
    [['--history', 'runs', '--requirement', 'account-acess'], "did you mean 'account-access'"],
  ];
  test.each(wrong)('%s', async (args, words) => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'empty'));
    await keep(await loadScenario('compliant'), cwd);
    const { exitCode, stdout, stderr } = await syncgate(['history', ...args], { cwd });
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(words)]);
  });
});
