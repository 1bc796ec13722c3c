import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrgDescription } from '../../../src/emulator/org-description.ts';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import type { RemedyPlan } from '../../../src/model/remedy-plan.ts';
import { hostileNames } from '../../reporters/hostile-report.ts';
import { validatorOf } from '../../schemas/schema-files.ts';
import { emptyFolder, liveOrg, syncgate } from '../command-line.ts';
import * as files from '../source/project-files.ts';

/** Snapshots are read once and looked at many times. */
const known = new Map<string, Promise<string>>();

function snapshotText(name: string): Promise<string> {
  const text = known.get(name) ?? collected(name);
  known.set(name, text);
  return text;
}

async function collected(name: string): Promise<string> {
  const cwd = await emptyFolder();
  const change = changes[name];
  const description = change ? change(await loadScenario('compliant')) : await loadScenario(name);
  const { org, user, env } = await liveOrg(description);
  await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
  return readFile(join(cwd, 'org.json'), 'utf8');
}

/** The user's profile has lost Run Flows, and nothing else. */
const stopped = (org: OrgDescription): OrgDescription => ({
  ...org,
  profiles: org.profiles.map((profile) => ({
    ...profile,
    system: profile.system?.filter((name) => profile.name !== 'API Only' || name !== 'RunFlow') ?? [],
  })),
});

const ended = { permissionSet: 'Account_All', expires: '2026-10-01T00:00:00Z' };

/** The user's profile has lost Delete and View All on Account; a set whose assignment has ended gives just those. */
function lapsed(org: OrgDescription): OrgDescription {
  return {
    ...org,
    profiles: org.profiles.map((profile) =>
      profile.name === 'API Only'
        ? { ...profile, objects: { ...profile.objects, Account: ['read', 'create', 'edit'] } }
        : profile,
    ),
    permissionSets: [
      ...(org.permissionSets ?? []),
      {
        name: 'Account_All',
        label: 'Account all',
        objects: { Account: ['read', 'edit', 'delete', 'viewAllRecords'] },
      },
    ],
    users: org.users.map((user) =>
      user.username === org.audit[0]?.username ? { ...user, assignments: [{ ...ended }] } : user,
    ),
  };
}

const changes: Readonly<Record<string, (org: OrgDescription) => OrgDescription>> = { lapsed, stopped };

async function remedy(name: string, args: readonly string[] = [], cwd?: string, text?: string) {
  const folder = cwd ?? (await emptyFolder());
  await writeFile(join(folder, 'org.json'), text ?? (await snapshotText(name)));
  const ended = await syncgate(['remedy', '--snapshot', 'org.json', '--output-dir', 'out', ...args], {
    cwd: folder,
    width: 100,
  });
  return { ...ended, cwd: folder, written: await filesIn(join(folder, 'out')) };
}

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true }).catch(() => [])).filter((file) => /\.\w+$/u.test(file)).sort();

