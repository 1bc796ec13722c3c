import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../../src/emulator/scenarios/load-scenario.ts';
import { plainLayout } from '../../source/layout.ts';
import { writeOrg } from '../../source/write-org.ts';
import { liveOrg, syncgate } from '../command-line.ts';
import * as files from './project-files.ts';

const account = 'Account.iv__InsideView_Company_ID__c';
const sync = files.setFile('Sync');

/** A project that shows a bit of everything. */
const small = {
  ...files.sfdxProject,
  [files.profileFile('API Only')]: files.profile({
    system: ['ApiEnabled', 'ApiUserOnly'],
    objects: { Account: ['allowRead', 'allowCreate', 'allowEdit'] },
  }),
  [sync]: files.permissionSet({
    label: 'Sync extras',
    system: ['RunFlow'],
    fields: { [account]: 'read', 'Lead.iv__InsideView_Company_ID__c': 'edit' },
    objects: { Lead: ['allowRead', 'allowEdit'] },
  }),
  [files.setFile('Extra')]: files.permissionSet({ label: 'Extra', system: ['CustomizeApplication'] }),
  [files.groupFile('Vendors')]: files.group(['Extra', 'Gone'], ['Quiet']),
  [files.mutingFile('Quiet')]: files.muting({ label: 'Quiet', system: ['CustomizeApplication'] }),
};
const everybody = [
  ...['--profile', 'API Only', '--permission-set', 'Sync', '--permission-set-group', 'Vendors'],
];

describe('an audit of metadata files', () => {
  test('shows a person what it found, where, and what files cannot tell', async () => {
    const cwd = await files.project(small);
    const ended = await syncgate(['audit', '--source-dir', '.', ...everybody], { cwd, width: 110 });
    const text = [ended.stderr, ended.stdout, `exit code ${ended.exitCode}`].join('\n');
    await expect(text).toMatchFileSnapshot('../__snapshots__/table-source.txt');
  });

  test('of one permission set points at the line that takes Edit away', async () => {
    const cwd = await files.project(small);
    const args = ['audit', '--source-dir', '.', '--permission-set', 'Sync', '--output', 'sarif=out.sarif'];
    expect(await syncgate(args, { cwd })).toMatchObject({ exitCode: 1 });
    const { runs } = JSON.parse(await readFile(join(cwd, 'out.sarif'), 'utf8'));
    const result = runs[0].results.find(({ ruleId }: { ruleId: string }) =>
      ruleId.endsWith('account-insideview-fields'),
    );
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: sync, uriBaseId: 'SRCROOT' },
      region: {
        ...{ startLine: 4, startColumn: 9, endLine: 4, endColumn: 35 },
        snippet: { text: '<editable>false</editable>' },
      },
    });
  });

  test('access and collect read them too, and a collected snapshot gives the same report', async () => {
    const cwd = await files.project(small);
    const access = await syncgate(
      [
        'access',
        '--source-dir',
        '.',
        '--permission-set',
        'Sync',
        '--object',
        'Lead',
        '--permission',
        'RunFlow',
      ],
      { cwd },
    );
    expect(access).toMatchObject({ exitCode: 0, stderr: '' });
    expect(access.stdout).toContain("Permission set 'Sync extras' grants Run Flows");
    const collected = await syncgate(
      ['collect', '--source-dir', '.', ...everybody, '--output', 'files.json', '--verbose'],
      { cwd },
    );
    expect(collected).toMatchObject({ exitCode: 0, stdout: '' });
    expect(collected.stderr).toContain('5 files');
    const format = ['--format', 'json'];
    const [now, later] = [
      await syncgate(['audit', '--source-dir', '.', ...everybody, ...format], { cwd }),
      await syncgate(['audit', '--snapshot', 'files.json', ...format], { cwd }),
    ];
    const withoutFile = (text: string) => text.replace(/"snapshot": (null|"files.json")/, '');
    expect(withoutFile(later.stdout)).toBe(withoutFile(now.stdout));
    expect(later.exitCode).toBe(3);
  });

  test('of each that is API-only audits profiles, sets and groups', async () => {
    const api = files.permissionSet({ label: 'Api', system: ['ApiUserOnly'] });
    const cwd = await files.project({
      ...small,
      [files.setFile('Api')]: api,
      [files.groupFile('Apis')]: files.group(['Api']),
    });
    const { stdout } = await syncgate(['audit', '--source-dir', '.', '--each-api-only', '--format', 'json'], {
      cwd,
    });
    expect(JSON.parse(stdout).subjects.map(({ name }: { name: string }) => name)).toEqual([
      ...['API Only', 'Api', 'Apis'],
    ]);
  });

  test('takes personas from the configuration file', async () => {
    const config = [
      'personas:',
      '  integration: { profile: API Only, permissionSets: [Sync] }',
      '  extras: { permissionSets: [Extra] }',
    ].join('\n');
    const cwd = await files.project({ ...small, 'syncgate.config.yaml': config });
    const names = async (...args: string[]) => {
      const { stdout } = await syncgate(['audit', '--source-dir', '.', '--format', 'json', ...args], { cwd });
      return JSON.parse(stdout).subjects.map(({ name }: { name: string }) => name);
    };
    expect(await names()).toEqual(['integration', 'extras']);
    expect(await names('--persona', 'extras')).toEqual(['extras']);
    expect(await names('--profile', 'API Only')).toEqual(['API Only']);
  });

  test('writes a manifest that retrieves what is not known', async () => {
    const cwd = await files.project(small);
    await syncgate(['audit', '--source-dir', '.', ...everybody, '--write-manifest', 'package.xml'], { cwd });
    const manifest = await readFile(join(cwd, 'package.xml'), 'utf8');
    await expect(manifest).toMatchFileSnapshot('../__snapshots__/source-manifest.txt');
  });
});

