import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import { audit } from '../../access/property/audited-org.ts';
import { validatorOf } from '../../schemas/schema-files.ts';
import { emptyFolder, liveOrg, settled, syncgate } from '../command-line.ts';
import * as files from '../source/project-files.ts';

const problems = validatorOf('comparison');

/** A snapshot and a report of each org, and a record of its run, in one folder. */
async function kept(orgs: Readonly<Record<string, OrgDescription | string>>): Promise<string> {
  const cwd = await emptyFolder();
  for (const [name, org] of Object.entries(orgs)) {
    const live = await liveOrg(org);
    const where = { cwd, env: live.env };
    await syncgate(['collect', ...live.org, ...live.user, '--output', `${name}.json`], where);
    await syncgate(
      [
        'audit',
        '--snapshot',
        `${name}.json`,
        '-q',
        '--output',
        `json=${name}-report.json`,
        '--history',
        name,
      ],
      where,
    );
  }
  return cwd;
}

/** A snapshot's text, made once: nobody changes it. */
const snapshotText = loadScenario('compliant')
  .then((org) => audit(org, { user: true }))
  .then(({ snapshot }) => JSON.stringify(snapshot));

/** An assignment that is taken away, and nothing else. */
async function withoutDelete(): Promise<OrgDescription> {
  const org = await loadScenario('via-permission-sets');
  return {
    ...org,
    users: org.users.map((user) => ({
      ...user,
      assignments: (user.assignments ?? []).filter(({ permissionSet }) => permissionSet !== 'Account_Delete'),
    })),
  };
}

async function json(args: readonly string[], where: Parameters<typeof syncgate>[1]) {
  const ended = await syncgate(['diff', ...args, '--format', 'json'], where);
  expect([ended.stderr, ended.stdout !== '']).toEqual([expect.any(String), true]);
  const comparison = JSON.parse(ended.stdout) as Comparison;
  expect(problems(comparison)).toEqual([]);
  return { ...ended, comparison };
}

const turns = ({ subjects }: Comparison): readonly string[] =>
  subjects.flatMap(({ decisions }) =>
    decisions.map((each) => `${each.permission}: ${each.before} ${each.after}`),
  );

describe('two files', () => {
  test('are told as a table, with the assignment that explains it and the requirement that it touches', async () => {
    const cwd = await kept({ before: 'via-permission-sets', after: await withoutDelete() });
    const shown = await syncgate(['diff', 'before.json', 'after.json'], { cwd, width: 100 });
    const text = [
      '$ syncgate diff before.json after.json',
      shown.stderr,
      shown.stdout,
      `exit code ${shown.exitCode}`,
    ];
    await expect(settled(text.join('\n'))).toMatchFileSnapshot('../__snapshots__/command-diff.txt');
    expect(shown.exitCode).toBe(1);
    const markdown = await syncgate(['diff', 'before.json', 'after.json', '--format', 'markdown'], { cwd });
    await expect(settled(markdown.stdout)).toMatchFileSnapshot('../__snapshots__/command-diff.md');
  });

  test.each([
    ['snapshots', 'before.json', 'after.json', 'access'],
    ['reports', 'before-report.json', 'after-report.json', 'evidence'],
    ['a report and a snapshot', 'before-report.json', 'after.json', 'evidence'],
  ])('that are %s tell what went', async (_, a, b, basis) => {
    const cwd = await kept({ before: 'via-permission-sets', after: await withoutDelete() });
    const { comparison, exitCode } = await json([a, b], { cwd });
    expect([exitCode, comparison.basis]).toEqual([1, basis]);
    expect(turns(comparison)).toEqual(['Account: Delete: granted denied']);
    expect(
      comparison.subjects[0]?.requirements.map(({ requirement, after }) => [requirement, after.verdict]),
    ).toEqual([['account-delete', 'fail']]);
    const same = await json([a, a], { cwd });
    expect([same.exitCode, same.comparison.verdict]).toEqual([0, 'equal']);
  });

  test('that are records of runs are compared like the snapshots behind them', async () => {
    const cwd = await kept({ before: 'via-permission-sets', after: await withoutDelete() });
    const { readdir } = await import('node:fs/promises');
    const [a, b] = await Promise.all(
      ['before', 'after'].map(async (folder) => join(folder, (await readdir(join(cwd, folder)))[0] ?? '')),
    );
    const ofRecords = await json([a ?? '', b ?? ''], { cwd });
    const ofSnapshots = await json(['before.json', 'after.json'], { cwd });
    expect(ofRecords.comparison.subjects).toEqual(ofSnapshots.comparison.subjects);
    const mixed = await syncgate(['diff', a ?? '', 'after-report.json'], { cwd });
    expect([mixed.exitCode, mixed.stderr]).toEqual([2, expect.stringContaining('too little in common')]);
  });

  test('say that they were made with other settings or other versions of a pack', async () => {
    const cwd = await kept({ before: 'compliant' });
    const report = JSON.parse(await readFile(join(cwd, 'before-report.json'), 'utf8'));
    const packs = [{ ...report.packs[0], version: '9.9.9', features: [] }];
    await writeFile(join(cwd, 'other.json'), JSON.stringify({ ...report, packs, failOn: 'note' }));
    const { comparison } = await json(['before-report.json', 'other.json'], { cwd });
    expect(comparison.remarks.slice(1)).toEqual([
      'The pack demandbase-data-integrity is version 1.0.0 for A, and 9.9.9 for B.',
      'The features of demandbase-data-integrity are account-hierarchies, lead-to-account for A, and none for B.',
      'A was judged with --fail-on error, and B with --fail-on note.',
    ]);
  });

  test('are not equal where one was asked less', async () => {
    const live = await liveOrg('compliant');
    const where = { cwd: await emptyFolder(), env: live.env };
    const pack = JSON.parse(await readFile('packs/demandbase-data-integrity.json', 'utf8'));
    const requirements = pack.requirements.filter(({ id }: { id: string }) => id !== 'run-flow');
    await writeFile(join(where.cwd, 'pack.json'), JSON.stringify({ ...pack, requirements }));
    const collect = ['collect', ...live.org, ...live.user];
    await syncgate([...collect, '--output', 'all.json'], where);
    await syncgate([...collect, '--pack', './pack.json', '--output', 'less.json'], where);
    const { comparison, exitCode } = await json(['less.json', 'all.json', '--pack', './pack.json'], where);
    expect([exitCode, comparison.verdict]).toEqual([3, 'not-known']);
    expect(comparison.subjects[0]?.notAskedBefore).toContain('Manage Flow');
    expect(comparison.subjects[0]?.notAskedAfter).toEqual([]);
  });
});

