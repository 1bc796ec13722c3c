import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, liveOrg, settled, syncgate } from './command-line.ts';

describe('a command, what it prints and how it ends', () => {
  const commandLines: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['help', ['--help']],
    ['audit-help', ['audit', '--help']],
    ['doctor-help', ['doctor', '--help']],
    ['remedy-help', ['remedy', '--help']],
    ['version', ['--version']],
    ['packs-list', ['packs', 'list']],
    ['explain-requirement', ['explain', 'account-insideview-fields']],
    ['explain-rule', ['explain', 'field-access']],
    ['demo-sarif', ['demo', '--scenario', 'admin-user', '--format', 'sarif']],
    ['demo-variant', ['demo', '--scenario', 'admin-user', '--variant', 'admin-user', '--gate']],
    [
      'demo-without-features',
      [
        'demo',
        '--scenario',
        'drifted',
        '--without-feature',
        'lead-to-account',
        '--without-feature',
        'account-hierarchies',
      ],
    ],
    [
      'demo-mapped-fields',
      [
        'demo',
        '--scenario',
        'compliant',
        '--mapped-field',
        'Contact.Title',
        '--mapped-field',
        'Account.No_Such__c',
        '--gate',
      ],
    ],
    ['demo-verbose', ['demo', '--scenario', 'compliant', '--verbose']],
  ];
  test.for(commandLines)('%s', async ([name, args]) => {
    const { exitCode, stdout, stderr } = await syncgate(args, { width: 100 });
    const text = [`$ syncgate ${args.join(' ')}`, stderr, stdout, `exit code ${exitCode}`].join('\n');
    await expect(settled(text)).toMatchFileSnapshot(`__snapshots__/command-${name}.txt`);
  });

  const questions: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['access-permission', ['--permission', 'RunFlow', '--permission', 'PermissionsApiEnabled']],
    ['access-object', ['--object', 'Account']],
    ['access-field', ['--field', 'Account.iv__InsideView_Company_ID__c', '--field', 'Lead.No_Such__c']],
    ['access-json', ['--permission', 'CustomizeApplication', '--format', 'json']],
  ];
  test.for(questions)('%s', async ([name, args]) => {
    const { org, user, env } = await liveOrg('drifted');
    const { exitCode, stdout, stderr } = await syncgate(['access', ...org, ...user, ...args], {
      env,
      width: 100,
    });
    const text = [`$ syncgate access ${args.join(' ')}`, stderr, stdout, `exit code ${exitCode}`].join('\n');
    await expect(settled(text)).toMatchFileSnapshot(`__snapshots__/command-${name}.txt`);
  });
});

describe('a snapshot', () => {
  test('gives the same report as the org it was read from, byte for byte but for its source', async () => {
    const cwd = await emptyFolder();
    const { org, user, env } = await liveOrg('drifted');
    const live = await syncgate(['audit', ...org, ...user, '--format', 'json'], { cwd, env });
    await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
    const again = await syncgate(['audit', '--snapshot', 'org.json', '--format', 'json'], { cwd });
    expect(again.exitCode).toBe(live.exitCode);
    expect(again.stdout).toBe(live.stdout.replace('"snapshot": null', '"snapshot": "org.json"'));
  });

  test('is for its owner alone, even where the file was there before', async () => {
    const cwd = await emptyFolder();
    const { org, user, env } = await liveOrg('compliant');
    await writeFile(join(cwd, 'org.json'), 'before', { mode: 0o644 });
    await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
    expect((await stat(join(cwd, 'org.json'))).mode & 0o777).toBe(0o600);
  });

  test('never holds the token', async () => {
    const cwd = await emptyFolder();
    const { org, user, env, accessToken } = await liveOrg('drifted');
    await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
    const audit = await syncgate(['audit', ...org, ...user, '--verbose', '--format', 'json'], { cwd, env });
    expect(await readFile(join(cwd, 'org.json'), 'utf8')).not.toContain(accessToken);
    expect(audit.stdout + audit.stderr).not.toContain(accessToken);
  });

  test('of several users is audited for one of them', async () => {
    const cwd = await emptyFolder();
    const { org, env, users } = await liveOrg('drifted');
    const [first] = users;
    const auditor = 'auditor@acme.example';
    const both = ['--user', first?.username ?? '', '--user', auditor];
    await syncgate(['collect', ...org, ...both, '--output', 'org.json'], { cwd, env });
    const args = ['audit', '--snapshot', 'org.json', '--user', auditor, '--format', 'json'];
    const { stdout } = await syncgate(args, { cwd });
    expect(JSON.parse(stdout).subjects).toMatchObject([{ name: auditor }]);
    const other = await syncgate(['audit', '--snapshot', 'org.json', '--user', 'nobody@acme.example'], {
      cwd,
    });
    expect(other).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(auditor) });
  });

  test('that was collected for other needs answers what it cannot know with unknown, never with fine', async () => {
    const cwd = await emptyFolder();
    const { org, user, env } = await liveOrg('compliant');
    await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
    const args = ['audit', '--snapshot', 'org.json', '--mapped-field', 'Contact.Title', '--format', 'json'];
    const { exitCode, stdout } = await syncgate(args, { cwd });
    expect(exitCode).toBe(3);
    const { results } = JSON.parse(stdout);
    const mapped = results.find(
      ({ requirement }: { requirement: string }) => requirement === 'mapped-fields',
    );
    expect(mapped).toMatchObject({ verdict: 'inconclusive' });
  });
});

