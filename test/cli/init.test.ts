import { readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { askOn } from '../../src/cli/ask.ts';
import { firstConfiguration } from '../../src/cli/init/first-configuration.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { runs } from '../runs.ts';
import { validatorOf } from '../schemas/schema-files.ts';
import { emptyFolder, syncgate } from './command-line.ts';

const file = 'syncgate.config.yaml';
const bySchema = validatorOf('config');

/** A person who has these answers ready, and what they were asked. */
function person(...answers: readonly string[]) {
  const asked: string[] = [];
  const left = [...answers];
  return {
    asked,
    ask: async (question: string) => {
      asked.push(question);
      const answer = left.shift();
      if (answer === undefined) throw new Error(`asked too much: ${question}`);
      return answer;
    },
  };
}

/** What is written, held against our own reader and against the schema by another validator. */
async function written(cwd: string): Promise<unknown> {
  const text = await readFile(join(cwd, file), 'utf8');
  const read = await readConfig(text, file, new Date('2026-10-08T12:00:00Z'));
  expect('problems' in read && read.problems).toBe(false);
  expect(bySchema(parse(text))).toEqual([]);
  expect(text.split('\n')[0]).toMatch(
    /^# yaml-language-server: \$schema=\S+\/schemas\/config\.schema\.json$/u,
  );
  return 'config' in read && read.config.configuration;
}

describe('by arguments, where nobody can be asked', () => {
  test.each<readonly [string, readonly string[], object, string]>([
    [
      'an org that the Salesforce CLI knows',
      ['-o', 'prod', '-u', 'a@b.c', '-u', 'd@e.f'],
      { targetOrg: 'prod', users: ['a@b.c', 'd@e.f'], packs: ['demandbase-data-integrity'] },
      'Next: syncgate audit\n',
    ],
    [
      'an address',
      ['--instance-url', 'https://acme.my.salesforce.com/lightning', '--all-api-only'],
      {
        targetOrg: 'production',
        orgs: {
          production: {
            instanceUrl: 'https://acme.my.salesforce.com',
            signIn: { accessToken: { env: 'SYNCGATE_ACCESS_TOKEN' } },
          },
        },
        allApiOnly: true,
        packs: ['demandbase-data-integrity'],
      },
      'set the environment variable SYNCGATE_ACCESS_TOKEN, then syncgate audit',
    ],
    [
      'a JWT',
      [
        ...['--instance-url', 'https://acme.my.salesforce.com', '--sign-in', 'jwt', '--client-id', '3MVG9'],
        ...['--username', 'ci@acme.com', '--org-name', 'eu-prod', '-u', 'a@b.c'],
      ],
      {
        targetOrg: 'eu-prod',
        orgs: {
          'eu-prod': {
            instanceUrl: 'https://acme.my.salesforce.com',
            signIn: {
              jwt: {
                clientId: '3MVG9',
                username: 'ci@acme.com',
                privateKey: { env: 'SYNCGATE_PRIVATE_KEY' },
              },
            },
          },
        },
        users: ['a@b.c'],
        packs: ['demandbase-data-integrity'],
      },
      'SYNCGATE_PRIVATE_KEY',
    ],
    [
      'an SFDX auth URL, which names its org',
      ['--sign-in', 'sfdx-auth-url', '-u', 'a@b.c'],
      {
        targetOrg: 'production',
        orgs: { production: { signIn: { sfdxAuthUrl: { env: 'SYNCGATE_SFDX_AUTH_URL' } } } },
        users: ['a@b.c'],
        packs: ['demandbase-data-integrity'],
      },
      'SYNCGATE_SFDX_AUTH_URL',
    ],
  ])('%s', async (_, args, expected, next) => {
    const cwd = await emptyFolder();
    const ended = await syncgate(['init', ...args], { cwd });
    expect(ended).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining(next) });
    expect(await written(cwd)).toEqual(expected);
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    ['nothing', [], /--target-org ALIAS or --instance-url URL, and --user USERNAME or --all-api-only/u],
    ['no user', ['-o', 'prod'], /Give --user USERNAME or --all-api-only/u],
    [
      'half a way to sign in',
      ['--instance-url', 'https://a.my.salesforce.com', '--sign-in', 'jwt', '-u', 'a'],
      /Give --client-id, and --username\n/u,
    ],
    [
      'two orgs',
      ['-o', 'a', '--instance-url', 'https://a.my.salesforce.com', '-u', 'a'],
      /--target-org is signed in/u,
    ],
    ['an unknown pack', ['-o', 'a', '-u', 'a', '--pack', 'demandbase'], /there is no pack 'demandbase'/u],
    [
      'an address that is none',
      ['--instance-url', 'acme', '-u', 'a'],
      /instanceUrl: 'acme' is no instance URL/u,
    ],
    ['an address without encryption', ['--instance-url', 'http://acme.com', '-u', 'a'], /is not encrypted/u],
    [
      'a name that no org can have',
      ['--sign-in', 'sfdx-auth-url', '--org-name', 'a b', '-u', 'a'],
      /the key 'a b'/u,
    ],
    ['a file that is no YAML', ['-o', 'a', '-u', 'a', '--config', 'x.json'], /x\.json is no YAML file/u],
    [
      'a folder that is not there',
      ['-o', 'a', '-u', 'a', '--config', 'no/x.yaml'],
      /no\/x\.yaml: there is no such/u,
    ],
  ])('%s is refused: exit code 2, and nothing is written', async (_, args, words) => {
    const cwd = await emptyFolder();
    const ended = await syncgate(['init', ...args], { cwd });
    expect(ended).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringMatching(words) });
    await expect(stat(join(cwd, file))).rejects.toThrow();
  });

  test.each(['force://PlatformCLI::5Aep861x@a.my.salesforce.com', '00D5e0000011AbC!AQ0AQKxyz'])(
    'a secret in the place of an org is not taken, and not repeated: %s',
    async (secret) => {
      const ended = await syncgate(['init', '-o', secret, '-u', 'a']);
      expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('looks like a secret') });
      expect(ended.stderr).not.toContain(secret);
    },
  );
});

