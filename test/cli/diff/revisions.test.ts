import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commandRunner } from '../../../src/cli/run-command.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import { emptyFolder, type Surroundings, syncgate } from '../command-line.ts';
import * as files from '../source/project-files.ts';

const run = promisify(execFile);
const author = ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
const git = (cwd: string, ...args: readonly string[]) => run('git', ['-C', cwd, ...author, ...args]);
const realGit = commandRunner(new AbortController().signal);

const before = {
  ...files.sfdxProject,
  'syncgate.config.yaml':
    'personas:\n  sync: { permissionSets: [Sync] }\n  twin: { permissionSets: [Sync, Twin] }\n',
  [files.setFile('Sync')]: files.permissionSet({
    system: ['ApiEnabled'],
    objects: { Account: ['allowRead'] },
  }),
  [files.setFile('Twin')]: files.permissionSet({ system: ['RunFlow'] }),
};
const after = {
  [files.setFile('Sync')]: files.permissionSet({ objects: { Account: ['allowRead', 'allowEdit'] } }),
};

/** A repository in which `main` has all, and `feature` an edited set; the work tree has yet another one. */
async function repository(): Promise<string> {
  const cwd = await realpath(await files.project(before));
  await git(cwd, 'init', '--quiet', '--initial-branch', 'main');
  await git(cwd, 'add', '.');
  await git(cwd, 'commit', '--quiet', '--message', 'All');
  await git(cwd, 'switch', '--quiet', '--create', 'feature');
  await files.write(cwd, after);
  await git(cwd, 'commit', '--quiet', '--all', '--message', 'Edit the set');
  await files.write(cwd, { [files.setFile('Sync')]: files.permissionSet({ system: ['ModifyAllData'] }) });
  return cwd;
}

