import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type CliAnswer, signInWithCli } from '../../../../src/collector/org/sign-in.ts';
import { thrownBy } from '../emulated.ts';

const accessToken = '00D000000000001!AQ4.secret_Token';
const instanceUrl = 'https://acme.my.salesforce.com';
const redacted = "[REDACTED] Use 'sf org auth show-access-token' to view";

const prints = (body: unknown, { before = '', after = '', exitCode = 0, stderr = '' } = {}): CliAnswer => ({
  stdout: `${before}${JSON.stringify(body, null, 2)}${after}`,
  stderr,
  exitCode,
});
const org = (result: object) =>
  prints({ status: 0, result: { id: '00D000000000001', instanceUrl: `${instanceUrl}/`, ...result } });
const token = prints({
  status: 0,
  result: { accessToken },
  warnings: ['This command exposes a sensitive Access Token'],
});
// As version 2.150.6 words them.
const notFound = prints(
  {
    name: 'NamedOrgNotFoundError',
    message:
      'Parsing --target-org \n\tNo authorization information found for prod.\nSee more help with --help',
    exitCode: 2,
    status: 2,
  },
  { exitCode: 2 },
);
const noSuchCommand: CliAnswer = {
  stdout: '',
  stderr:
    ' ›   Warning: org auth show-access-token is not a sf command.\n ›   Error: Run sf help org for a list of available commands.',
  exitCode: 127,
};

/** A CLI that answers these commands so. */
function cli(answers: Readonly<Record<string, CliAnswer>>) {
  const asked: string[] = [];
  const run = async (args: readonly string[]): Promise<CliAnswer | 'not-found'> => {
    asked.push(args.join(' '));
    return answers[args.slice(0, args.indexOf('--target-org')).join(' ')] ?? 'not-found';
  };
  return { run, asked };
}

describe('the session of an org that the Salesforce CLI knows', () => {
  test('is asked for in two steps where the token is redacted', async () => {
    const { run, asked } = cli({
      'org display': org({ accessToken: redacted }),
      'org auth show-access-token': token,
    });
    expect(await signInWithCli('prod', run)).toEqual({ instanceUrl, accessToken });
    expect(asked).toEqual([
      'org display --target-org prod --json',
      'org auth show-access-token --target-org prod --json',
    ]);
  });

  test('is there at once in older versions', async () => {
    const { run, asked } = cli({ 'org display': org({ accessToken }) });
    expect(await signInWithCli('prod', run)).toEqual({ instanceUrl, accessToken });
    expect(asked.length).toBe(1);
  });

  test('is found between warnings, braces and colours', async () => {
    const noise = {
      before: 'Warning: {update} available from 2.1 to 2.2\n\u001b[33m{\u001b[39m\n',
      after: '\n(node:1) {x}\n',
    };
    const display = prints({ status: 0, result: { instanceUrl, accessToken } }, noise);
    // What comes after the object ends in a brace of its own.
    const tidy = prints({ status: 0, result: { instanceUrl, accessToken } }, { ...noise, after: '\nbye\n' });
    expect(await signInWithCli('prod', cli({ 'org display': tidy }).run)).toMatchObject({ accessToken });
    expect(await signInWithCli('prod', cli({ 'org display': display }).run)).toMatchObject({ accessToken });
  });
});

describe('where there is none', () => {
  test.each<[string, Readonly<Record<string, CliAnswer>>, string, string]>([
    ['no CLI', {}, 'cli', 'The Salesforce CLI (`sf`) was not found. Install it'],
    [
      'no such org',
      { 'org display': notFound },
      'cli',
      "not signed in to an org 'prod'. `sf org list` shows",
    ],
    [
      'an old CLI that hides the token',
      { 'org display': org({ accessToken: redacted }), 'org auth show-access-token': noSuchCommand },
      'cli',
      'Update it',
    ],
    ['a CLI that does not know orgs', { 'org display': noSuchCommand }, 'cli', 'Update it'],
    [
      'a CLI that tells no address',
      { 'org display': prints({ status: 0, result: {} }) },
      'cli',
      'does not tell the address of the org. Update it',
    ],
    [
      'a token that is hidden twice',
      { 'org display': org({}), 'org auth show-access-token': org({ accessToken: redacted }) },
      'cli',
      'does not tell the access token',
    ],
    [
      'an expired session',
      { 'org display': org({ accessToken, connectedStatus: 'RefreshTokenAuthError' }) },
      'signed-out',
      '`sf org login web --alias prod`',
    ],
    [
      'a session that cannot be refreshed',
      {
        'org display': prints({
          name: 'RefreshTokenAuthError',
          message: 'Error authenticating with the refresh token due to: expired access/refresh token',
          status: 1,
        }),
      },
      'signed-out',
      'has expired',
    ],
    [
      'a failure with a reason',
      { 'org display': prints({ name: 'Oops', message: 'disk full\nmore', status: 1 }, { exitCode: 1 }) },
      'cli',
      '(exit 1): disk full',
    ],
    [
      'a failure without one',
      { 'org display': { stdout: 'boom', stderr: '', exitCode: 1 } },
      'cli',
      'it gave no reason',
    ],
  ])('%s: says what to do', async (_, answers, kind, words) => {
    const error = await thrownBy(() => signInWithCli('prod', cli(answers).run));
    expect(error).toMatchObject({ kind });
    expect(error.message).toContain(words);
    expect(inspect(error, { depth: null })).not.toContain('secret_Token');
  });

  test.each(['--json', '', ' '])('the alias %j never reaches the CLI', async (alias) => {
    const { run, asked } = cli({});
    expect(await thrownBy(() => signInWithCli(alias, run))).toMatchObject({ kind: 'usage' });
    expect(asked).toEqual([]);
  });
});