describe('a remedy', () => {
  test.each([
    [
      'drifted',
      1,
      ['ASSIGN.txt', 'STEPS.md', 'package.xml', 'permissionsets/Syncgate_Remedy.permissionset-meta.xml'],
    ],
    ['lapsed', 0, ['STEPS.md']],
    ['compliant', 0, []],
    ['blind-auditor', 3, []],
  ] as const)('of %s ends with %i, and writes what there is to do', async (name, code, expected) => {
    const { exitCode, stdout, stderr, written } = await remedy(name);
    expect(written).toEqual(expected);
    expect(exitCode).toBe(code);
    const text = [stderr, stdout, `exit code ${exitCode}`].join('\n');
    await expect(text).toMatchFileSnapshot(`../__snapshots__/remedy-${name}.txt`);
  });

  test('writes steps for people, and prints the same as Markdown', async () => {
    const { stdout, cwd } = await remedy('drifted', ['--format', 'markdown']);
    expect(await readFile(join(cwd, 'out/STEPS.md'), 'utf8')).toBe(stdout);
    await expect(stdout).toMatchFileSnapshot('../__snapshots__/remedy-drifted.md');
  });

  test('is a document that its schema describes, the same each time', async () => {
    const once = await remedy('drifted', ['--format', 'json']);
    const again = await remedy('drifted', ['--format', 'json']);
    expect(validatorOf('remedy-plan')(JSON.parse(once.stdout))).toEqual([]);
    expect(again.stdout).toBe(once.stdout);
  });

  test('in metadata format keeps the steps out of what is deployed', async () => {
    const { written, cwd } = await remedy('stopped', [
      '--layout',
      'metadata',
      '--name',
      'Mend',
      '--label',
      'My mend',
    ]);
    expect(written).toEqual([
      ...['ASSIGN.txt', 'STEPS.md', 'metadata/package.xml', 'metadata/permissionsets/Mend.permissionset'],
    ]);
    const commands = await readFile(join(cwd, 'out/ASSIGN.txt'), 'utf8');
    expect(commands.split('\n')).toEqual([
      'sf project deploy start --metadata-dir out/metadata --target-org ORG',
      'sf org assign permset --name Mend --on-behalf-of integration@acme.example --target-org ORG',
      '',
    ]);
    expect(await readFile(join(cwd, 'out/metadata/permissionsets/Mend.permissionset'), 'utf8')).toContain(
      '<label>My mend</label>',
    );
  });

  test('makes a set of its own where one that is there would do, if that is wished', async () => {
    const { stdout } = await remedy('lapsed', ['--new-set', '--format', 'json']);
    const plan = JSON.parse(stdout) as RemedyPlan;
    expect(plan).toMatchObject({
      mend: 'new-set',
      existing: [
        { kind: 'renew', apiName: 'Account_All', surplus: [] },
        { kind: 'assign', apiName: 'Sync_Extras', surplus: [] },
      ],
    });
  });

  test('heeds waivers, and what is switched off', async () => {
    const cwd = await emptyFolder();
    const config = {
      waivers: [{ requirement: 'account-delete', reason: 'policy', owner: 'us', expires: '2027-06-30' }],
      levels: { 'run-flow': { level: 'off', reason: 'no flows here' } },
    };
    await writeFile(join(cwd, 'syncgate.config.json'), JSON.stringify(config));
    const args = ['--config', 'syncgate.config.json', '--format', 'json'];
    const { stdout } = await remedy('drifted', args, cwd);
    const plan = JSON.parse(stdout) as RemedyPlan;
    const texts = plan.set?.entries.map(({ text }) => text);
    expect(plan.waived).toEqual(['account-delete']);
    expect(texts).not.toContain('Delete on Account');
    expect(texts).not.toContain('Run Flows');
  });

  test('of a name that is taken takes another', async () => {
    const text = (await snapshotText('drifted')).replaceAll('"Sync_Rollout"', '"Syncgate_Remedy"');
    const { written } = await remedy('taken', [], undefined, text);
    expect(written).toContain('permissionsets/Syncgate_Remedy_2.permissionset-meta.xml');
  });

  test('shows names from the org as what they are', async () => {
    const title = JSON.stringify(hostileNames.join(' ')).slice(1, -1);
    const text = (await snapshotText('drifted')).replaceAll('Demandbase Integration', () => title);
    const { cwd, stdout } = await remedy('hostile', [], undefined, text);
    const steps = await readFile(join(cwd, 'out/STEPS.md'), 'utf8');
    expect(steps).not.toMatch(/<(?!!-- -->)/u);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(steps + stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
  });
});

describe('of metadata files', () => {
  const field = 'Account.iv__InsideView_Company_ID__c';
  const project = {
    ...files.sfdxProject,
    [files.setFile('Sync')]: files.permissionSet({
      system: ['RunFlow', 'ApiEnabled'],
      objects: { Account: ['allowRead'] },
      fields: { [field]: 'read' },
    }),
  };
  test('a remedy is a set for the persona', async () => {
    const cwd = await files.project(project);
    const { exitCode, stdout } = await syncgate(
      ['remedy', '--source-dir', '.', '--permission-set', 'Sync', '--output-dir', 'out', '--format', 'json'],
      { cwd },
    );
    const plan = JSON.parse(stdout) as RemedyPlan;
    expect(plan.set?.entries.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Create on Account',
        'Edit on Account',
        'View All on Account',
        `Edit on ${field}`,
      ]),
    );
    expect(plan.mended.map(({ requirement }) => requirement)).toContain('account-access');
    expect(plan.doubts.map(({ requirement }) => requirement)).toContain('account-insideview-fields');
    expect(exitCode).toBe(3);
    expect(await readFile(join(cwd, 'out/ASSIGN.txt'), 'utf8')).toContain('--on-behalf-of USERNAME');
  });

  test('several personas are refused', async () => {
    const cwd = await files.project({
      ...project,
      'syncgate.config.json': JSON.stringify({
        personas: { One: { permissionSets: ['Sync'] }, Two: { permissionSets: ['Sync'] } },
      }),
    });
    const ended = await syncgate(
      ['remedy', '--source-dir', '.', '--config', 'syncgate.config.json', '--output-dir', 'out'],
      { cwd },
    );
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('a remedy is for one');
    expect(ended.stderr).toContain('One, Two');
  });
});