describe('on a terminal', () => {
  test('asks for what the arguments do not say', async () => {
    const cwd = await emptyFolder();
    const { asked, ask } = person('prod', 'a@b.c, d@e.f', '');
    expect(await syncgate(['init'], { cwd, ask })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await written(cwd)).toEqual({
      targetOrg: 'prod',
      users: ['a@b.c', 'd@e.f'],
      packs: ['demandbase-data-integrity'],
    });
    expect(asked.map((question) => question.split(/[ ,]/u)[0])).toEqual(['Org', 'Users', 'Pack']);
  });

  test('asks how to sign in where the Salesforce CLI does not', async () => {
    const cwd = await emptyFolder();
    const { ask } = person('', 'client-credentials', 'https://a.my.salesforce.com', '3MVG9', '', '');
    expect(await syncgate(['init'], { cwd, ask })).toMatchObject({ exitCode: 0 });
    expect(await written(cwd)).toMatchObject({
      orgs: {
        production: {
          signIn: {
            clientCredentials: { clientId: '3MVG9', clientSecret: { env: 'SYNCGATE_CLIENT_SECRET' } },
          },
        },
      },
      allApiOnly: true,
    });
  });

  test('asks nothing that arguments say', async () => {
    const { ask, asked } = person();
    const args = ['init', '-o', 'p', '-u', 'a', '--pack', 'demandbase-data-integrity'];
    expect(await syncgate(args, { ask })).toMatchObject({ exitCode: 0 });
    expect(asked).toEqual([]);
  });

  test.each([
    ['a way that there is not', ['', 'magic'], /there is no such way/u],
    ['no address', ['', 'jwt', ''], /--instance-url is needed/u],
    ['a secret', ['', 'jwt', 'https://me:secret@a.my.salesforce.com'], /looks like a secret/u],
  ])('%s is refused', async (_, answers, words) => {
    const ended = await syncgate(['init'], { ask: person(...answers).ask });
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(words) });
  });

  test('Ctrl-C ends with 130 and writes nothing', async () => {
    const cwd = await emptyFolder();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const interrupt = new AbortController();
    const ask = askOn(input, output, interrupt.signal, () => interrupt.abort('SIGINT'));
    const ended = syncgate(['init'], { cwd, ask, signal: interrupt.signal });
    output.once('data', () => input.write('pro\u0003'));
    expect(await ended).toEqual({ exitCode: 130, stdout: '', stderr: '' });
    await expect(stat(join(cwd, file))).rejects.toThrow();
  });

  test('answers that end too early end with 2', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ask = askOn(input, output, new AbortController().signal);
    const ended = syncgate(['init'], { ask });
    output.once('data', () => input.end());
    expect(await ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('the answers ended') });
  });

  test('one question after the other is answered on one terminal', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ask = askOn(input, output, new AbortController().signal);
    for (const answer of ['one', ' two ']) {
      const given = ask('? ');
      output.once('data', () => input.write(`${answer}\r`));
      expect(await given).toBe(answer.trim());
    }
  });
});

