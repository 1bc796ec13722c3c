import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commandRunner } from '../../../src/cli/run-command.ts';
import { emptyFolder, syncgate } from '../command-line.ts';
import * as files from './project-files.ts';

const run = promisify(execFile);
const author = ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
const git = (cwd: string, ...args: readonly string[]) => run('git', ['-C', cwd, ...author, ...args]);

const config = [
  'personas:',
  '  one: { profile: One, permissionSetGroups: [Vendors] }',
  '  two: { permissionSets: [Alone] }',
].join('\n');

const small = {
  ...files.sfdxProject,
  'syncgate.config.yaml': config,
  [files.profileFile('One')]: files.profile({ system: ['ApiUserOnly'] }),
  [files.setFile('Member')]: files.permissionSet({ system: ['RunFlow'] }),
  [files.setFile('Alone')]: files.permissionSet({ system: ['RunFlow'] }),
  [files.groupFile('Vendors')]: files.group(['Member'], ['Quiet']),
  [files.mutingFile('Quiet')]: files.muting({ label: 'Quiet' }),
  'force-app/main/default/flows/Old.flow-meta.xml': '<Flow><status>Draft</status></Flow>',
};

/** A repository in which all is committed and tagged `base`. */
async function repository(): Promise<string> {
  const cwd = await files.project(small);
  await git(cwd, 'init', '--quiet');
  await git(cwd, 'add', '.');
  await git(cwd, 'commit', '--quiet', '--message', 'All');
  await git(cwd, 'tag', 'base');
  return cwd;
}

/** Whom an audit since `base` audits and skips, and how it ends. */
async function audited(cwd: string, since = 'base', more: readonly string[] = []) {
  const ended = await syncgate(
    ['audit', '--source-dir', '.', '--changed-since', since, '--format', 'json', ...more],
    { cwd, run: commandRunner(new AbortController().signal) },
  );
  if (ended.stdout === '') return ended;
  const { subjects, skipped, verdict } = JSON.parse(ended.stdout);
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join();
  const skippedNames = names(skipped.map(({ subject }: { subject: { name: string } }) => subject));
  return { audits: names(subjects), skips: skippedNames, verdict, exitCode: ended.exitCode };
}

const changed = files.permissionSet({ system: ['ApiEnabled'] });

