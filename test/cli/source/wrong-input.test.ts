import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { liveOrg, syncgate } from '../command-line.ts';
import * as files from './project-files.ts';

const small = {
  ...files.sfdxProject,
  [files.profileFile('API Only')]: files.profile({ system: ['ApiUserOnly'] }),
  [files.setFile('Sync_Extras')]: files.permissionSet({ label: 'Sync extras', system: ['ApiEnabled'] }),
  [files.groupFile('Vendors')]: files.group(['Sync_Extras']),
};

/** One clear sentence that says what to do, no stack trace. */
const plain = expect.not.stringMatching(/\n\s+at |node:internal|\[object/u);

type Case = readonly [title: string, args: readonly string[], words: RegExp];

describe('arguments that are wrong', () => {
  const cases: readonly Case[] = [
    [
      'a profile that has no file',
      ['--profile', 'API Onyl'],
      /no profile 'API Onyl'; did you mean 'API Only'/u,
    ],
    [
      'a set that has no file',
      ['--permission-set', 'Sync'],
      /no permission set 'Sync'; there is Sync_Extras/u,
    ],
    ['a group that has no file', ['--permission-set-group', 'Vendor'], /did you mean 'Vendors'/u],
    ['nobody', [], /profile 'API Only'\n.*--each-api-only/su],
    ['a user without facts', ['--user', 'a@b.c'], /--facts FILE/u],
    ['a persona without a configuration', ['--persona', 'sync'], /no persona 'sync'; it names none/u],
    ['two ways to say who', ['--profile', 'API Only', '--each-api-only'], /Give one of them/u],
    ['an org beside files', ['--target-org', 'prod'], /--source-dir reads files without an org/u],
    ['facts that are not there', ['--facts', 'no.json'], /no\.json: there is no such file/u],
  ];
  test.for(cases)('%s', async ([, args, words]) => {
    const cwd = await files.project(small);
    const { exitCode, stderr } = await syncgate(['audit', '--source-dir', '.', ...args], { cwd });
    expect([exitCode, stderr]).toEqual([args[0] === '--facts' ? 4 : 2, plain]);
    expect(stderr).toMatch(words);
  });

  test.each([
    ['--profile', 'X'],
    ['--changed-since', 'main'],
    ['--write-manifest', 'p.xml'],
    ['--each-api-only'],
  ])('%s without --source-dir', async (...args) => {
    const { exitCode, stderr } = await syncgate(['audit', '-o', 'prod', ...args]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(`No --source-dir is given, and ${args[0]}`),
    ]);
  });

  test('a snapshot beside files', async () => {
    const { exitCode, stderr } = await syncgate(['audit', '--snapshot', 'a.json', '--source-dir', '.']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--source-dir')]);
  });

  test('facts that are themselves of files', async () => {
    const cwd = await files.project(small);
    const source = ['--source-dir', '.'];
    await syncgate(['collect', ...source, '--profile', 'API Only', '--output', 'files.json'], { cwd });
    const { exitCode, stderr } = await syncgate(['audit', ...source, '--facts', 'files.json'], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is a snapshot of metadata files')]);
  });

  test('facts that were collected for less', async () => {
    const cwd = await files.project(small);
    const { org, user, env } = await liveOrg('compliant');
    await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
    const mapped = ['--mapped-field', 'Account.Rating'];
    const { exitCode, stderr } = await syncgate(
      ['audit', '--source-dir', '.', '--facts', 'org.json', ...mapped],
      { cwd },
    );
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('does not tell of Account.Rating')]);
  });
});

describe('folders that are wrong', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, string, number, RegExp]>([
    ['one that is not there', {}, 'nowhere', 4, /nowhere/u],
    ['a file', { 'a.txt': '' }, 'a.txt', 2, /a\.txt/u],
    ['one without metadata', { 'src/README.md': '# Hello' }, 'src', 4, /no .*metadata|metadata/iu],
    ['a project file that is no JSON', { 'sfdx-project.json': '{' }, '.', 2, /sfdx-project\.json/u],
  ])('%s', async (_, content, folder, code, words) => {
    const cwd = await files.project(content);
    const { exitCode, stderr } = await syncgate(['audit', '--source-dir', folder, '--profile', 'X'], { cwd });
    expect([exitCode, stderr]).toEqual([code, plain]);
    expect(stderr).toMatch(words);
  });
});

describe('files that are wrong', () => {
  const sync = files.setFile('Sync_Extras');
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<PermissionSet>&b;</PermissionSet>`;
  const external = `<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<PermissionSet/>`;
  test.each<readonly [string, string, string, RegExp]>([
    ['malformed XML', `${files.permissionSet({ system: ['ApiEnabled'] })}<`, sync, /:8:\d+/u],
    ['an entity bomb', bomb, sync, /:2:1.*document type/su],
    ['an external entity', external, sync, /:2:1.*document type/su],
    ['a file that is not what its suffix says', files.profile({}), sync, /root <Profile>/u],
    ['an empty file', '', sync, /Sync_Extras/u],
  ])('%s is named with its place, and what hangs on it is inconclusive', async (_, text, file, words) => {
    const cwd = await files.project({ ...small, [file]: text });
    const who = ['--profile', 'API Only', '--permission-set', 'Sync_Extras'];
    const audit = ['audit', '--source-dir', '.', ...who, '--format', 'json'];
    const { exitCode, stdout } = await syncgate(audit, { cwd });
    const report = JSON.parse(stdout);
    const apiEnabled = report.results.find(
      ({ requirement }: { requirement: string }) => requirement === 'api-enabled',
    );
    const apiOnly = report.results.find(
      ({ requirement }: { requirement: string }) => requirement === 'api-only-user',
    );
    expect([exitCode, apiEnabled.verdict, apiOnly.verdict]).toEqual([3, 'inconclusive', 'pass']);
    expect(report.warnings).toMatchObject([{ code: 'unreadable', at: { file } }]);
    const { message, at } = report.warnings[0];
    expect(`${at.file}:${at.line}:${at.column} ${message}`).toMatch(words);
    expect(stdout).not.toContain('root:x:0');
  });

  test('a loop of symbolic links ends', async () => {
    const cwd = await files.project(small);
    await symlink('..', join(cwd, 'force-app/main/loop'));
    const { exitCode, stdout } = await syncgate(
      ['access', '--source-dir', '.', '--permission-set', 'Sync_Extras', '--permission', 'ApiEnabled'],
      { cwd },
    );
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('✔ granted')]);
  });

  test('names that are hostile do not reach the terminal as they are', async () => {
    const name = 'Evil\u001b[2J';
    const cwd = await files.project(files.sfdxProject);
    const folder = join(cwd, 'force-app/main/default/permissionsets');
    await mkdir(folder, { recursive: true });
    const text = files.permissionSet({ label: '&#x202E;Sync', system: ['ApiEnabled'] });
    await writeFile(join(folder, `${encodeURIComponent(name)}.permissionset-meta.xml`), text);
    const { stdout } = await syncgate(
      ['access', '--source-dir', '.', '--permission-set', name, '--permission', 'ApiEnabled'],
      { cwd },
    );
    expect(stdout).toContain('✔ granted');
    for (const harm of ['\u001b[2J', '\u202e']) expect(stdout).not.toContain(harm);
  });
});