describe('live orgs', () => {
  /** Two orgs of a configuration, of which the second has other Ids. */
  async function twoOrgs(a: OrgDescription | string, b: OrgDescription) {
    const [prod, sandbox] = [
      await liveOrg(a),
      await liveOrg({ ...b, organization: { ...b.organization, number: 77 } }),
    ];
    const cwd = await emptyFolder();
    const org = ({ instanceUrl, users }: typeof prod, variable: string) => ({
      ...{ instanceUrl, users: [users[0]?.username], signIn: { accessToken: { env: variable } } },
    });
    const orgs = { prod: org(prod, 'PROD_TOKEN'), sandbox: org(sandbox, 'SANDBOX_TOKEN') };
    await writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify({ orgs }));
    return { cwd, env: { PROD_TOKEN: prod.accessToken, SANDBOX_TOKEN: sandbox.accessToken }, prod };
  }

  test('are compared by the names of what carries permissions, whose Ids differ', async () => {
    const where = await twoOrgs('via-permission-sets', await withoutDelete());
    const { comparison, exitCode } = await json(['org:prod', 'org:sandbox'], where);
    expect(exitCode).toBe(1);
    expect(turns(comparison)).toEqual(['Account: Delete: granted denied']);
    expect(comparison.subjects[0]?.decisions[0]?.because).toEqual([
      "A has permission set 'Account delete', and B has not (Account: Delete).",
    ]);
    expect(comparison.subjects[0]?.facts).toEqual([]);
  });

  test('that are alike are equal', async () => {
    const where = await twoOrgs('via-permission-sets', await loadScenario('via-permission-sets'));
    const { comparison, exitCode } = await json(['org:prod', 'org:sandbox'], where);
    expect([exitCode, comparison.verdict]).toEqual([0, 'equal']);
  });

  test('are compared with a snapshot, for all that it was asked', async () => {
    const where = await twoOrgs('compliant', await loadScenario('compliant'));
    const args = [
      'collect',
      '--target-org',
      'prod',
      '--output',
      'org.json',
      '--mapped-field',
      'Account.Rating',
    ];
    await syncgate(args, where);
    const { comparison, exitCode } = await json(['org.json', 'org:prod'], where);
    expect([exitCode, comparison.verdict]).toEqual([0, 'equal']);
    expect(comparison.before.kind).toBe('snapshot');
  });

  test('have two users, of whom nothing is gone: one has what the other has not', async () => {
    const where = await twoOrgs('drifted', await loadScenario('compliant'));
    const [user = ''] = where.prod.users.map(({ username }) => username);
    const other =
      (await loadScenario('drifted')).users.find(({ username }) => username !== user)?.username ?? '';
    const both = ['--user', user, '--user', other];
    const { comparison, exitCode } = await json(['org:prod', ...both], where);
    expect(exitCode).toBe(1);
    const [pair] = comparison.subjects;
    expect([pair?.before.name, pair?.after.name]).toEqual([user, other]);
    const sentences = pair?.decisions.flatMap(({ because }) => because) ?? [];
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences)
      expect(sentence).not.toMatch(/gone|no longer|any more|was assigned|was edited/u);
    const named = await json(['org:prod', 'org:prod', ...both], where);
    expect(turns(named.comparison)).toEqual(turns(comparison));
  });
});

