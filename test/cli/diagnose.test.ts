import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { emptyFolder, liveOrg, settled, syncgate } from './command-line.ts';
import { permissionSet, project, setFile, sfdxProject } from './source/project-files.ts';

const noColumn = (field: string, object: string) =>
  `INVALID_FIELD: No such column '${field}' on entity '${object}'. If you are attempting to use a custom field`;

async function diagnosed(
  scenario: string | OrgDescription,
  text: string,
  args: readonly string[] = [],
): Promise<Diagnosis> {
  const { org, user, env } = await liveOrg(scenario);
  const { stdout } = await syncgate(['diagnose', text, ...org, ...user, ...args, '--format', 'json'], {
    env,
  });
  return JSON.parse(stdout) as Diagnosis;
}

describe('diagnose', () => {
  const log = [
    '2026-11-01 POST /services/oauth2/token {"error":"invalid_grant","error_description":"authentication failure"}',
    noColumn('iv__InsideView_Executive_ID__c', 'Lead'),
    'Unable to create/update fields: iv__InsideView_Ultimate_Parent_Company_ID__c. Please check the security settings',
    '{"errorCode":"BRAND_NEW_TROUBLE"}',
    'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record',
  ].join('\n');

  test.for(['table', 'markdown'])('prints a %s', async (format) => {
    const { org, user, env } = await liveOrg('drifted');
    const args = ['diagnose', log, ...org, ...user, '--format', format];
    const { exitCode, stdout, stderr } = await syncgate(args, { env, width: 100 });
    const text = [stderr, stdout, `exit code ${exitCode}`].join('\n');
    await expect(settled(text)).toMatchFileSnapshot(`__snapshots__/diagnose-${format}.txt`);
  });

  test('prints JSON that its schema describes, the same each time, and writes nothing to the org', async () => {
    const { org, user, env, stats } = await liveOrg('drifted');
    const args = ['diagnose', log, ...org, ...user, '--format', 'json'];
    const once = await syncgate(args, { env });
    expect(validatorOf('diagnosis')(JSON.parse(once.stdout))).toEqual([]);
    expect(await syncgate(args, { env })).toEqual(once);
    expect(stats().refusedWrites).toBe(0);
  });

  test('takes the text from the command line, a file or standard input alike', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'sync.log'), log);
    const given = await syncgate(['diagnose', log]);
    expect(given.exitCode).toBe(0);
    expect(await syncgate(['diagnose', '--log', 'sync.log'], { cwd })).toEqual(given);
    expect(await syncgate(['diagnose'], { stdin: `${log}\n` })).toEqual(given);
  });
});

describe('what a message names and no pack asks for', () => {
  test('is asked of a live org', async () => {
    const { messages } = await diagnosed('compliant', noColumn('Rating', 'Lead'));
    expect(messages[0]).toMatchObject({
      outcome: 'explained',
      suspects: [],
      named: [{ what: 'Lead.Rating: Read', asked: false, standings: [{ decision: 'denied' }] }],
    });
    const { messages: seen } = await diagnosed('compliant', noColumn('Industry', 'Account'));
    expect(seen[0]).toMatchObject({
      outcome: 'ruled-out',
      named: [{ standings: [{ decision: 'granted' }] }],
    });
  });

  test('is said to be absent where the org has no such field', async () => {
    const { messages } = await diagnosed('compliant', noColumn('Nope__c', 'Account'));
    expect(messages[0]).toMatchObject({
      outcome: 'explained',
      named: [{ standings: [{ decision: 'absent' }] }],
    });
  });

  test('is said not to have been read where the snapshot lacks it', async () => {
    const cwd = await emptyFolder();
    const { org, user, env } = await liveOrg('compliant');
    await syncgate(['collect', ...org, ...user, '--output', 'org.json'], { cwd, env });
    const args = ['diagnose', noColumn('Rating', 'Lead'), '--snapshot', 'org.json'];
    const { stdout } = await syncgate([...args, '--format', 'json'], { cwd });
    expect((JSON.parse(stdout) as Diagnosis).messages[0]).toMatchObject({
      outcome: 'open',
      named: [{ standings: [{ decision: 'not-read' }] }],
    });
    expect((await syncgate(args, { cwd })).stdout).toContain('was not read');
  });
});

test('what explains it is named, be it one requirement or two', async () => {
  const { org, user, env } = await liveOrg('drifted');
  const concluded = async (field: string) => {
    const text = `INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: ${field}`;
    return (await syncgate(['diagnose', text, ...org, ...user], { env, width: 200 })).stdout;
  };
  expect(await concluded('iv__InsideView_Executive_ID__c')).toContain(
    'since contact-executive-fields and lead-executive-fields fail.',
  );
  expect(await concluded('Contact.iv__InsideView_Executive_ID__c')).toContain(
    'since contact-executive-fields fails.',
  );
});