/** Every file below a folder, with its content. */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const digests = found.map(async (path): Promise<[string, string]> => {
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ];
  });
  return new Map((await Promise.all(digests)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function diff(args: readonly string[], surroundings: Surroundings) {
  const ended = await syncgate(['diff', ...args, '--format', 'json'], { run: realGit, ...surroundings });
  const comparison = ended.stdout === '' ? undefined : (JSON.parse(ended.stdout) as Comparison);
  const decisions = comparison?.subjects.flatMap((each) =>
    each.decisions.map(({ permission, before, after }) => `${permission}: ${before} ${after}`),
  );
  return { ...ended, comparison, decisions };
}

/** Asks nothing that files cannot tell. */
const onlyApi = {
  id: 'api',
  version: '1.0.0',
  title: 'API',
  description: 'API Enabled alone',
  vendor: 'Nobody',
  sources: {},
  requirements: [
    {
      ...{ id: 'api', title: 'API', level: 'error', rule: 'system-permission' },
      ...{ options: { anyOf: ['ApiEnabled'] }, why: 'It is asked for', source: {} },
    },
  ],
};

const branches = ['rev:main', 'rev:feature', '--source-dir', '.', '--persona', 'sync'];

describe('two revisions', () => {
  test('are compared by what the branch changes, with the set that explains it', async () => {
    const cwd = await repository();
    const { exitCode, comparison, decisions, stderr } = await diff(branches, { cwd });
    expect(stderr).toContain('Different: 1 permission only A is granted, 1 permission only B is granted');
    expect(exitCode).toBe(1);
    expect(decisions).toEqual(['API Enabled: granted denied', 'Account: Edit: denied granted']);
    const [sync] = comparison?.subjects ?? [];
    expect(sync?.decisions.map(({ because }) => because)).toEqual([
      ["Permission set 'Sync' was edited: it no longer grants API Enabled."],
      ["Permission set 'Sync' was edited: it now grants Account: Edit."],
    ]);
    const { stdout: commit } = await git(cwd, 'rev-parse', 'feature');
    expect(comparison?.after).toMatchObject({ named: 'rev:feature', kind: 'files', revision: commit.trim() });
  });

  test('leave the repository as it is, and nothing behind', async () => {
    const cwd = await repository();
    const temporary = () =>
      readdir(tmpdir()).then((all) => all.filter((name) => name.startsWith('syncgate-revision-')));
    const [files, folders] = [await contentOf(cwd), await temporary()];
    await diff(branches, { cwd });
    expect(await contentOf(cwd)).toEqual(files);
    expect((await temporary()).filter((name) => !folders.includes(name))).toEqual([]);
  });

  test('leave the index of a hook alone, and ask the repository that was named', async () => {
    const cwd = await repository();
    const index = join(await emptyFolder(), 'index');
    await writeFile(index, 'theirs');
    const inHook: Surroundings['run'] = (command, args, options = {}) =>
      realGit(command, args, {
        env: { GIT_INDEX_FILE: index, GIT_DIR: join(cwd, 'elsewhere'), ...options.env },
      });
    const { exitCode, stderr } = await diff(branches, { cwd, run: inHook });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Different')]);
    expect(await readFile(index, 'utf8')).toBe('theirs');
  });

  test('that are the same are equal only as far as files can tell', async () => {
    const cwd = await repository();
    const same = ['rev:main', 'rev:main', '--source-dir', '.', '--persona', 'sync'];
    const doubtful = await diff(same, { cwd });
    expect([doubtful.exitCode, doubtful.comparison?.verdict]).toEqual([3, 'not-known']);
    expect(doubtful.comparison?.subjects[0]?.notKnown.length).toBeGreaterThan(0);
    expect(doubtful.stderr).toContain('it is not known to be equal');
    expect((await diff([...same, '--allow-inconclusive'], { cwd })).exitCode).toBe(0);
    await writeFile(join(cwd, 'pack.json'), JSON.stringify(onlyApi));
    const known = await diff([...same, '--pack', './pack.json'], { cwd });
    expect([known.exitCode, known.comparison?.verdict]).toEqual([0, 'equal']);
    expect(known.stderr).toContain('Equal in all that was asked');
  });

  test('are compared from a folder within, and where the folder is gone by now', async () => {
    const cwd = await repository();
    await git(cwd, 'rm', '-r', '--quiet', '--force', 'force-app');
    await git(cwd, 'commit', '--quiet', '--message', 'Move away');
    await files.write(cwd, { 'docs/README.md': 'x' });
    const inside = join(cwd, 'docs');
    const link = join(await emptyFolder(), 'link');
    await symlink(cwd, link);
    for (const [where, dir] of [
      [inside, '../force-app'],
      [join(link, 'docs'), '../force-app'],
      [cwd, join(cwd, 'force-app')],
      [await emptyFolder(), join(link, 'force-app')],
    ] as const) {
      const args = ['rev:main', 'rev:feature~1', '--source-dir', dir, '--permission-set', 'Sync'];
      const { decisions, stderr } = await diff(args, { cwd: where });
      expect([stderr, decisions?.length]).toEqual([expect.stringContaining('Different'), 2]);
    }
  });

  test('stand beside the work tree, a folder and a persona', async () => {
    const cwd = await repository();
    const source = ['--source-dir', '.'];
    const there = await diff(['rev:main', 'dir:.', '--persona', 'sync'].concat(source), { cwd });
    expect(there.decisions).toContain('Modify All Data: denied granted');
    const persona = await diff(['persona:sync', 'persona:twin', ...source], { cwd });
    expect(persona.decisions).toEqual(['Run Flows: denied granted']);
    expect(persona.comparison?.subjects[0]?.decisions[0]?.because).toEqual([
      "B has permission set 'Twin', and A has not (Run Flows).",
    ]);
  });
});

describe('what git cannot give is refused', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['a revision that is not there', ['rev:nowhere', 'rev:main'], 'git has no revision nowhere: fatal'],
    ['an option for a revision', ['rev:--output=x', 'rev:main'], 'git has no revision --output=x'],
    ['no revision at all', ['rev:', 'rev:main'], 'rev: names nothing'],
    ['a tree that is no commit', ['rev:main:force-app', 'rev:main'], 'git has no revision main:force-app'],
  ])('%s', async (_, sides, message) => {
    const cwd = await repository();
    const ended = await diff([...sides, '--source-dir', '.', '--persona', 'sync'], { cwd });
    expect(ended.stderr).toContain(message);
    expect(ended.exitCode).toBe(2);
  });

  test('a folder in no repository, several repositories, no git, and no folder at all', async () => {
    const [cwd, other] = [await repository(), await repository()];
    const nowhere = await files.project(before);
    const ask = (sourceDir: readonly string[], more: Surroundings) =>
      diff(['rev:main', 'rev:feature', ...sourceDir.flatMap((dir) => ['--source-dir', dir])], more);
    expect((await ask(['.'], { cwd: nowhere })).stderr).toContain('git cannot find a repository in .');
    expect((await ask(['.', other], { cwd })).stderr).toContain('in several repositories');
    const without = await ask(['.'], { cwd, run: async () => 'not-found' });
    expect([without.exitCode, without.stderr]).toEqual([2, expect.stringContaining('git was not found')]);
    expect((await ask([], { cwd })).stderr).toContain('rev:main needs the folder of the metadata files');
  });

  test('files that a partial clone has not fetched', async () => {
    const [cwd, clone] = [await repository(), join(await emptyFolder(), 'clone')];
    await git(cwd, 'config', 'uploadpack.allowFilter', 'true');
    await run('git', ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${cwd}`, clone]);
    await rm(cwd, { recursive: true });
    const ended = await diff(['rev:HEAD', 'rev:HEAD', '--source-dir', '.', '--permission-set', 'Sync'], {
      cwd: clone,
    });
    expect([ended.exitCode, ended.stderr]).toEqual([
      2,
      expect.stringContaining('git cannot give the files of HEAD'),
    ]);
  });
});
