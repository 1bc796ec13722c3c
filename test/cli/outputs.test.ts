import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOutputs } from '../../src/cli/outputs.ts';
import { formats } from '../../src/reporters/format.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

const closing = /^14 of 19 requirements failed: the sync would .+ Mend: .+\n$/;

describe('the formats', () => {
  test('are the same in the configuration, the option and what --output is told', async () => {
    const schema = JSON.parse(await readFile('schemas/config.schema.json', 'utf8'));
    expect(Object.keys(schema.properties.outputs.properties)).toEqual([...formats]);
    const { stderr } = await syncgate(['demo', '--output', 'xml=a.xml']);
    for (const format of formats) expect(stderr).toContain(format);
    const help = await syncgate(['audit', '--help'], { width: 120 });
    for (const format of formats) expect(help.stdout).toContain(`"${format}"`);
  });

  test('can all be written in one run', async () => {
    const cwd = await emptyFolder();
    const output = formats.flatMap((format) => ['--output', `${format}=report.${format}`]);
    const { exitCode } = await syncgate(['demo', '--gate', ...output], { cwd });
    expect(exitCode).toBe(1);
    for (const format of formats) {
      const printed = await syncgate(['demo', '--format', format], { cwd, width: 100 });
      const settled = (text: string) => text.replace(/(127\\?\.0\.0\.1(?::|%3A))\d+/g, '$1PORT');
      expect(settled(await readFile(join(cwd, `report.${format}`), 'utf8'))).toBe(settled(printed.stdout));
    }
  });

  test('that the configuration asks for are written, and an argument stands in their place', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'syncgate.config.yaml'), 'outputs: { csv: report.csv }\n');
    await syncgate(['demo'], { cwd });
    expect(await readFile(join(cwd, 'report.csv'), 'utf8')).toContain('account-access');
    await writeFile(join(cwd, 'report.csv'), 'as it was');
    await syncgate(['demo', '--output', 'junit=report.xml'], { cwd });
    expect(await readFile(join(cwd, 'report.csv'), 'utf8')).toBe('as it was');
    expect(await readFile(join(cwd, 'report.xml'), 'utf8')).toContain('<testsuites');
  });

  test('of one file each are refused where two share one', () => {
    expect(() => readOutputs({ output: ['csv=a', 'junit=a'] })).toThrow(/a twice/);
    expect(readOutputs({ output: ['csv=a=b'] }).files).toEqual([{ format: 'csv', file: 'a=b' }]);
  });
});

describe('at the end of a run', () => {
  test('one line for people stands on standard error, and what is printed stays pure', async () => {
    const { stdout, stderr } = await syncgate(['demo', '--format', 'json']);
    expect(stderr.split('\n').slice(-2).join('\n')).toMatch(closing);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'non-compliant' });
  });

  test('with --quiet it is all there is, and files are written all the same', async () => {
    const cwd = await emptyFolder();
    const quiet = ['demo', '--gate', '--quiet', '--output', 'json=a.json'];
    const { exitCode, stdout, stderr } = await syncgate(quiet, { cwd, terminal: true });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(closing);
    expect(JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8'))).toMatchObject({ reportVersion: 1 });
  });

  test('with --quiet a format that is asked for is printed', async () => {
    const { stdout, stderr } = await syncgate(['demo', '-q', '--format', 'csv']);
    expect(stdout).toContain('"account-access"');
    expect(stderr).toMatch(closing);
  });

  test.each([
    ['doctor', ['doctor'], /^\? PARTLY BLIND: \d+ of \d+ requirements would be inconclusive.*\n$/u],
    ['diagnose', ['diagnose', 'API_DISABLED_FOR_ORG'], /^[✖?•] [A-Z ]+: .*\n$/u],
    [
      'remedy',
      ['remedy', '--output-dir', 'out'],
      /^Nothing fails\. .*--include-doubts gives what would settle it\. \d+ not known\.\n$/u,
    ],
  ])(
    '%s with --quiet says what it comes to, and reports where --format asks for it',
    async (_, args, line) => {
      const { org, user, env } = await liveOrg('blind-auditor');
      const run = async (...more: readonly string[]) =>
        await syncgate([...args, ...org, ...user, ...more], {
          env,
          cwd: await emptyFolder(),
          terminal: true,
        });
      const quiet = await run('--quiet');
      expect([quiet.stdout, quiet.stderr]).toEqual(['', expect.stringMatching(line)]);
      const asked = await run('-q', '--format', 'json');
      expect(asked.stderr).toBe(quiet.stderr);
      expect(JSON.parse(asked.stdout)).toBeTypeOf('object');
    },
  );

  test('with --quiet what is wrong is told', async () => {
    const ended = await syncgate(['demo', '-q', '--scenario', 'nowhere']);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('nowhere') });
  });
});

describe('the summary of a GitHub job', () => {
  test('gets the report as Markdown, after what is there, where annotations are asked for', async () => {
    const cwd = await emptyFolder();
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    await writeFile(env.GITHUB_STEP_SUMMARY, 'Before.\n');
    await syncgate(['demo', '--output', 'github=annotations.txt'], { cwd, env });
    const summary = await readFile(env.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toMatch(/^Before\.\n<!-- syncgate report .* -->\n\n### ✖ NON-COMPLIANT/);
    await syncgate(['demo'], { cwd, env });
    expect(await readFile(env.GITHUB_STEP_SUMMARY, 'utf8')).toBe(summary);
  });

  test('never grows beyond what GitHub takes', async () => {
    const cwd = await emptyFolder();
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    for (const size of [1024 * 1024 - 30_000, 1024 * 1024 - 1000]) {
      await writeFile(env.GITHUB_STEP_SUMMARY, 'x'.repeat(size));
      await syncgate(['demo', '--format', 'github'], { cwd, env });
      const summary = await readFile(env.GITHUB_STEP_SUMMARY);
      expect(summary.length).toBeLessThanOrEqual(1024 * 1024);
    }
  });

  test('that cannot be written fails nothing, and is said', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'folder'));
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'folder') };
    const { exitCode, stderr } = await syncgate(['demo', '--format', 'github'], { cwd, env });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('The job summary is not written');
  });
});
