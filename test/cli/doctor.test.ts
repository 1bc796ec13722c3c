import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/collector/source/read-source.ts';
import { knownPermissions } from '../../src/emulator/org/editions.ts';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import type { Checkup } from '../../src/model/checkup.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { withoutRights, withPermissionSets, withRights } from './auditor-variants.ts';
import { emptyFolder, liveOrg, settled, syncgate } from './command-line.ts';

const auditorSet = ['ApiEnabled', 'ViewAllUsers', 'ViewRoles', 'ViewSetup'];
const loginsSet = [
  ...['AssignPermissionSets', 'DelegatedTwoFactor', 'FreezeUsers', 'ManageInternalUsers'],
  ...['ManageIpAddresses', 'ManageLoginAccessPolicies', 'ManagePasswordPolicies'],
  ...['ManageProfilesPermissionsets', 'ManageRoles', 'ManageSharing', 'ManageUsers'],
  ...['MonitorLoginHistory', 'ResetPasswords', 'ViewAllUsers', 'ViewRoles', 'ViewSetup'],
];
const files = [
  ['Syncgate_Auditor', auditorSet],
  ['Syncgate_Auditor_Logins', loginsSet],
] as const;

async function checkupOf(scenario: string | OrgDescription, args: readonly string[] = []): Promise<Checkup> {
  const { org, env } = await liveOrg(scenario);
  const { stdout } = await syncgate(['doctor', ...org, ...args, '--format', 'json'], { env });
  return JSON.parse(stdout) as Checkup;
}