test('a requirement that fails for something else explains nothing', async () => {
  const org = await loadScenario('compliant');
  const profiles = org.profiles.map((profile) =>
    profile.name === 'API Only'
      ? {
          ...profile,
          fields: { ...profile.fields, 'Account.iv__InsideView_Parent_Company_ID__c': 'read' } as const,
        }
      : profile,
  );
  const { messages } = await diagnosed(
    { ...org, profiles },
    'Unable to create/update fields: Account.iv__InsideView_Company_ID__c. Please check',
  );
  expect(messages[0]).toMatchObject({
    outcome: 'ruled-out',
    suspects: [{ standings: [{ state: 'other', verdict: 'fail' }] }],
    named: [{ standings: [{ decision: 'granted' }] }],
  });
});

test('requirements are found by what they need read, whatever a pack calls them', async () => {
  const cwd = await emptyFolder();
  const pack = JSON.parse(await readFile('packs/demandbase-data-integrity.json', 'utf8'));
  const requirements = pack.requirements.map((each: { readonly id: string }) => ({
    ...each,
    id: `our-${each.id}`,
  }));
  await writeFile(join(cwd, 'pack.json'), JSON.stringify({ ...pack, id: 'ours', requirements }));
  const text = [noColumn('iv__InsideView_Executive_ID__c', 'Lead'), 'API is disabled for this User'].join(
    '\n',
  );
  const { stdout } = await syncgate(['diagnose', text, '--pack', 'pack.json', '--format', 'json'], { cwd });
  const { messages } = JSON.parse(stdout) as Diagnosis;
  expect(messages.map(({ suspects }) => suspects.map(({ requirement }) => requirement))).toEqual([
    ['our-api-enabled'],
    ['our-lead-executive-fields'],
  ]);
});

test('what no requirement asks of this user is left open, never ruled out', async () => {
  // On Professional Edition API Enabled is not asked for; the edition itself is supported.
  const { messages } = await diagnosed('professional-edition', 'API_DISABLED_FOR_ORG');
  expect(messages[0]?.suspects.map(({ standings }) => standings[0]?.state)).toEqual(
    expect.arrayContaining(['not-applicable', 'ruled-out']),
  );
  expect(messages[0]?.outcome).toBe('open');
});

test('a right is suspected only where the text speaks of what it is for', async () => {
  const suspects = async (text: string) => {
    const { stdout } = await syncgate(['diagnose', text, '--format', 'json']);
    const { messages } = JSON.parse(stdout) as Diagnosis;
    return messages[0]?.suspects.map(({ requirement }) => requirement);
  };
  const error = 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id 0015g00000PqRsTAAV';
  expect(await suspects(error)).toEqual(['account-access']);
  expect(await suspects(`Delete failed: ${error}`)).toEqual(['account-access', 'account-delete']);
});

test('of metadata files what they cannot tell is left open', async () => {
  const cwd = await project({
    ...sfdxProject,
    [setFile('Sync')]: permissionSet({ label: 'Sync', system: ['RunFlow'] }),
  });
  const args = ['--source-dir', '.', '--permission-set', 'Sync', '--format', 'json'];
  const outcome = async (text: string) => {
    const { stdout } = await syncgate(['diagnose', text, ...args], { cwd });
    return (JSON.parse(stdout) as Diagnosis).messages[0]?.outcome;
  };
  expect(await outcome('PASSWORD_LOCKOUT')).toBe('open');
  expect(await outcome('REQUEST_LIMIT_EXCEEDED')).toBe('open');
  expect(await outcome('API is disabled for this User')).not.toBe('ruled-out');
});

test('what an auditor cannot see is left open, never ruled out', async () => {
  for (const text of ['INVALID_LOGIN from salesforce', noColumn('iv__InsideView_Executive_ID__c', 'Lead')]) {
    const { messages } = await diagnosed('blind-auditor', text);
    expect(messages[0]?.outcome).toBe('open');
  }
});

test('of two users each is told by itself', async () => {
  const org = await loadScenario('compliant');
  const { org: at, env } = await liveOrg(org);
  const args = ['diagnose', 'API is disabled for this User', ...at];
  const users = ['--user', 'integration@acme.example', '--user', 'warehouse@acme.example'];
  const { stdout } = await syncgate([...args, ...users, '--format', 'json'], { env });
  const { messages } = JSON.parse(stdout) as Diagnosis;
  expect(messages[0]?.suspects[0]?.standings.map(({ state }) => state)).toEqual(['ruled-out', 'explains']);
  expect((await syncgate([...args, ...users], { env })).stdout).toContain('fails for warehouse@acme.example');
});

