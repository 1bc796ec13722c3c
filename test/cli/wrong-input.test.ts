import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileTrouble } from '../../src/cli/failure.ts';
import { loadScenario } from '../../src/emulator/scenarios/load-scenario.ts';
import { emptyFolder, liveOrg, syncgate } from './command-line.ts';

/** One clear sentence that says what to do, no stack trace. */
const plain = expect.not.stringMatching(/\n\s+at |node:internal|\[object/u);

describe('arguments that are wrong', () => {
  const cases: readonly (readonly [name: string, args: readonly string[], words: RegExp])[] = [
    ['no command', [], /Name a command/u],
    ['an unknown command', ['adit'], /adit/u],
    ['an unknown option', ['audit', '--usr', 'x'], /usr/u],
    ['no org', ['audit', '--user', 'a@b.c'], /--target-org ALIAS/u],
    ['two orgs', ['audit', '-o', 'a', '--instance-url', 'https://a.my.salesforce.com'], /Give one of them/u],
    [
      'no token',
      ['audit', '--instance-url', 'https://a.my.salesforce.com', '-u', 'x'],
      /SYNCGATE_ACCESS_TOKEN/u,
    ],
    ['an unknown pack', ['demo', '--pack', 'demandbase'], /no pack 'demandbase'.*demandbase-data-integrity/u],
    ['a pack file that is not there', ['demo', '--pack', './no.json'], /no\.json: there is no such file/u],
    ['an unknown variant', ['demo', '--variant', 'admin'], /admin/u],
    ['an unknown feature', ['demo', '--without-feature', 'leads'], /leads/u],
    ['a mapped field that is none', ['demo', '--mapped-field', 'Industry'], /mappedFields/u],
    ['an unknown format', ['demo', '--format', 'xml'], /xml/u],
    ['an output without a file', ['demo', '--output', 'sarif'], /FORMAT=FILE/u],
    ['two formats into one file', ['demo', '--output', 'sarif=a', '--output', 'json=a'], /a twice/u],
    ['a file that cannot be written', ['demo', '--output', 'sarif=no/such/folder.sarif'], /folder\.sarif/u],
    ['an unknown scenario', ['demo', '--scenario', 'fine'], /fine.*compliant/su],
    ['an unknown requirement', ['explain', 'acount-access'], /did you mean 'account-access'/u],
    [
      'a configuration file that is not there',
      ['demo', '--config', 'my.yaml'],
      /my\.yaml: there is no such file/u,
    ],
    ['nothing to validate', ['packs', 'validate'], /packs validate/u],
    ['a user in two ways', ['audit', '-o', 'a', '-u', 'x', '--all-api-only'], /Give one of them/u],
    [
      'one format twice',
      ['demo', '--format', 'table', '--format', 'json'],
      /--format is given more than once/u,
    ],
    [
      'two levels to fail on',
      ['demo', '--fail-on', 'error', '--fail-on', 'note'],
      /--fail-on is given more/u,
    ],
    ['a flag with a word', ['demo', '--gate=yes'], /--gate=yes is a flag/u],
    [
      'an org beside a snapshot',
      ['audit', '--snapshot', 'a.json', '-o', 'prod'],
      /--target-org asks for one/u,
    ],
    ['a port that is none', ['emulator', '--port', '99999'], /from 0 to 65535/u],
    ['a port that is no number', ['emulator', '--port', 'abc'], /from 0 to 65535/u],
    ['an option before the command', ['--version=false', 'audit'], /the command has to come first/u],
    ['a command behind dashes', ['--', 'audit'], /the command has to come first/u],
    ['a word too many', ['audit', 'prod'], /prod/u],
    ['a field without its object', ['access', '-o', 'a', '-u', 'x', '--field', 'Industry'], /Object\.Field/u],
  ];
  test.for(cases)('%s: exit code 2', async ([, args, words]) => {
    const ended = await syncgate(args);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: plain });
    expect(ended.stderr).toMatch(words);
  });
});

