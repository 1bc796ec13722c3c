import { existsSync } from 'node:fs';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand } from '../built-command.ts';
import { liveOrg } from '../cli/command-line.ts';
import { type Job, job, program } from './job.ts';

/** A `syncgate` that is made of this source tree. */
const ours = (on: Job) => program(on, 'syncgate', `#!/bin/sh\nexec node '${resolve(builtCommand)}' "$@"\n`);

/** A `syncgate` that writes down what it was given, and what a step may have to cope with. */
const recorder = (on: Job, { prints = '', summary = '' } = {}) =>
  program(
    on,
    'syncgate',
    `#!/usr/bin/env node
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
writeFileSync('arguments.json', JSON.stringify(args));
console.log(${JSON.stringify(prints)});
const file = (format) => args.find((each) => each.startsWith('--output=' + format + '=')).split('=')[2];
writeFileSync(file('json'), JSON.stringify({ verdict: 'compliant\\nexit-code=99' }));
writeFileSync(file('markdown'), ${JSON.stringify(summary)});
`,
  );

const given = async ({ workspace }: Job): Promise<readonly string[]> => {
  const args: readonly string[] = JSON.parse(await readFile(join(workspace, 'arguments.json'), 'utf8'));
  return args.filter((argument) => !argument.startsWith('--output='));
};

describe('an audit of an org, as a step of a job', () => {
  test.for([
    ['compliant', 0, 'compliant'],
    ['drifted', 1, 'non-compliant'],
    ['blind-auditor', 3, 'inconclusive'],
  ] as const)('%s ends with %i, and says so', async ([scenario, code, verdict]) => {
    const on = await job();
    await ours(on);
    const { instanceUrl, accessToken, users } = await liveOrg(scenario);
    const ended = await on.step('run.sh', {
      INPUT_INSTANCE_URL: instanceUrl,
      INPUT_USER: users[0]?.username ?? '',
      SYNCGATE_ACCESS_TOKEN: accessToken,
    });
    expect(ended).toMatchObject({ exitCode: code, outputs: { verdict, 'exit-code': String(code) } });
    const { 'report-file': report = '', 'sarif-file': sarif = '' } = ended.outputs;
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ verdict });
    expect(JSON.parse(await readFile(sarif, 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(ended.summary.toLowerCase()).toContain(verdict);
    const written = [ended.stdout, ended.stderr, ended.summary, ...Object.values(ended.outputs)].join();
    expect(written).not.toContain(accessToken);
  });

  test('that says annotations prints commands of GitHub’s', async () => {
    const on = await job();
    await ours(on);
    const { instanceUrl, accessToken, users } = await liveOrg('drifted');
    const ended = await on.step('run.sh', {
      INPUT_INSTANCE_URL: instanceUrl,
      INPUT_USER: users[0]?.username ?? '',
      INPUT_ANNOTATIONS: 'true',
      SYNCGATE_ACCESS_TOKEN: accessToken,
    });
    expect(ended).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^::error /mu) });
    expect(ended.stdout).not.toContain('::stop-commands::');
  });

  test('that asks for the page is told where it is', async () => {
    const on = await job();
    await ours(on);
    const { instanceUrl, accessToken, users } = await liveOrg('compliant');
    const ended = await on.step('run.sh', {
      INPUT_INSTANCE_URL: instanceUrl,
      INPUT_USER: users[0]?.username ?? '',
      INPUT_PAGE: 'true',
      SYNCGATE_ACCESS_TOKEN: accessToken,
    });
    const { 'page-file': page = '' } = ended.outputs;
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>/u);
    expect(await readFile(page, 'utf8')).not.toContain(accessToken);
  });

  test.for([
    ['has a snapshot that is not there', 4, { INPUT_SNAPSHOT: 'nowhere.json' }],
    ['is asked for wrongly', 2, { INPUT_ARGS: '--no-such-option' }],
    ['is configured by a file that is not there', 2, { INPUT_CONFIG: 'nowhere.yaml' }],
  ] as const)('that %s ends with %i, with no findings to upload', async ([, code, env]) => {
    const on = await job();
    await ours(on);
    const ended = await on.step('run.sh', { INPUT_USER: 'someone@acme.example', ...env });
    expect(ended).toMatchObject({
      exitCode: code,
      outputs: { verdict: 'none', 'exit-code': String(code), 'sarif-file': '', 'report-file': '' },
    });
  });
});

