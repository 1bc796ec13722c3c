import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { validatorOf } from '../../schemas/schema-files.ts';
import { emptyFolder, liveOrg, type Surroundings, settled, syncgate } from '../command-line.ts';

type Wanted = Readonly<Record<string, string>>;

/** A folder with a configuration of these orgs, each a scenario of its own, and their tokens in the environment. */
async function orgs(wanted: Wanted, more: Readonly<Record<string, unknown>> = {}) {
  const cwd = await emptyFolder();
  const started = await Promise.all(
    Object.entries(wanted).map(async ([name, scenario], index) => {
      const org = await loadScenario(scenario);
      const organization = { ...org.organization, number: index + 1 };
      return { name, variable: `TOKEN_${index}`, org: await liveOrg({ ...org, organization }) };
    }),
  );
  const configured = started.map(({ name, variable, org }) => [
    name,
    {
      instanceUrl: org.instanceUrl,
      users: [org.users[0]?.username],
      signIn: { accessToken: { env: variable } },
    },
  ]);
  await writeFile(
    join(cwd, 'syncgate.config.json'),
    JSON.stringify({ ...more, orgs: Object.fromEntries(configured) }),
  );
  const env = Object.fromEntries(started.map(({ variable, org }) => [variable, org.accessToken]));
  const byName = new Map(started.map(({ name, org }) => [name, org]));
  return { cwd, env, byName, config: join(cwd, 'syncgate.config.json') };
}

const auditAll = (where: Surroundings, ...args: readonly string[]) =>
  syncgate(['audit', '--all-orgs', ...args], where);

const six: Wanted = {
  acme: 'compliant',
  beta: 'drifted',
  gamma: 'via-permission-sets',
  delta: 'blind-auditor',
  epsilon: 'expired-and-session',
  zeta: 'professional-edition',
};

describe('a run over all orgs', () => {
  test('has a report of each, by name, and ends as the worst of them', async () => {
    const where = await orgs(six);
    const { exitCode, stdout, stderr } = await auditAll(where, '--format', 'json');
    const set = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(
      set.orgs.map(({ org, report }: { org: string; report: { verdict: string } }) => [org, report.verdict]),
    ).toEqual([
      ['acme', 'compliant'],
      ['beta', 'non-compliant'],
      ['delta', 'inconclusive'],
      ['epsilon', 'non-compliant'],
      ['gamma', 'compliant'],
      ['zeta', 'compliant'],
    ]);
    expect(set).toMatchObject({
      verdict: 'non-compliant',
      summary: { orgs: 6, compliant: 3, nonCompliant: 2, inconclusive: 1, unread: 0 },
    });
    for (const name of Object.keys(six)) expect(stderr).toContain(`] ${name}: `);
    expect(stderr).toContain('of 6 orgs 2 not compliant, 1 inconclusive, 3 compliant.');
  });

  test('gives of each org the report that a run on it alone gives', async () => {
    const where = await orgs({ acme: 'compliant', beta: 'drifted' });
    const { stdout } = await auditAll(where, '--format', 'json');
    for (const { org, report } of JSON.parse(stdout).orgs) {
      const alone = await syncgate(['audit', '--target-org', org, '--format', 'json'], where);
      expect(JSON.parse(alone.stdout)).toEqual(report);
    }
  });

  test.each([1, 2, 6])(
    'in shards, %i orgs at a time, comes to the same bytes when they are merged',
    async (atOnce) => {
      const where = await orgs(six);
      const formats = ['json', 'sarif', 'junit'] as const;
      const files = (name: string) =>
        formats.flatMap((format) => ['--output', `${format}=${name}.${format}`]);
      await auditAll(where, ...files('whole'), '--concurrency', String(atOnce));
      const shards = [3, 1, 2, 4];
      for (const shard of shards) await auditAll(where, ...files(`part${shard}`), '--shard', `${shard}/4`);
      for (const format of formats) {
        const parts = shards.map((shard) => `part${shard}.${format}`);
        const merged = await syncgate(['merge', ...parts, '--output', `${format}=merged.${format}`], where);
        expect([format, merged.exitCode]).toEqual([format, 1]);
        const [whole, joined] = await Promise.all(
          ['whole', 'merged'].map((name) => readFile(join(where.cwd, `${name}.${format}`), 'utf8')),
        );
        expect(joined).toBe(whole);
      }
    },
  );
});