describe('the words of a customer', () => {
  test('are held against what fails, and that is called a guess', async () => {
    const { org, user, env } = await liveOrg('drifted');
    const args = ['diagnose', 'The hierarchies of our accounts are empty since Tuesday', ...org, ...user];
    const { stdout, exitCode } = await syncgate(args, { env });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('a guess');
  });

  test.each([
    ['without an org', 'The hierarchy is empty', []],
    ['where nothing that fails fits', 'My bicycle has a flat tyre', ['org']],
  ])('are not known %s', async (_, words, [place]) => {
    const { org, user, env } = await liveOrg('drifted');
    const where = place === undefined ? [] : [...org, ...user];
    const { stdout, exitCode } = await syncgate(['diagnose', words, ...where], { env });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('NOT KNOWN');
  });
});

describe('a secret in a log', () => {
  const secrets = [
    '00D5g000001AbCd!AQ4AQFz.SecretSessionIdThatNobodyMaySee_0123456789',
    'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJzZWNyZXQifQ.c2lnbmF0dXJlLXNlY3JldA',
    '5Aep861TSESvWeug_SecretRefreshTokenThatNobodyMaySee.0123456789abcdef',
    'hunter2-Geheim!',
  ];
  const log = [
    `Authorization: Bearer ${secrets[0]} INVALID_SESSION_ID: Session expired or invalid ${secrets[0]}`,
    `{"errorCode":"INVALID_SESSION_ID","message":"This session is not valid for use with the REST API ${secrets[1]}"}`,
    `grant_type=refresh_token&refresh_token=${secrets[2]} {"error":"invalid_grant","error_description":"expired access/refresh token ${secrets[2]}"}`,
    `<username>a@b.example</username><password>${secrets[3]}</password><faultcode>sf:INVALID_LOGIN</faultcode>`,
    `CANNOT_EXECUTE_FLOW_TRIGGER: because the “${secrets[0]}” process failed`,
    `Unable to create/update fields: ${secrets[2]?.replaceAll(/[^\w.]/g, '')}`,
    `{"errorCode":"INVALID_FIELD_FOR_INSERT_UPDATE","fields":["${secrets[3]}"]}`,
  ].join('\n');

  test.each(['table', 'markdown', 'json'])('is never repeated, as %s', async (format) => {
    const { org, user, env } = await liveOrg('drifted');
    const { stdout, stderr, exitCode } = await syncgate(
      ['diagnose', log, ...org, ...user, '--format', format],
      { env, secrets },
    );
    expect(exitCode).toBe(0);
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret.slice(0, 24));
  });
});

describe('hostile text', () => {
  const evil = '\u001b[2J\u202e<img src=x onerror=alert(1)>|@team [x](javascript:x)';
  const log = [
    `CANNOT_EXECUTE_FLOW_TRIGGER: because the "${evil}" process failed`,
    `CANNOT_EXECUTE_FLOW_TRIGGER: because the "\u001b[2J\u202e@team|x" process failed`,
    `{"errorCode":"EVIL_CODE${evil}"}`,
  ].join('\n');

  test.each(['table', 'markdown', 'json'])('is harmless as %s', async (format) => {
    const { stdout } = await syncgate(['diagnose', log, '--format', format]);
    for (const sign of ['\u001b', '\u202e']) expect(stdout).not.toContain(sign);
    expect(stdout).toContain('A flow or process that runs on saving failed');
    if (format === 'markdown') expect(stdout).not.toMatch(/<img|[^;\\]@team|\]\(/);
  });
});

describe('wrong input', () => {
  test.each([
    ['text twice', ['text', '--log', 'x.log'], 2, 'Leave one of them out'],
    ['no such log', ['--log', 'nope.log'], 4, 'nope.log: there is no such file'],
    ['a folder for a log', ['--log', '.'], 4, 'it is a folder'],
    ['an empty text', ['  '], 2, 'the text is empty'],
    ['a user and no org', ['text', '--user', 'a@b.example'], 2, 'and no org'],
    ['a snapshot and an org', ['text', '--snapshot', 'a', '--target-org', 'b'], 2, 'Leave one of them out'],
    ['no such snapshot', ['text', '--snapshot', 'a.json'], 4, 'a.json'],
    ['an unknown pack', ['text', '--pack', 'nope'], 2, 'nope'],
    ['another format', ['text', '--format', 'sarif'], 2, 'sarif'],
  ])('%s', async (_, args, exitCode, message) => {
    const ended = await syncgate(['diagnose', ...args]);
    expect(ended).toMatchObject({ exitCode, stdout: '' });
    expect(ended.stderr).toContain(message);
  });

  test('a secret and a text both from standard input', async () => {
    const args = ['diagnose', '--instance-url', 'http://127.0.0.1:1', '--secret-file', '-'];
    expect(await syncgate(args, { stdin: 'x' })).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