describe('a configuration file', () => {
  test('says what arguments would, and arguments win', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'syncgate.config.yaml'), 'variant: admin-user\nfailOn: note\n');
    const args = ['demo', '--scenario', 'admin-user', '--gate', '--format', 'json'];
    const byFile = await syncgate(args, { cwd });
    expect(JSON.parse(byFile.stdout)).toMatchObject({ failOn: 'note', packs: [{ variant: 'admin-user' }] });
    const byArgument = await syncgate([...args, '--fail-on', 'error'], { cwd });
    expect(JSON.parse(byArgument.stdout)).toMatchObject({
      failOn: 'error',
      packs: [{ variant: 'admin-user' }],
    });
  });

  test('waives a failure until a day: it is still told, and no longer decides', async () => {
    const cwd = await emptyFolder();
    const waiver = (requirement: string) =>
      `  - { requirement: ${requirement}, reason: accepted by security, owner: ops, expires: 2026-12-31 }\n`;
    const { stdout } = await syncgate(['demo', '--format', 'json'], { cwd });
    const failed: readonly string[] = JSON.parse(stdout)
      .results.filter(
        ({ verdict, level }: { verdict: string; level: string }) => verdict === 'fail' && level === 'error',
      )
      .map(({ requirement }: { requirement: string }) => requirement);
    await writeFile(join(cwd, 'syncgate.config.yaml'), `waivers:\n${failed.map(waiver).join('')}`);
    const waived = await syncgate(['demo', '--format', 'json', '--gate'], { cwd });
    expect(waived.exitCode).toBe(0);
    expect(JSON.parse(waived.stdout).summary).toMatchObject({ waived: failed.length });
  });

  test('names packs from where it stands', async () => {
    const cwd = await emptyFolder();
    const pack = await readFile('packs/demandbase-data-integrity.json', 'utf8');
    await mkdir(join(cwd, 'ci'));
    await writeFile(join(cwd, 'ci', 'mine.json'), pack.replace('"demandbase-data-integrity"', '"mine"'));
    await writeFile(join(cwd, 'ci', 'gate.yaml'), 'packs: [./mine.json]\n');
    const { stdout } = await syncgate(['demo', '--config', 'ci/gate.yaml', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ packs: [{ id: 'mine' }] });
  });
});

test('formats go to as many files as are asked for, from one run', async () => {
  const cwd = await emptyFolder();
  const { stdout } = await syncgate(['demo', '--output', 'sarif=a.sarif', '--output', 'json=a.json'], {
    cwd,
  });
  expect(stdout).toContain('NON-COMPLIANT');
  expect(JSON.parse(await readFile(join(cwd, 'a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  expect(JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8'))).toMatchObject({ reportVersion: 1 });
});