describe('a shard says that it is no whole', () => {
  const three = { acme: 'compliant', beta: 'compliant', gamma: 'compliant' };
  test.each(['json', 'sarif', 'junit'])('so that a missing %s does not go unseen', async (format) => {
    const where = await orgs(three);
    for (const shard of [1, 2, 3]) {
      const file = ['--output', `${format}=${shard}.${format}`];
      expect((await auditAll(where, ...file, '--shard', `${shard}/3`)).exitCode).toBe(0);
    }
    const merge = (...shards: readonly number[]) =>
      syncgate(['merge', ...shards.map((shard) => `${shard}.${format}`), '--format', format], where);
    expect(await merge(1, 3)).toMatchObject({
      ...{ exitCode: 2, stdout: '' },
      stderr: expect.stringContaining('there is no report of --shard 2/3'),
    });
    expect(await merge(2)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--shard 1/3 and 3/3'),
    });
    const whole = await merge(3, 2, 1, 2);
    expect(whole.exitCode).toBe(0);
    expect(whole.stdout).toBe((await auditAll(where, '--format', format)).stdout);
  });

  test('as its schema has it', async () => {
    const { stdout } = await auditAll(await orgs(three), '--shard', '2/3', '--format', 'json');
    expect(validatorOf('report-set')(JSON.parse(stdout))).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ shard: { index: 2, count: 3 }, summary: { orgs: 1 } });
  });

  test('where it is one; the only one of one is the whole', async () => {
    const where = await orgs({ acme: 'compliant' });
    const { stdout } = await auditAll(where, '--shard', '1/1', '--format', 'json');
    expect(stdout).toBe((await auditAll(where, '--format', 'json')).stdout);
  });

  test('and names of one org each are no parts', async () => {
    const where = await orgs(three);
    await auditAll(where, '--shard', '1/2', '--output', 'json={org}.json', '--output', 'sarif={org}.sarif');
    expect((await syncgate(['merge', 'acme.json', 'gamma.json'], where)).exitCode).toBe(0);
    expect((await syncgate(['merge', 'acme.sarif', 'gamma.sarif'], where)).exitCode).toBe(0);
  });
});

describe('one org in trouble stops no other', () => {
  test('and is told with the reason, in every format', async () => {
    const where = await orgs({ acme: 'compliant', beta: 'compliant', gamma: 'compliant' });
    const beta = where.byName.get('beta');
    beta?.revokeToken(beta.accessToken);
    const { exitCode, stdout, stderr } = await auditAll(where, '--format', 'json');
    expect(exitCode).toBe(4);
    const set = JSON.parse(stdout);
    expect(set).toMatchObject({ verdict: 'unread', summary: { orgs: 3, compliant: 2, unread: 1 } });
    expect(set.orgs[1]).toMatchObject({
      org: 'beta',
      status: 'unread',
      failure: { exitCode: 4, message: expect.stringContaining('INVALID_SESSION_ID') },
    });
    expect(stderr).toContain('] beta: could not be audited: ');
    for (const format of ['table', 'sarif', 'junit', 'markdown', 'github', 'gitlab', 'csv']) {
      const { exitCode: code, stdout: text } = await auditAll(where, '--format', format);
      expect([format, code]).toEqual([format, 4]);
      expect(settled(text)).toContain('beta');
    }
  });

  test('nor does one whose secret is missing, or whose user is not there', async () => {
    const where = await orgs({ acme: 'compliant', beta: 'compliant', gamma: 'drifted' });
    const { TOKEN_1: _, ...env } = where.env;
    const { exitCode, stdout } = await auditAll({ ...where, env }, '--format', 'json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).orgs[1]).toMatchObject({ org: 'beta', failure: { exitCode: 2 } });
    const nobody = await auditAll(where, '--user', 'nobody@nowhere.example', '--format', 'json');
    expect(nobody.exitCode).toBe(2);
    expect(JSON.parse(nobody.stdout).summary).toMatchObject({ orgs: 3, unread: 3 });
  });

  test('but a configuration that is wrong for one of them stops all, before any is asked', async () => {
    const where = await orgs({ acme: 'compliant', beta: 'compliant' });
    const config = JSON.parse(await readFile(where.config, 'utf8'));
    config.orgs.beta.variant = 'admin-usr';
    await writeFile(where.config, JSON.stringify(config));
    const { exitCode, stderr } = await auditAll(where);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/syncgate\.config\.json:1:\d+: .*admin-usr/);
    for (const org of where.byName.values()) expect(org.stats().requests).toBe(0);
  });
});

