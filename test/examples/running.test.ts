import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { job, program } from '../action/job.ts';
import { builtCommand } from '../built-command.ts';
import { emptyFolder, liveOrg } from '../cli/command-line.ts';
import * as files from '../cli/source/project-files.ts';
import { runClient } from '../emulator/real-clients/run-client.ts';

const run = promisify(execFile);
const author = ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
const git = (cwd: string, ...args: readonly string[]) => run('git', ['-C', cwd, ...author, ...args]);

const node = dirname(process.execPath);
const ours = `#!/bin/sh\nexec '${process.execPath}' '${resolve(builtCommand)}' "$@"\n`;

/** A repository in which all is committed, and is what the target branch has too. */
async function repository(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = await files.project({
    ...files.sfdxProject,
    'README.md': 'Ours',
    [files.setFile('Sync_Extras')]: files.permissionSet({ system: ['ApiUserOnly', 'ApiEnabled'] }),
    ...more,
  });
  await git(cwd, 'init', '--quiet');
  await git(cwd, 'add', '.');
  await git(cwd, 'commit', '--quiet', '--message', 'All');
  await git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  return cwd;
}

const touched = { [files.setFile('Sync_Extras')]: files.permissionSet({ system: ['ApiUserOnly'] }) };

describe('the pre-commit hook', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
  }

  /** The hook as its manifest has it, run by a hook manager; but with our sources, where that would install a package. */
  async function commit(cwd: string, args?: readonly string[]) {
    const [hook] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
    const bin = await emptyFolder();
    await writeFile(join(bin, 'syncgate'), ours);
    await chmod(join(bin, 'syncgate'), 0o755);
    const local = { ...hook, language: 'system', ...(args && { args }) };
    await writeFile(
      join(cwd, '.pre-commit-config.yaml'),
      stringify({ repos: [{ repo: 'local', hooks: [local] }] }),
    );
    await git(cwd, 'add', '.');
    const PATH = [bin, node, process.env.PATH ?? ''].join(delimiter);
    const env = { PATH, HOME: bin, PREK_HOME: join(bin, 'prek'), NO_COLOR: '1' };
    return runClient(resolve('node_modules/.bin/prek'), ['run', '--verbose'], env, cwd);
  }

  test('stops a commit whose files would leave the user without what it needs, and names it', async () => {
    const cwd = await repository();
    await files.write(cwd, touched);
    const { exitCode, stdout } = await commit(cwd);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('NON-COMPLIANT')]);
    expect(stdout).toContain('Sync_Extras');
  });

  test('does not run at all for other files', async () => {
    const cwd = await repository();
    await files.write(cwd, { 'README.md': 'Theirs' });
    const { exitCode, stdout } = await commit(cwd);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/no files to check.*skipped/iu)]);
  });

  test('lets pass what concerns nobody who is API-only', async () => {
    const cwd = await repository();
    await files.write(cwd, { [files.setFile('Sales')]: files.permissionSet({ system: ['RunFlow'] }) });
    expect(await commit(cwd)).toMatchObject({ exitCode: 0 });
  });

  test('audits the personas of a configuration as the example has it', async () => {
    const { repos } = parse(await readFile('examples/pre-commit/.pre-commit-config.yaml', 'utf8'));
    const personas = 'personas: { integration: { permissionSets: [Sync_Extras] } }\n';
    const cwd = await repository({ 'syncgate.config.yaml': personas });
    await files.write(cwd, touched);
    const { exitCode, stdout } = await commit(cwd, repos[0].hooks[0].args);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('integration')]);
  });
});

describe('the workflow for pull requests', () => {
  interface Workflow {
    readonly jobs: {
      readonly audit: { readonly steps: readonly { readonly with: Readonly<Record<string, string>> }[] };
    };
  }

  test.for([
    ['fails where the files that it changes would not do', touched, 1, 'non-compliant'],
    ['passes where they concern nobody', { 'README.md': 'Theirs' }, 0, 'unchanged'],
  ] as const)('%s', async ([, change, exitCode, verdict]) => {
    const { jobs } = parse(await readFile('examples/github/pull-request.yml', 'utf8')) as Workflow;
    const inputs = jobs.audit.steps.at(-1)?.with ?? {};
    const env = Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
      value.replace(/\$\{\{ github\.base_ref \}\}/u, 'main'),
    ]);
    const cwd = await repository({
      'syncgate.config.yaml': 'personas: { integration: { permissionSets: [Sync_Extras] } }\n',
    });
    await files.write(cwd, change);
    await git(cwd, 'commit', '--quiet', '--all', '--message', 'Changed');
    const on = await job();
    await program(on, 'syncgate', ours);
    await cp(cwd, on.workspace, { recursive: true });
    const ended = await on.step('run.sh', Object.fromEntries(env));
    expect(ended).toMatchObject({ exitCode, outputs: { verdict } });
  });
});

describe('the script for cron', () => {
  async function nightly(scenario: string, token?: string) {
    const { instanceUrl, accessToken, users } = await liveOrg(scenario);
    const [home, bin] = await Promise.all([emptyFolder(), emptyFolder()]);
    await writeFile(join(bin, 'syncgate'), ours);
    await chmod(join(bin, 'syncgate'), 0o755);
    await mkdir(join(home, 'history'));
    await writeFile(join(home, 'secrets.env'), `ORG_TOKEN='${token ?? accessToken}'\n`, { mode: 0o600 });
    const config = {
      orgs: {
        production: {
          instanceUrl,
          signIn: { accessToken: { env: 'ORG_TOKEN' } },
          users: [users[0]?.username],
        },
      },
    };
    await writeFile(join(home, 'syncgate.config.yaml'), stringify(config));
    const env = { PATH: [bin, node, process.env.PATH ?? ''].join(delimiter), SYNCGATE_HOME: home };
    const ended = await runClient('bash', [resolve('examples/cron/syncgate-nightly.sh'), 'production'], env);
    return { ...ended, home, accessToken };
  }

  test('prints nothing where all is well, and keeps the run', async () => {
    const { exitCode, stdout, stderr, home } = await nightly('compliant');
    expect([exitCode, stdout, stderr]).toEqual([0, '', '']);
    expect(await readdir(join(home, 'history', 'production'))).not.toEqual([]);
    expect(await readFile(join(home, 'production.md'), 'utf8')).toContain('COMPLIANT');
  });

  test('prints what is wrong, for cron to mail, and never the token', async () => {
    const { exitCode, stdout, accessToken } = await nightly('drifted');
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^production: the sync would not work\./u)]);
    expect(stdout).toContain('NON-COMPLIANT');
    expect(stdout).not.toContain(accessToken);
  });

  test('says that the org could not be read', async () => {
    const { exitCode, stdout } = await nightly('compliant', 'expired');
    expect([exitCode, stdout]).toEqual([4, expect.stringMatching(/^production: could not be audited/u)]);
  });
});