describe('since a revision', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    ['a set of one persona', { [files.setFile('Alone')]: changed }, 'two', 'one'],
    ['a profile', { [files.profileFile('One')]: files.profile({}) }, 'one', 'two'],
    ['a member of a group', { [files.setFile('Member')]: changed }, 'one', 'two'],
    ['a muting set of a group', { [files.mutingFile('Quiet')]: files.muting({ label: 'Q' }) }, 'one', 'two'],
    ['a group', { [files.groupFile('Vendors')]: files.group(['Member']) }, 'one', 'two'],
    ['a set that is nobody’s', { [files.setFile('New')]: changed }, '', 'one,two'],
    ['the configuration', { 'syncgate.config.yaml': `${config}\nfailOn: warning` }, 'one,two', ''],
    ['the project', { 'sfdx-project.json': `${small['sfdx-project.json']}\n` }, 'one,two', ''],
    ['a flow', { 'force-app/main/default/flows/Old.flow-meta.xml': '<Flow/>' }, 'one,two', ''],
    ['a document', { 'README.md': 'Hello' }, '', 'one,two'],
  ])('%s changed', async (_, change, audits, skips) => {
    const cwd = await repository();
    await files.write(cwd, change);
    const exitCode = audits === '' ? 0 : expect.any(Number);
    expect(await audited(cwd)).toMatchObject({ audits, skips, exitCode });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'Change');
    expect(await audited(cwd)).toMatchObject({ audits, skips });
  });

  test.each([
    ['a flow', 'force-app/main/default/flows/Old.flow-meta.xml'],
    ['a member of a group', files.setFile('Member')],
    ['a muting set of a group', files.mutingFile('Quiet')],
  ])('%s that is gone concerns everybody', async (_, path) => {
    const cwd = await repository();
    await rm(join(cwd, path));
    expect(await audited(cwd)).toMatchObject({ audits: 'one,two' });
  });

  test('a set that git ignores may have changed', async () => {
    const cwd = await repository();
    await git(cwd, 'rm', '--quiet', '--cached', files.setFile('Alone'));
    await files.write(cwd, { '.gitignore': 'Alone*\n' });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'Ignore it');
    await git(cwd, 'tag', 'ignored');
    expect(await audited(cwd, 'ignored')).toMatchObject({ audits: 'two', skips: 'one' });
  });

  test('a repository in the repository concerns everybody', async () => {
    const cwd = await repository();
    const inner = join(cwd, 'force-app/inner');
    await files.write(inner, { [files.setFile('Inner')]: changed });
    await git(inner, 'init', '--quiet');
    expect(await audited(cwd)).toMatchObject({ audits: 'one,two' });
  });

  test('nothing changed, nothing is audited, which is said and no pass', async () => {
    const cwd = await repository();
    expect(await audited(cwd)).toEqual({ audits: '', skips: 'one,two', verdict: 'unchanged', exitCode: 0 });
    const { stdout } = await syncgate(['audit', '--source-dir', '.', '--changed-since', 'base'], {
      cwd,
      run: commandRunner(new AbortController().signal),
    });
    expect(stdout).toContain('UNCHANGED');
    expect(stdout.replace(/\s+/g, ' ')).toContain('none of its files changed since base');
  });

  test('in a folder of a repository, paths are told apart by where they are', async () => {
    const cwd = await repository();
    await files.write(cwd, { [files.setFile('Alone')]: changed });
    const inner = join(cwd, 'force-app');
    const ended = await syncgate(
      [
        ...['audit', '--source-dir', '.', '--changed-since', 'base', '--format', 'json'],
        ...['--permission-set', 'Alone'],
      ],
      { cwd: inner, run: commandRunner(new AbortController().signal) },
    );
    expect(JSON.parse(ended.stdout).subjects).toHaveLength(1);
  });

  test('a part of a decomposed set is gone', async () => {
    const cwd = await repository();
    const part = 'force-app/main/default/permissionsets/Parts/Parts.userPermission-meta.xml';
    const parent = 'force-app/main/default/permissionsets/Parts/Parts.permissionset-meta.xml';
    await files.write(cwd, {
      [parent]: files.permissionSet({ label: 'Parts' }),
      [part]:
        '<PermissionSet><userPermissions><enabled>true</enabled><name>RunFlow</name></userPermissions></PermissionSet>',
    });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'Parts');
    await git(cwd, 'tag', 'parts');
    await rm(join(cwd, part));
    expect(await audited(cwd, 'parts', ['--permission-set', 'Parts'])).toMatchObject({ audits: 'Parts' });
  });
});

describe('what git cannot tell is refused', () => {
  test.each([
    ['a revision that is not there', 'nowhere', /nowhere/u],
    ['an option of git', '--output=evil', /no git revision/u],
  ])('%s', async (_, since, words) => {
    const cwd = await repository();
    const ended = await syncgate(['audit', '--source-dir', '.', `--changed-since=${since}`], {
      cwd,
      run: commandRunner(new AbortController().signal),
    });
    expect([ended.exitCode, ended.stderr]).toEqual([2, expect.stringMatching(words)]);
  });

  test('a folder that is no repository', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'x'));
    await files.write(join(cwd, 'x'), small);
    const ended = await syncgate(
      ['audit', '--source-dir', 'x', '--permission-set', 'Alone', '--changed-since', 'main'],
      { cwd, run: commandRunner(new AbortController().signal) },
    );
    expect([ended.exitCode, ended.stderr]).toEqual([2, expect.stringContaining('git cannot tell')]);
  });
});