describe('a checkup', () => {
  const scenes: readonly (readonly [name: string, scenario: string, args: readonly string[]])[] = [
    ['seeing', 'compliant', []],
    ['blind', 'blind-auditor', []],
    ['blind-to-a-user', 'blind-auditor', ['--user', 'integration@acme.example']],
    ['hidden-user', 'compliant', ['--user', 'nobody@acme.example']],
    ['verbose', 'professional-edition', ['--verbose']],
  ];
  test.for(scenes)('%s', async ([name, scenario, args]) => {
    const { org, env } = await liveOrg(scenario);
    const { exitCode, stdout, stderr } = await syncgate(['doctor', ...org, ...args], { env, width: 100 });
    const text = [`$ syncgate doctor ${args.join(' ')}`, stderr, stdout, `exit code ${exitCode}`].join('\n');
    await expect(settled(text)).toMatchFileSnapshot(`__snapshots__/doctor-${name}.txt`);
  });

  test('is a document that its schema describes, the same each time', async () => {
    const { org, env, user } = await liveOrg('blind-auditor');
    const once = await syncgate(['doctor', ...org, ...user, '--format', 'json'], { env });
    const again = await syncgate(['doctor', ...org, ...user, '--format', 'json'], { env });
    expect(validatorOf('checkup')(JSON.parse(once.stdout))).toEqual([]);
    expect(again).toEqual(once);
  });

  test('writes nothing to the org, and never shows the token', async () => {
    const { org, env, user, stats, accessToken } = await liveOrg('drifted');
    for (const args of [[], ['--verbose'], ['--format', 'json'], user]) {
      const { stdout, stderr } = await syncgate(['doctor', ...org, ...args], { env });
      expect(stdout + stderr).not.toContain(accessToken);
    }
    expect(stats().refusedWrites).toBe(0);
    expect(stats().roundTrips).toBeGreaterThan(0);
  });

  test('tells an auditor that may do more than audit what it may do, and that it had better not', async () => {
    const org = withRights(await loadScenario('compliant'), ['ModifyAllData', 'AuthorApex', 'RunReports']);
    const { unneeded, otherPermissions } = await checkupOf(org);
    expect(unneeded.map(({ permission }) => permission)).toEqual([
      'ModifyAllData',
      'ViewAllData',
      'AuthorApex',
    ]);
    expect(otherPermissions).toEqual(['RunReports']);
    const { org: at, env } = await liveOrg(org);
    const { stdout, exitCode } = await syncgate(['doctor', ...at], { env, width: 120 });
    expect(stdout).toContain('Modify All Data: lets it read, change and delete every record');
    expect(exitCode).toBe(0);
  });

  test('names the objects whose records an auditor may change, and only where the org shows them', async () => {
    const org = await loadScenario('compliant');
    const asSales: OrgDescription = {
      ...org,
      permissionSets: [...(org.permissionSets ?? []), { name: 'See', label: 'See', system: auditorSet }],
      users: org.users.map((user) =>
        user.username === org.auditor
          ? { ...user, profile: 'Sales User', assignments: [{ permissionSet: 'See' }] }
          : user,
      ),
    };
    expect((await checkupOf(asSales)).changeable).toEqual(['Account', 'Contact', 'Lead', 'Opportunity']);
    expect((await checkupOf(org)).changeable).toEqual([]);
    expect((await checkupOf('blind-auditor')).changeable).toBe(null);
  });

  test('counts Manage Users as too much where no requirement asks whether a user is frozen', async () => {
    const cwd = await emptyFolder();
    const pack = JSON.parse(await readFile('packs/demandbase-data-integrity.json', 'utf8'));
    const requirements = pack.requirements.filter(({ rule }: { rule: string }) => rule !== 'user-state');
    await writeFile(join(cwd, 'pack.json'), JSON.stringify({ ...pack, requirements }));
    const { org, env } = await liveOrg('compliant');
    const args = ['doctor', ...org, '--pack', 'pack.json', '--format', 'json'];
    const { stdout, exitCode } = await syncgate(args, { cwd, env });
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout) as Checkup).unneeded.map(({ permission }) => permission)).toEqual([
      'ManageUsers',
    ]);
  });

  test('names what the org does not answer, whatever rights the auditor holds', async () => {
    const { org, env } = await liveOrg('compliant', {
      faults: [
        { match: 'FROM FlowDefinitionView', status: 500, errorCode: 'UNKNOWN_EXCEPTION', message: 'Odd' },
      ],
    });
    const { stdout, exitCode } = await syncgate(['doctor', ...org, '--format', 'json'], { env });
    const { requirements, reads } = JSON.parse(stdout) as Checkup;
    expect(exitCode).toBe(3);
    expect(requirements).toMatchObject([
      { requirement: 'flow-access-not-overridden', outlook: 'inconclusive', missing: [] },
    ]);
    expect(requirements[0]?.untold).toEqual([expect.stringContaining('Odd')]);
    expect(reads.filter(({ gap }) => gap !== null).map(({ what }) => what)).toEqual(['Flows']);
  });

  test.each([
    ['refuses to tell the rights', { status: 400, errorCode: 'INVALID_TYPE', message: 'No such thing' }],
    ['tells of no View Setup', { dropColumn: 'PermissionsViewSetup' }],
  ])('takes rights for missing where the org %s', async (_, fault) => {
    const { org, env } = await liveOrg('compliant', {
      faults: [{ match: 'FROM UserPermissionAccess', ...fault } as never],
    });
    const { stdout, exitCode } = await syncgate(['doctor', ...org, '--format', 'json'], { env });
    const { rights, requirements } = JSON.parse(stdout) as Checkup;
    expect(exitCode).toBe(3);
    expect(rights.find(({ permission }) => permission === 'ViewSetup')).toMatchObject({ state: 'not-told' });
    expect(requirements.map(({ requirement }) => requirement)).toContain('account-access');
  });

  test('of rights that the org tells only by name is as good', async () => {
    const { org, env } = await liveOrg('compliant', {
      faults: [
        {
          match: 'FIELDS(STANDARD) FROM UserPermissionAccess',
          status: 400,
          errorCode: 'INVALID_FIELD',
          message: '',
        },
      ],
    });
    expect(await syncgate(['doctor', ...org], { env })).toMatchObject({ exitCode: 0 });
  });

  test('keeps names of the org harmless on the terminal', async () => {
    const org = await loadScenario('compliant');
    const evil = 'evil\u001b[2J\u202e@acme.example';
    const renamed: OrgDescription = {
      ...org,
      users: org.users.map((user) => (user.username === org.auditor ? { ...user, username: evil } : user)),
      auditor: evil,
    };
    const { org: at, env } = await liveOrg(renamed);
    const { stdout } = await syncgate(['doctor', ...at], { env });
    expect(stdout).toContain('evil\\u001b[2J\\u202e@acme.example');
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    ['no org is named', [], 2],
    ['the alias is two users’', ['--user', 'twin'], 2],
    ['--force writes nothing', ['--force'], 2],
    ['what writes files is asked about an org', ['--write-permission-set', 'x', '--user', 'x'], 2],
    ['what writes files is asked to sign in', ['--write-permission-set', 'x', '--sign-in', 'jwt'], 2],
  ])('is refused where %s', async (_, args, exitCode) => {
    const org = await loadScenario('compliant');
    const twin = (username: string) => ({
      username,
      alias: 'twin',
      name: 'T',
      profile: 'Sales User',
      lastLogin: null,
    });
    const twins = { ...org, users: [...org.users, twin('one@acme.example'), twin('two@acme.example')] };
    const { org: at, env } = await liveOrg(twins);
    const ended = await syncgate(['doctor', ...(args[0] === '--user' ? at : []), ...args], { env });
    expect(ended).toMatchObject({ exitCode, stdout: '' });
    expect(ended.stderr).not.toBe('');
  });

  test('of a session that has ended reads nothing', async () => {
    const { org, env, revokeToken, accessToken } = await liveOrg('compliant');
    revokeToken(accessToken);
    expect(await syncgate(['doctor', ...org], { env })).toMatchObject({ exitCode: 4, stdout: '' });
  });
});

