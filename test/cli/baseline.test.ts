import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

/** A folder with a snapshot of a scenario's first user, to be audited again and again. */
async function snapshotOf(...scenarios: readonly string[]): Promise<string> {
  const cwd = await emptyFolder();
  for (const scenario of scenarios) {
    const { org, user, env } = await liveOrg(scenario);
    const collected = await syncgate(['collect', ...org, ...user, '--output', `${scenario}.json`], {
      env,
      cwd,
    });
    expect(collected.exitCode).toBe(0);
  }
  return cwd;
}

const audit = (cwd: string, scenario: string, ...args: readonly string[]) =>
  syncgate(['audit', '--snapshot', `${scenario}.json`, ...args], { cwd });

const writeBoth = ['--output', 'json=last.json', '--output', 'sarif=last.sarif'];
const baselines = ['last.json', 'last.sarif'];

describe('--baseline', () => {
  test.for(baselines)('%s: with --fail-on-new only what it does not have fails', async (baseline) => {
    const cwd = await snapshotOf('drifted', 'compliant');
    const beside = ['--baseline', baseline];
    expect((await audit(cwd, 'drifted', ...writeBoth)).exitCode).toBe(1);
    for (const format of ['table', 'json', 'sarif']) {
      expect((await audit(cwd, 'drifted', ...beside, '--format', format)).exitCode).toBe(1);
      const ended = await audit(cwd, 'drifted', ...beside, '--fail-on-new', '--format', format);
      expect([format, ended.exitCode]).toEqual([format, 0]);
      expect(ended.stderr).not.toContain('everything counts as new');
    }
    expect((await audit(cwd, 'compliant', ...writeBoth)).exitCode).toBe(0);
    expect((await audit(cwd, 'drifted', ...beside, '--fail-on-new')).exitCode).toBe(1);
  });

  test.for(baselines)('%s: says of every result how it stands to it', async (baseline) => {
    const cwd = await snapshotOf('drifted', 'compliant');
    await audit(cwd, 'drifted', ...writeBoth);
    const { stdout } = await audit(cwd, 'compliant', '--baseline', baseline, '--format', 'json');
    const report: Report = JSON.parse(stdout);
    const was: Report = JSON.parse(await readFile(join(cwd, 'last.json'), 'utf8'));
    expect(report.baseline).toEqual({
      file: baseline,
      collectedAt: was.source.collectedAt,
      onlyNew: false,
    });
    const fixed = report.results.filter((result) => result.baseline?.state === 'fixed');
    const failed = was.results.filter(({ verdict }) => verdict === 'fail');
    expect(fixed.map(({ requirement }) => requirement)).toEqual(failed.map(({ requirement }) => requirement));
    expect(report.results.every((result) => result.baseline !== null)).toBe(true);
  });

  test('a failure whose waiver ended counts, though the baseline has it', async () => {
    const cwd = await snapshotOf('drifted');
    const { stdout } = await audit(cwd, 'drifted', '--format', 'json');
    const failed = (JSON.parse(stdout) as Report).results.filter(({ verdict }) => verdict === 'fail');
    const [first] = failed;
    const waivers = [...new Set(failed.map(({ requirement }) => requirement))].map((requirement) => ({
      ...{ requirement, reason: 'Until the move', owner: 'CRM', expires: '2027-09-30' },
    }));
    const configure = (some: readonly unknown[]) =>
      writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify({ waivers: some }));
    await configure(waivers);
    expect((await audit(cwd, 'drifted', ...writeBoth)).exitCode).toBe(0);
    await configure(waivers.filter(({ requirement }) => requirement !== first?.requirement));
    for (const baseline of baselines) {
      expect((await audit(cwd, 'drifted', '--baseline', baseline, '--fail-on-new')).exitCode).toBe(1);
    }
  });

  test('is not written over by the run that it judges: that would forgive what the run finds', async () => {
    const cwd = await snapshotOf('drifted', 'compliant');
    await audit(cwd, 'compliant', ...writeBoth);
    const before = await readFile(join(cwd, 'last.json'), 'utf8');
    for (const format of ['json', 'sarif', 'table']) {
      const over = ['--baseline', 'last.json', '--output', `${format}=./last.json`];
      expect(await audit(cwd, 'drifted', ...over, '--fail-on-new')).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('would write over the baseline last.json'),
      });
      expect(await readFile(join(cwd, 'last.json'), 'utf8')).toBe(before);
    }
    const told = ['--baseline', 'last.json', '--output', 'json=last.json'];
    expect((await audit(cwd, 'drifted', ...told)).exitCode).toBe(1);
  });

  test('a configuration file names it, from where it stands', async () => {
    const cwd = await snapshotOf('drifted');
    await audit(cwd, 'drifted', ...writeBoth);
    const config = { baseline: 'last.json', failOnNew: true };
    await writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify(config));
    expect((await audit(cwd, 'drifted')).exitCode).toBe(0);
  });

  test('of something else altogether is told, and everything is new', async () => {
    const cwd = await snapshotOf('drifted');
    await audit(cwd, 'drifted', ...writeBoth);
    const other = (await readFile(join(cwd, 'last.json'), 'utf8')).replaceAll('00D', '00X');
    await writeFile(join(cwd, 'other.json'), other);
    const ended = await audit(cwd, 'drifted', '--baseline', 'other.json', '--fail-on-new');
    expect(ended).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/other\.json has nothing of what was audited.*everything counts as new/u),
    });
  });

  test.for([
    ['one that is not there', ['--baseline', 'no.json'], /no baseline no\.json\. .*--output json=FILE/u],
    ['a snapshot', ['--baseline', 'drifted.json'], /drifted\.json is no baseline: it is a snapshot/u],
    ['a key', ['--baseline', 'key.pem'], /key\.pem is no baseline: it is not JSON/u],
    ['a folder', ['--baseline', '.'], /it is a folder, not a file/u],
    ['none, for --fail-on-new', ['--fail-on-new'], /--fail-on-new: there is no baseline/u],
  ] as const)('is refused with 2: %s', async ([, args, words]) => {
    const cwd = await snapshotOf('drifted');
    await writeFile(join(cwd, 'key.pem'), '-----BEGIN PRIVATE KEY-----\nMIIsecret');
    const { exitCode, stderr, stdout } = await audit(cwd, 'drifted', ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain('secret');
  });
});