describe('the difference as a permission set', () => {
  test('is written for A, says what it cannot give, and never over a file', async () => {
    const cwd = await kept({ before: 'drifted', after: 'compliant' });
    const args = [
      'diff',
      'before.json',
      'after.json',
      '-q',
      '--as-permission-set',
      'Sync_More',
      '--output-dir',
      'out',
    ];
    const ended = await syncgate(args, { cwd });
    expect([ended.exitCode, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toContain('it gives A 13 permissions that B has');
    expect(ended.stderr).toContain('Not in it: The user was unfrozen.');
    expect(ended.stderr).toContain('Contact.iv__InsideView_Executive_ID__c: Edit: A has no such field');
    const xml = await readFile(join(cwd, 'out/permissionsets/Sync_More.permissionset-meta.xml'), 'utf8');
    expect(xml).toContain('<label>Sync More</label>');
    expect(xml).toContain('<name>CustomizeApplication</name>');
    const again = await syncgate(args, { cwd });
    expect([again.exitCode, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });

  test('is not written where there is nothing to give, nor of a report', async () => {
    const cwd = await kept({ before: 'compliant' });
    const set = ['--as-permission-set', 'More', '--output-dir', 'out'];
    const equal = await syncgate(['diff', 'before.json', 'before.json', ...set], { cwd });
    expect([equal.exitCode, equal.stderr]).toEqual([0, expect.stringContaining('Nothing is written')]);
    const report = await syncgate(['diff', 'before.json', 'before-report.json', ...set], { cwd });
    expect([report.exitCode, report.stderr]).toEqual([
      2,
      expect.stringContaining('is a report, which does not tell'),
    ]);
  });
});

describe('what cannot be compared is refused', () => {
  const config = 'orgs: { prod: { targetOrg: prod } }\npersonas: { sync: { permissionSets: [Sync] } }\n';

  test.each<readonly [string, readonly string[], 2 | 4, string]>([
    ['nothing', [], 2, 'Not enough non-option arguments'],
    ['one alone', ['a.json'], 2, 'a.json is to be compared with nothing'],
    [
      'a name that is nothing',
      ['a.json', 'main'],
      2,
      'there is no file main. Write org:main, rev:main, dir:main or persona:main',
    ],
    ['a name of the configuration', ['a.json', 'sync'], 2, 'there is no file sync. Write persona:sync'],
    ['a name that is a file and an org', ['a.json', 'prod'], 2, 'prod can be file:prod or org:prod'],
    ['a folder', ['a.json', 'folder'], 2, 'folder is a folder. Write dir:folder'],
    [
      'a prefix that is none',
      ['a.json', 'orgs:prod'],
      2,
      "there is no orgs: to compare; did you mean 'org'?",
    ],
    ['an org without a name', ['a.json', 'org:'], 2, 'org: names nothing'],
    ['a file that is not there', ['a.json', 'b.json'], 4, 'b.json: there is no such file'],
    ['a file of anything', ['a.json', 'any.json'], 4, 'any.json cannot be compared: it is neither a report'],
    ['a file that is no JSON', ['a.json', 'file:prod'], 4, 'prod cannot be compared: it is not JSON'],
    ['an old snapshot', ['a.json', 'old.json'], 4, 'old.json cannot be compared: it has snapshot version 0'],
    [
      'an old record',
      ['a.json', 'record.json'],
      4,
      'record.json cannot be compared: it has history version 0',
    ],
    ['three users', ['a.json', 'a.json', '-u', 'a', '-u', 'b', '-u', 'c'], 2, '--user is given 3 times'],
    [
      'two users of one file',
      ['a.json', 'persona:sync', '-u', 'a', '-u', 'b', '--source-dir', '.'],
      2,
      'a.json alone has such',
    ],
    ['a user who is not there', ['a.json', 'a.json', '-u', 'nobody'], 2, 'nobody is not in a.json'],
    ['a user of files', ['dir:.', 'dir:.', '-u', 'a'], 2, 'neither side is such'],
    ['a persona of a snapshot', ['a.json', 'a.json', '--persona', 'sync'], 2, 'neither side is such'],
    ['files without a folder', ['a.json', 'persona:sync'], 2, 'persona:sync needs the folder'],
    ['a set without a folder', ['a.json', 'a.json', '--as-permission-set', 'X'], 2, 'belong together'],
    [
      'a set that no org takes',
      ['a.json', 'a.json', '--as-permission-set', '1 X', '--output-dir', '.'],
      2,
      'is no API name',
    ],
  ])('%s', async (_, args, exitCode, message) => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'folder'));
    await files.write(cwd, {
      'syncgate.config.yaml': config,
      prod: 'not JSON',
      'any.json': '{}',
      'old.json': '{ "snapshotVersion": 0 }',
      'record.json': '{ "historyVersion": 0 }',
      'a.json': await snapshotText,
    });
    const ended = await syncgate(['diff', ...args], { cwd });
    expect(ended.stderr).toContain(message);
    expect([ended.exitCode, ended.stdout]).toEqual([exitCode, '']);
  });
});
