import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

const file = 'syncgate.config.yaml';

interface Written {
  readonly requirement: string;
  readonly subject?: string;
  readonly expires?: string;
}

/** A configuration that waives these; a value is written as JSON, which YAML takes too. */
const waiving = (written: readonly Written[]): string =>
  `waivers: ${JSON.stringify(
    written.map((each) => ({ reason: 'accepted by security', owner: 'ops', expires: '2026-12-31', ...each })),
  )}\n`;

interface Told {
  readonly exitCode: number;
  readonly verdict: string;
  readonly results: readonly {
    readonly requirement: string;
    readonly verdict: string;
    readonly level: string;
    readonly message: string;
    readonly waiver: { readonly owner: string; readonly expires: string } | null;
  }[];
  readonly summary: { readonly fail: number; readonly waived: number };
}

/** A snapshot of a scenario, read on a day; audited with a configuration. */
async function snapshotOf(scenario: string) {
  const cwd = await emptyFolder();
  const { org, user, env } = await liveOrg(scenario);
  await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
  const args = ['audit', '--snapshot', 'org.json', '--format', 'json'];
  const audit = async (configuration: string, ...more: readonly string[]): Promise<Told> => {
    await writeFile(join(cwd, file), configuration);
    const { exitCode, stdout, stderr } = await syncgate([...args, ...more], { cwd });
    if (stdout === '') throw new Error(stderr);
    return { exitCode, ...JSON.parse(stdout) };
  };
  const { results } = await audit('failOn: error\n');
  const failed = results.filter(({ verdict, level }) => verdict === 'fail' && level === 'error');
  return { cwd, audit, user: user[1] ?? '', failed: failed.map(({ requirement }) => requirement) };
}

describe('a failure that is waived', () => {
  test('is shown as failed and waived, by whom and until when, and decides nothing', async () => {
    const { audit, failed } = await snapshotOf('drifted');
    expect(failed.length).toBeGreaterThan(1);
    const told = await audit(waiving(failed.map((requirement) => ({ requirement }))));
    expect(told).toMatchObject({ exitCode: 0, verdict: 'compliant', summary: { waived: failed.length } });
    const waived = told.results.filter(({ waiver }) => waiver !== null);
    expect(waived.map(({ requirement }) => requirement).sort()).toEqual([...failed].sort());
    for (const result of waived) {
      expect(result).toMatchObject({ verdict: 'fail', waiver: { owner: 'ops', expires: '2026-12-31' } });
    }
  });

  test('leaves the others to decide', async () => {
    const { audit, failed } = await snapshotOf('drifted');
    const [, ...others] = failed;
    const told = await audit(waiving(others.map((requirement) => ({ requirement }))));
    expect(told).toMatchObject({ exitCode: 1, verdict: 'non-compliant', summary: { waived: others.length } });
  });
});

describe('what a waiver does not do', () => {
  test('hold on the day after its last: the failure decides again, and says that it was waived', async () => {
    const { audit, failed } = await snapshotOf('drifted');
    const until = (expires: string) => waiving(failed.map((requirement) => ({ requirement, expires })));
    const { source } = (await audit(until('2026-12-31'))) as Told & { source: { collectedAt: string } };
    const day = source.collectedAt.slice(0, 10);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(await audit(until(day))).toMatchObject({ exitCode: 0, summary: { waived: failed.length } });
    const ended = await audit(until(before));
    expect(ended).toMatchObject({ exitCode: 1, verdict: 'non-compliant', summary: { waived: 0 } });
    for (const { requirement, waiver, message } of ended.results.filter(
      ({ verdict }) => verdict === 'fail',
    )) {
      if (!failed.includes(requirement)) continue;
      expect(waiver).toBeNull();
      expect(message).toContain(before);
    }
  });

  test('hold for somebody else', async () => {
    const { audit, failed, user } = await snapshotOf('drifted');
    const forWhom = (subject: string) => waiving(failed.map((requirement) => ({ requirement, subject })));
    expect(await audit(forWhom('somebody@else.example'))).toMatchObject({
      exitCode: 1,
      summary: { waived: 0 },
    });
    expect(await audit(forWhom(user.toUpperCase()))).toMatchObject({
      ...{ exitCode: 0, summary: { waived: failed.length } },
    });
  });

  test('cover what could not be known', async () => {
    const { audit } = await snapshotOf('blind-auditor');
    const { results } = await audit('failOn: error\n');
    const unknown = results.filter(({ verdict }) => verdict === 'inconclusive');
    expect(unknown.length).toBeGreaterThan(0);
    const told = await audit(waiving(unknown.map(({ requirement }) => ({ requirement }))));
    expect(told).toMatchObject({ exitCode: 3, verdict: 'inconclusive', summary: { waived: 0 } });
    expect(told.results.filter(({ waiver }) => waiver !== null)).toEqual([]);
  });
});

describe('a waiver that is wrong stops the run before anything is asked of an org', () => {
  const good = { requirement: 'account-delete', reason: 'r', owner: 'o', expires: '2026-12-31' };
  test.each<readonly [string, object, RegExp]>([
    ['no reason', { ...good, reason: ' ' }, /waivers\[0\]\.reason must be text that is not empty/u],
    ['no owner', { ...good, owner: undefined }, /waivers\[0\] must have 'owner'/u],
    ['no end', { ...good, expires: undefined }, /waivers\[0\] must have 'expires'/u],
    ['a day that there is not', { ...good, expires: '2026-11-31' }, /there is no day 2026-11-31/u],
    ['more than a year', { ...good, expires: '2027-10-09' }, /2027-10-09 is more than a year ahead/u],
    ['a key misspelt', { ...good, untill: 'x' }, /the key 'untill' is not known/u],
    ['a requirement misspelt', { ...good, requirement: 'acount-delete' }, /did you mean 'account-delete'\?/u],
    ['a subject that is empty', { ...good, subject: '' }, /waivers\[0\]\.subject must not be empty/u],
  ])('%s', async (_, waiver, words) => {
    const cwd = await emptyFolder();
    const { org, user, env, stats } = await liveOrg('compliant');
    await writeFile(join(cwd, file), `waivers: ${JSON.stringify([waiver])}\n`);
    const ended = await syncgate(['audit', ...org, ...user], { cwd, env });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(words) });
    expect(ended.stderr).toMatch(/^syncgate: syncgate\.config\.yaml:1:\d+: /u);
    expect(stats().requests).toBe(0);
  });

  test('while one that is right lets it run, by the same count', async () => {
    const cwd = await emptyFolder();
    const { org, user, env, stats } = await liveOrg('compliant');
    await writeFile(join(cwd, file), `waivers: ${JSON.stringify([good])}\n`);
    await syncgate(['audit', ...org, ...user], { cwd, env });
    expect(stats().requests).toBeGreaterThan(0);
  });
});