describe('what would be passed over is refused', () => {
  const configured = { targetOrg: 'acme' };
  test.each<readonly [readonly string[], RegExp]>([
    [['--all-orgs', '--target-org', 'acme'], /--target-org asks for one place/],
    [['--all-orgs', '--snapshot', 'org.json'], /--snapshot asks for one place/],
    [['--all-orgs', '--source-dir', '.'], /--source-dir asks for metadata files/],
    [['--shard', '1/2'], /--all-orgs is not given, and --shard asks for many orgs/],
    [['--all-orgs', '--shard', '3/2'], /--shard 3\/2 is no part of a whole/],
    [['--all-orgs', '--shard', '5/9'], /--shard 5\/9 has no org: there are 1/],
    [['--all-orgs', '--concurrency', '0'], /--concurrency is a whole number from 1 to 64/],
  ])('%j', async (args, words) => {
    const where = await orgs({ acme: 'compliant' }, configured);
    const { exitCode, stderr } = await syncgate(['audit', ...args], where);
    expect(stderr).toMatch(words);
    expect(exitCode).toBe(2);
    expect(where.byName.get('acme')?.stats().requests).toBe(0);
  });

  test('a configuration without orgs', async () => {
    expect(await auditAll({})).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/Name them under `orgs`/),
    });
  });
});

test('a job summary without room for all has the verdict, and says where the rest is', async () => {
  const where = await orgs({ acme: 'compliant', beta: 'drifted' });
  const file = join(where.cwd, 'summary.md');
  // GitHub takes 1 MiB, of which an earlier part of the step has used most.
  const used = '-'.repeat(1024 * 1024 - 3 * 2100);
  await writeFile(file, used);
  const env = { ...where.env, GITHUB_STEP_SUMMARY: file };
  expect((await auditAll({ ...where, env }, '--format', 'github')).exitCode).toBe(1);
  const added = (await readFile(file, 'utf8')).slice(used.length);
  expect(added).toContain('NON-COMPLIANT: of 2 orgs 1 not compliant, 1 compliant.');
  expect(added).toContain('`--output markdown=FILE` has all of it');
  expect(added.length).toBeLessThan(2100);
});

test('an interrupt ends all of it', async () => {
  const where = await orgs({ acme: 'compliant', beta: 'compliant' });
  const signal = AbortSignal.abort('SIGINT');
  expect(await auditAll({ ...where, signal })).toMatchObject({ exitCode: 130, stdout: '' });
});

describe('waivers over all orgs', () => {
  const more = { owner: 'CRM', reason: 'the move' };
  const waivers = [
    { requirement: 'account-delete', expires: '2027-03-31', ...more },
    { requirement: 'run-flow', expires: '2026-11-10', ...more },
    { requirement: 'account-access', expires: '2026-01-31', ...more },
    { requirement: 'customize-application', subject: 'nobody@acme.example', expires: '2027-03-31', ...more },
    { requirement: 'supported-edition', expires: '2027-03-31', ...more },
  ];
  const told = (stderr: string) => stderr.split('\n').filter((line) => line.includes(': waiver '));

  test('are told of once: what ends soon or has ended, and what matches in no org', async () => {
    const where = await orgs({ acme: 'compliant', beta: 'drifted', gamma: 'drifted' }, { waivers });
    const { stderr, stdout } = await auditAll(where, '--format', 'markdown');
    expect(told(stderr)).toEqual([
      expect.stringMatching(
        /^syncgate\.config\.json:1:\d+: waiver run-flow \(.+ in 8 days\. .+ \(2 failures\)/,
      ),
      expect.stringMatching(/waiver account-access \(.+ expired on 2026-01-31, .+ \(2 failures\)/),
      expect.stringMatching(
        /waiver customize-application of nobody@.+ It matches no failure in any org: remove it/,
      ),
      expect.stringMatching(/waiver supported-edition .+ It matches no failure in any org/),
    ]);
    expect(stdout).not.toContain('matches no failure');
    expect(stdout.match(/Waiver: run-flow/g)).toHaveLength(2);
    expect((await auditAll(where, '--quiet')).stderr).not.toContain('waiver');
  });

  test('an org that could not be read may be the one that needs it', async () => {
    const where = await orgs({ acme: 'compliant', beta: 'compliant' }, { waivers: waivers.slice(0, 1) });
    const beta = where.byName.get('beta');
    beta?.revokeToken(beta.accessToken);
    const [line = ''] = told((await auditAll(where)).stderr);
    expect(line).toContain('It matches no failure in the orgs that could be audited, 1 of 2.');
    expect(line).not.toContain('remove');
  });

  test.each([[['--shard', '1/2']], [['--user', 'integration@acme.example']]])(
    'a run of %j knows of none that it matches nothing',
    async (args) => {
      const where = await orgs({ acme: 'compliant', beta: 'compliant' }, { waivers });
      expect(told((await auditAll(where, ...args)).stderr)).toEqual([]);
    },
  );
});