describe('what is there already', () => {
  const args = ['init', '-o', 'new', '-u', 'a'];

  test('is never written over, and nobody is asked first', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, file), 'targetOrg: old\n');
    const { ask, asked } = person();
    const ended = await syncgate(['init'], { cwd, ask });
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--force') });
    expect(asked).toEqual([]);
    expect(await readFile(join(cwd, file), 'utf8')).toBe('targetOrg: old\n');
  });

  test('is written over with --force', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, file), 'targetOrg: old\n');
    expect(await syncgate([...args, '--force'], { cwd })).toMatchObject({ exitCode: 0 });
    expect(await written(cwd)).toMatchObject({ targetOrg: 'new' });
  });

  test('may be a link that leads nowhere: that is no place to write either', async () => {
    const cwd = await emptyFolder();
    await symlink('nowhere.yaml', join(cwd, file));
    expect(await syncgate(args, { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--force'),
    });
    await expect(stat(join(cwd, 'nowhere.yaml'))).rejects.toThrow();
  });

  test('may have another name: one folder has one configuration, with --force too', async () => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, 'syncgate.config.json'), '{}');
    const ended = await syncgate([...args, '--force'], { cwd });
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('syncgate.config.json') });
  });
});

test('a pack file is named from where the configuration stands', async () => {
  const cwd = await emptyFolder();
  const pack = await readFile('packs/demandbase-data-integrity.json', 'utf8');
  await writeFile(join(cwd, 'mine.json'), pack);
  await syncgate(['init', '-o', 'p', '-u', 'a', '--pack', './mine.json'], { cwd });
  expect(await written(cwd)).toMatchObject({ packs: ['./mine.json'] });
  expect(await syncgate(['config'], { cwd })).toMatchObject({ exitCode: 0 });
});

test('any text that a person gives is read back as it was given', async () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '*a',
      '&a',
      '!a',
      '# a',
      'a: b',
      '- a',
      'yes',
      'null',
      '1',
      "it's",
      '"q',
      '{',
      '%',
      '@',
      '`',
      '|',
      '>',
    ),
    fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
  );
  await fc.assert(
    fc.asyncProperty(hostile, fc.uniqueArray(hostile, { minLength: 1 }), async (text, users) => {
      const way = {
        name: 'p',
        way: 'jwt',
        instanceUrl: 'https://a.my.salesforce.com',
        clientId: text,
        username: text,
      } as const;
      for (const org of [{ targetOrg: text }, way]) {
        const yaml = firstConfiguration({ org, users, packs: [text] }, './schema.json');
        const read = await readConfig(yaml, file, new Date());
        expect('config' in read ? read.config.configuration : read).toMatchObject({ users, packs: [text] });
        expect(bySchema(parse(yaml))).toEqual([]);
      }
    }),
    runs(100),
  );
});