describe('what the inputs say', () => {
  test('becomes arguments, one for each that says something', async () => {
    const on = await job();
    await recorder(on);
    await on.step('run.sh', {
      INPUT_CONFIG: 'gate.yaml',
      INPUT_TARGET_ORG: 'prod',
      INPUT_SIGN_IN: 'client-credentials',
      INPUT_CLIENT_ID: '3MVG9',
      INPUT_USER: 'one@acme.example\n\n  \ntwo@acme.example\r\n',
      INPUT_FAIL_ON: 'warning',
      INPUT_ALLOW_INCONCLUSIVE: 'true',
      INPUT_ARGS: '--variant\nadmin-user\n--mapped-field=Contact.Job Function',
    });
    expect(await given(on)).toEqual([
      'audit',
      '--config=gate.yaml',
      '--target-org=prod',
      '--sign-in=client-credentials',
      '--client-id=3MVG9',
      '--user=one@acme.example',
      '--user=two@acme.example',
      '--fail-on=warning',
      '--allow-inconclusive',
      '--variant',
      'admin-user',
      '--mapped-field=Contact.Job Function',
    ]);
  });

  const hostile = [
    '$(touch hacked)',
    '`touch hacked`',
    "'; touch hacked; '",
    '"; touch hacked; "',
    '&& touch hacked #',
    '*',
    '--output=json=/etc/passwd',
    '-x',
    '$PATH',
    '\\',
  ];
  test.for(hostile)('is passed on as it stands: %s', async (value) => {
    const on = await job();
    await recorder(on);
    const ended = await on.step('run.sh', {
      INPUT_TARGET_ORG: value,
      INPUT_USER: `${value}\n${value}`,
      INPUT_SOURCE_DIR: value,
      INPUT_ARGS: value,
    });
    expect(ended.exitCode).toBe(0);
    const passed = [`--target-org=${value}`, `--user=${value}`, `--user=${value}`, `--source-dir=${value}`];
    const asItStands = value.startsWith('--output=') ? [] : [value];
    expect(await given(on)).toEqual(['audit', ...passed, ...asItStands]);
    expect(await readdir(on.workspace)).toEqual(['arguments.json']);
  });

  test.for(['INPUT_ALLOW_INCONCLUSIVE', 'INPUT_ANNOTATIONS', 'INPUT_SUMMARY'])(
    '%s is refused when it is neither "true" nor "false", before anything runs',
    async (name) => {
      const on = await job();
      await recorder(on);
      const ended = await on.step('run.sh', { [name]: 'yes' });
      expect(ended).toMatchObject({ exitCode: 2, outputs: { verdict: 'none', 'exit-code': '2' } });
      expect(await readdir(on.workspace)).toEqual([]);
    },
  );
});

describe('what an org says', () => {
  test('is no command of GitHub’s in the log, and no output', async () => {
    const on = await job();
    await recorder(on, { prints: '::set-output name=verdict::compliant\n::add-mask::a' });
    const ended = await on.step('run.sh');
    const [stop = '', ...rest] = ended.stdout.trim().split('\n');
    const token = /^::stop-commands::([\w-]{36})$/u.exec(stop)?.[1];
    expect(rest.at(-1)).toBe(`::${token}::`);
    expect(ended.outputs).toEqual({
      verdict: 'none',
      'exit-code': '0',
      'page-file': '',
      'sarif-file': '',
      'report-file': expect.stringContaining('syncgate.json'),
    });
  });

  test('fits the summary, or is left out of it with a word', async () => {
    const on = await job();
    await recorder(on, { summary: 'x'.repeat(1_000_001) });
    const { summary } = await on.step('run.sh');
    expect(summary).toMatch(/^The summary of syncgate is too long/u);
    await recorder(on, { summary: '# fine' });
    expect((await on.step('run.sh')).summary).toBe('# fine');
    expect((await on.step('run.sh', { INPUT_SUMMARY: 'false' })).summary).toBe('');
  });
});

describe('install.sh', () => {
  /** An npm that writes down what it was asked. */
  const npm = (on: Job) => program(on, 'npm', '#!/bin/sh\nprintf "%s\\n" "$*" >> asked\n');

  test('takes the version that is named from the registry, and runs none of its scripts', async () => {
    const on = await job();
    await npm(on);
    const { exitCode, outputs } = await on.step('install.sh', { INPUT_VERSION: '0.1.0' });
    expect([exitCode, outputs.bin]).toEqual([
      0,
      expect.stringMatching(/node_modules\/syncgate\/bin\/syncgate\.js$/u),
    ]);
    expect(await readFile(join(on.workspace, 'asked'), 'utf8')).toMatch(
      /^install --prefix \S+ --ignore-scripts --no-audit --no-fund syncgate@0\.1\.0\n$/u,
    );
  });

  test.for(['latest', '0.1', '^0.1.0', '0.1.0 evil', '$(touch hacked)', '../elsewhere', 'git+ssh://evil'])(
    'refuses %s, which names no one version',
    async (version) => {
      const on = await job();
      await npm(on);
      expect(await on.step('install.sh', { INPUT_VERSION: version })).toMatchObject({
        exitCode: 2,
        outputs: {},
      });
      expect(await readdir(on.workspace)).toEqual([]);
    },
  );

  test('builds the action’s own where it is not built yet', async () => {
    const on = await job();
    await npm(on);
    const { outputs } = await on.step('install.sh', { GITHUB_ACTION_PATH: on.workspace });
    expect(outputs.bin).toBe(join(on.workspace, 'bin/syncgate.js'));
    expect(await readFile(join(on.workspace, 'asked'), 'utf8')).toBe(
      'ci --ignore-scripts --no-audit --no-fund\nrun -s build\n',
    );
  });

  test('takes the one on the PATH, and says where there is none', async () => {
    const on = await job();
    await recorder(on);
    expect((await on.step('install.sh', { INPUT_VERSION: 'path' })).outputs.bin).toBe(
      join(on.bin, 'syncgate'),
    );
    const without = await job();
    const ended = await without.step('install.sh', { INPUT_VERSION: 'path', PATH: '/usr/bin:/bin' });
    expect(ended).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('no syncgate on the PATH') });
  });
});

describe('find-node.sh', () => {
  test.for([
    ['20.19.0', 'false'],
    ['22.17.9', 'false'],
    ['22.18.0', 'true'],
    ['24.1.0', 'true'],
  ] as const)('Node %s: %s', async ([version, suitable]) => {
    const on = await job();
    const pretend = join(on.workspace, 'pretend.cjs');
    await writeFile(pretend, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
    const { outputs } = await on.step('find-node.sh', { NODE_OPTIONS: `--require=${pretend}` });
    expect(outputs).toEqual({ suitable });
  });

  test('no Node at all', async () => {
    const on = await job();
    const bash = ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'].find((file) => existsSync(file));
    await symlink(bash ?? '', join(on.bin, 'bash'));
    const { outputs } = await on.step('find-node.sh', { PATH: on.bin });
    expect(outputs).toEqual({ suitable: 'false' });
  });
});