describe('refuses', () => {
  test.each<readonly [string, readonly string[], number, string]>([
    ['to write nowhere', ['--snapshot', 'org.json'], 2, 'Give --output-dir DIR'],
    [
      'several users',
      ['--snapshot', 'org.json', '--output-dir', 'out', '--user', 'a@x', '--user', 'b@x'],
      2,
      'a remedy is for one: what one of them lacks, the others may not need. Choose one of a@x, b@x',
    ],
    ['a snapshot that is not there', ['--snapshot', 'no.json', '--output-dir', 'out'], 4, 'no.json'],
    [
      'a user who is not in the snapshot',
      ['--snapshot', 'org.json', '--output-dir', 'out', '--user', 'nobody@x'],
      2,
      'nobody@x is not in org.json',
    ],
    [
      'a name that Salesforce would refuse',
      ['--snapshot', 'org.json', '--output-dir', 'out', '--name', 'my set'],
      2,
      '--name my set is no name for a permission set: an API name starts with a letter',
    ],
    [
      'a label that is too long',
      ['--snapshot', 'org.json', '--output-dir', 'out', '--label', 'x'.repeat(81)],
      2,
      'it has 81 characters, and Salesforce takes 80',
    ],
    [
      'the name of a set that is there',
      ['--snapshot', 'org.json', '--output-dir', 'out', '--name', 'sync_rollout'],
      2,
      'a permission set of that name is there already',
    ],
    ['an unknown layout', ['--snapshot', 'org.json', '--output-dir', 'out', '--layout', 'zip'], 2, 'layout'],
  ])('%s', async (_, args, code, message) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'org.json'), await snapshotText('drifted'));
    const { exitCode, stderr } = await syncgate(['remedy', ...args], { cwd });
    expect(stderr).toContain(message);
    expect(exitCode).toBe(code);
    expect(await filesIn(join(cwd, 'out'))).toEqual([]);
  });

  test('to write over what is there, unless it is forced', async () => {
    const { cwd } = await remedy('stopped');
    const steps = join(cwd, 'out/STEPS.md');
    await writeFile(steps, 'mine');
    const again = await remedy('stopped', [], cwd);
    expect(again.stderr).toContain('are there already');
    expect(again.exitCode).toBe(2);
    expect(await readFile(steps, 'utf8')).toBe('mine');
    const forced = await remedy('stopped', ['--force'], cwd);
    expect(forced.exitCode).toBe(0);
    expect(await readFile(steps, 'utf8')).toContain('# Remedy for');
  });

  test('to write some of it where not all can be written', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'out/STEPS.md'), { recursive: true });
    const { exitCode, stderr } = await remedy('stopped', ['--force'], cwd);
    expect(stderr).toContain('STEPS.md: it is a folder, not a file');
    expect(exitCode).toBe(2);
    await chmod(join(cwd, 'out'), 0o755);
    expect((await filesIn(join(cwd, 'out'))).filter((file) => file !== 'STEPS.md')).toEqual([]);
  });
});