describe('files that are wrong', () => {
  const files: readonly (readonly [
    name: string,
    text: string,
    args: readonly string[],
    words: RegExp,
    code: number,
  ])[] = [
    ['bad.json', '{ "id": "x", }', ['demo', '--pack', './bad.json'], /bad\.json:1:\d+: /u, 2],
    ['pack.json', '{ "id": "x" }', ['packs', 'validate', './pack.json'], /pack\.json:1:\d+: /u, 2],
    ['syncgate.config.yaml', 'vairant: admin-user\n', ['demo'], /syncgate\.config\.yaml:1:1: .*variant/u, 2],
    [
      'syncgate.config.yaml',
      'features:\n  leads: false\n',
      ['demo'],
      /syncgate\.config\.yaml:2:\d+: .*leads/u,
      2,
    ],
    [
      'org.json',
      'not json',
      ['audit', '--snapshot', 'org.json'],
      /org\.json is no snapshot: it is not JSON/u,
      4,
    ],
    ['org.json', '{"snapshotVersion":2}', ['audit', '--snapshot', 'org.json'], /version 2/u, 4],
    [
      'org.json',
      '{"snapshotVersion":1}',
      ['audit', '--snapshot', 'org.json'],
      /org\.json is no snapshot/u,
      4,
    ],
    ['org.json', '{', ['demo', '--scenario', './org.json'], /org\.json/u, 2],
  ];
  test.for(files)('%s holding %s', async ([name, text, args, words, exitCode]) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, name), text);
    const ended = await syncgate(args, { cwd });
    expect(ended).toMatchObject({ exitCode, stdout: '', stderr: plain });
    expect(ended.stderr).toMatch(words);
  });

  test('a snapshot that is not there ends with 4', async () => {
    const ended = await syncgate(['audit', '--snapshot', 'org.json']);
    expect(ended).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/org\.json: there is no such file/u),
    });
  });

  test('a folder where a snapshot should be ends with 4', async () => {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'org.json'));
    const ended = await syncgate(['audit', '--snapshot', 'org.json'], { cwd });
    expect(ended).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/it is a folder, not a file/u),
    });
  });

  test.for([
    ['EACCES', 'permission to open it is missing'],
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the file system is read-only'],
    ['EIO', 'something of its own'],
  ])('what the system calls %s is told in words', ([code, words]) => {
    const error = Object.assign(new Error('something of its own'), { code });
    expect(fileTrouble('org.json', error)).toBe(`org.json: ${words}`);
  });
});

describe('orgs that cannot be audited', () => {
  test('an unknown user: exit code 2, and what the auditor may lack', async () => {
    const { org, env } = await liveOrg('compliant');
    const ended = await syncgate(['audit', ...org, '--user', 'nobody@acme.example'], { env });
    expect(ended).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('nobody@acme.example'),
    });
  });

  test('an alias of two users: exit code 2, and both usernames', async () => {
    const description = await loadScenario('compliant');
    const [one, two, ...others] = description.users;
    if (!one || !two) throw new Error('the scenario has no two users');
    const users = [{ ...one, alias: 'twin' }, { ...two, alias: 'twin' }, ...others];
    const { org, env } = await liveOrg({ ...description, users });
    const ended = await syncgate(['audit', ...org, '--user', 'twin'], { env });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(one.username);
    expect(ended.stderr).toContain(two.username);
  });

  test('nobody named: the API-only users are listed, exit code 2', async () => {
    const { org, env, users } = await liveOrg('compliant');
    const ended = await syncgate(['audit', ...org], { env });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain(users[0]?.username);
    expect(ended.stderr).toContain('--all-api-only');
  });

  test('a token that expired: exit code 4, and the token nowhere', async () => {
    const { org, user } = await liveOrg('compliant');
    const env = { SYNCGATE_ACCESS_TOKEN: '00D000000000001!secret.of.mine' };
    const ended = await syncgate(['audit', ...org, ...user, '--verbose'], { env });
    expect(ended).toMatchObject({ exitCode: 4, stdout: '' });
    expect(ended.stderr).not.toContain('secret.of.mine');
  });

  test('an org that is not there: exit code 4', async () => {
    const { org, user, env, close } = await liveOrg('compliant');
    await close();
    const ended = await syncgate(['audit', ...org, ...user], { env });
    expect(ended).toMatchObject({ exitCode: 4, stdout: '', stderr: plain });
  });

  test('an edition without API: exit code 4', async () => {
    const description = await loadScenario('compliant');
    const { org, user, env } = await liveOrg({ ...description, restApi: false });
    const ended = await syncgate(['audit', ...org, ...user], { env });
    expect(ended).toMatchObject({ exitCode: 4, stdout: '', stderr: plain });
  });
});

test('a trace is printed where --verbose asks for it', async () => {
  const ended = await syncgate(['audit', '--snapshot', 'org.json', '--verbose']);
  expect(ended.stderr).toMatch(/\n\s+at /u);
});