describe('files joined with the facts of an org', () => {
  /** An org of which all permissions come from permission sets and groups, and its metadata with a change. */
  async function branch(change: (xml: string) => string) {
    const org = await liveOrg('via-permission-sets');
    const metadata = writeOrg(await loadScenario('via-permission-sets'), plainLayout);
    const text = (bytes: Uint8Array) => change(Buffer.from(bytes).toString());
    const cwd = await files.project(
      Object.fromEntries([...metadata].map(([file, bytes]) => [file, text(bytes)])),
    );
    const collect = ['collect', ...org.org, ...org.user, '--output', 'org.json'];
    expect(await syncgate(collect, { cwd, env: org.env })).toMatchObject({ exitCode: 0 });
    const audit = ['audit', '--source-dir', '.', '--facts', 'org.json', ...org.user];
    return { cwd, audit };
  }

  test('a branch that changes nothing is as compliant as the org', async () => {
    const { cwd, audit } = await branch((xml) => xml);
    expect(await syncgate(audit, { cwd })).toMatchObject({ exitCode: 0 });
  });

  test('a branch of which a part cannot be opened is refused: the org would stand in for it', async () => {
    const { cwd, audit } = await branch((xml) => xml);
    await symlink('nowhere', join(cwd, 'force-app/others'));
    expect(await syncgate(audit, { cwd })).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: expect.stringMatching(/^syncgate: force-app\/others: .*not there.*\.forceignore\n$/s),
    });
    await files.write(cwd, { '.forceignore': 'others' });
    expect(await syncgate(audit, { cwd })).toMatchObject({ exitCode: 0 });
  });

  test('a branch that takes Edit away fails on that line, before it reaches the org', async () => {
    const { cwd, audit } = await branch((xml) =>
      xml.replace(
        new RegExp(`<editable>true</editable>(\\s*<field>${account}</field>)`),
        '<editable>false</editable>$1',
      ),
    );
    const { exitCode, stdout } = await syncgate([...audit, '--format', 'json'], { cwd });
    expect(exitCode).toBe(1);
    const failed = JSON.parse(stdout).results.filter(
      ({ verdict, level }: { verdict: string; level: string }) => verdict === 'fail' && level === 'error',
    );
    expect(failed).toMatchObject([{ requirement: 'account-insideview-fields' }]);
    const { file, line, snippet } = failed[0].at;
    const lines = (await readFile(join(cwd, file), 'utf8')).split('\n');
    expect(snippet).toBe('<editable>false</editable>');
    expect(lines.slice(line - 1, line + 1).map((each) => each.trim())).toEqual([
      '<editable>false</editable>',
      `<field>${account}</field>`,
    ]);
  });

  test('a branch that removes the entry fails where it would be added', async () => {
    const { cwd, audit } = await branch((xml) =>
      xml.replace(
        new RegExp(
          `    <fieldPermissions>\\s*<editable>true</editable>\\s*<field>${account}</field>.*?</fieldPermissions>\n`,
          's',
        ),
        '',
      ),
    );
    const { exitCode, stdout } = await syncgate([...audit, '--format', 'json'], { cwd });
    expect(exitCode).toBe(1);
    const failed = JSON.parse(stdout).results.find(({ verdict }: { verdict: string }) => verdict === 'fail');
    expect(failed.requirement).toBe('account-insideview-fields');
    const lines = (await readFile(join(cwd, failed.at.file), 'utf8')).split('\n');
    expect(lines[failed.at.line - 1]?.trim()).toBe('<fieldPermissions>');
    expect(lines[failed.at.line + 1]).toContain('<field>Account.');
  });
});