describe('the permission sets of an auditor', () => {
  const write = async (args: readonly string[] = []) => {
    const cwd = await emptyFolder();
    const ended = await syncgate(['doctor', '--write-permission-set', 'force-app', ...args], { cwd });
    return { cwd, ended };
  };
  const fileOf = (cwd: string, name: string) =>
    join(cwd, 'force-app/permissionsets', `${name}.permissionset-meta.xml`);

  test('come with what to do next', async () => {
    const { ended } = await write(['--target-org', 'prod org']);
    await expect(ended.stdout).toMatchFileSnapshot('__snapshots__/doctor-permission-sets.txt');
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test.each(files)(
    '%s is well-formed metadata that grants this and nothing else',
    async (name, permissions) => {
      const { cwd } = await write();
      const text = await readFile(fileOf(cwd, name), 'utf8');
      expect(XMLValidator.validate(text)).toBe(true);
      const { PermissionSet: set } = new XMLParser({ ignoreAttributes: false }).parse(text);
      expect(Object.keys(set).toSorted()).toEqual([
        ...['@_xmlns', 'description', 'hasActivationRequired', 'label', 'userPermissions'],
      ]);
      expect(set['@_xmlns']).toBe('http://soap.sforce.com/2006/04/metadata');
      // PermissionSet.Description holds so many characters (Object Reference).
      expect(set.description.length).toBeLessThanOrEqual(255);
      expect(set.userPermissions).toEqual(
        permissions.map((permission) => ({ enabled: true, name: permission })),
      );
    },
  );

  test('are read by our own reader of metadata as granting exactly that', async () => {
    const { cwd } = await write();
    const every = knownPermissions('Enterprise Edition', []);
    const { snapshot } = await readSource({
      ...{ directories: ['force-app'], cwd, collectedAt: '2026-10-08T12:00:00Z', catalogue: {} },
      needs: {
        systemPermissions: every,
        objects: ['Account'],
        fields: [{ object: 'Account', field: 'Industry' }],
      },
    });
    const seen = snapshot.containers.map(({ apiName, systemPermissions, objects, fields }) => [
      apiName,
      systemPermissions.status === 'ok' ? systemPermissions.value.map(({ permission }) => permission) : null,
      objects,
      fields,
    ]);
    const none = { status: 'ok', value: [] };
    expect(seen).toEqual(files.map(([name, permissions]) => [name, permissions, none, none]));
    expect(snapshot.warnings).toEqual([]);
  });

  const setsOf = (count: number) =>
    files.slice(0, count).map(([name, permissions]) => ({ name, permissions }));

  test('together show an auditor of the least profile all that there is to see', async () => {
    const org = withPermissionSets(await loadScenario('compliant'), setsOf(2));
    const { org: at, env, user } = await liveOrg(org);
    expect(await syncgate(['doctor', ...at], { env })).toMatchObject({ exitCode: 0 });
    expect(await syncgate(['doctor', ...at, ...user], { env })).toMatchObject({ exitCode: 0 });
    expect(await syncgate(['audit', ...at, ...user], { env })).toMatchObject({ exitCode: 0 });
    expect(await checkupOf(org)).toMatchObject({ unneeded: [], otherPermissions: [], requirements: [] });
  });

  test('without the strong one leave undecided only what asks whether a user is frozen', async () => {
    const org = withPermissionSets(await loadScenario('compliant'), setsOf(1));
    const { requirements, unneeded, otherPermissions } = await checkupOf(org);
    expect(requirements).toMatchObject([{ requirement: 'user-can-log-in', missing: ['ManageUsers'] }]);
    expect({ unneeded, otherPermissions }).toEqual({ unneeded: [], otherPermissions: [] });
  });

  test('write over nothing, unless they are told to', async () => {
    const cwd = await emptyFolder();
    const [, second] = files.map(([name]) => fileOf(cwd, name));
    await mkdir(join(cwd, 'force-app/permissionsets'), { recursive: true });
    await writeFile(String(second), 'mine');
    const args = ['doctor', '--write-permission-set', 'force-app'];
    const refused = await syncgate(args, { cwd });
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('Syncgate_Auditor_Logins.permissionset-meta.xml is there already');
    expect(await readFile(String(second), 'utf8')).toBe('mine');
    await expect(readFile(fileOf(cwd, 'Syncgate_Auditor'), 'utf8')).rejects.toThrow('ENOENT');
    expect(await syncgate([...args, '--force'], { cwd })).toMatchObject({ exitCode: 0 });
    expect(await readFile(String(second), 'utf8')).toContain('<name>ManageUsers</name>');
  });

  test('are refused a folder that cannot be made', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'force-app'), 'a file');
    const refused = await syncgate(['doctor', '--write-permission-set', 'force-app'], { cwd });
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

test('an auditor without View All Users is told so of the audited user too', async () => {
  const org = withoutRights(await loadScenario('compliant'), ['ViewAllUsers']);
  const { requirements } = await checkupOf(org, ['--user', 'integration@acme.example']);
  expect(requirements).toMatchObject([{ requirement: 'dedicated-user', missing: ['ViewAllUsers'] }]);
});
