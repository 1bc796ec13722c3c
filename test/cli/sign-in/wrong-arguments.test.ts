import { describe, expect, test } from 'vitest';
import { syncgate } from '../command-line.ts';

describe('arguments that do not belong together are refused before anything is sent', () => {
  const url = 'https://acme.my.salesforce.com';
  const at = ['audit', '-u', 'x', '--instance-url', url];
  const cases: readonly (readonly [name: string, args: readonly string[], words: RegExp])[] = [
    ['an unknown way', [...at, '--sign-in', 'magic'], /magic/],
    [
      'a client id with a token',
      [...at, '--client-id', 'a'],
      /--client-id belongs to --sign-in client-credentials, jwt, refresh-token or password. Give one of these too/,
    ],
    [
      'a username with client credentials',
      [...at, '--sign-in', 'client-credentials', '--client-id', 'a', '--username', 'b'],
      /--username is of no use .*: it belongs to --sign-in jwt or password/,
    ],
    [
      'an audience with a password',
      [...at, '--sign-in', 'password', '--client-id', 'a', '--username', 'b', '--audience', 'c'],
      /--audience is of no use .*: it belongs to --sign-in jwt\./,
    ],
    ['no client id', [...at, '--sign-in', 'client-credentials'], /needs --client-id too. Give it/],
    [
      'no client id and no username',
      [...at, '--sign-in', 'jwt'],
      /needs --client-id and --username too. Give them/,
    ],
    [
      'no address',
      ['audit', '-u', 'x', '--sign-in', 'jwt', '--client-id', 'a', '--username', 'b'],
      /needs --instance-url too/,
    ],
    [
      'an address beside an SFDX auth URL',
      [...at, '--sign-in', 'sfdx-auth-url'],
      /which names the org itself. Leave it out/,
    ],
    [
      'an org of the Salesforce CLI',
      ['audit', '-o', 'a', '--sign-in', 'jwt'],
      /--target-org and --sign-in name two ways to sign in/,
    ],
    ['a secret and no address', ['audit', '-u', 'x', '--secret-file', 'a'], /needs --instance-url too/],
    [
      'a snapshot',
      ['audit', '--snapshot', 'a', '--sign-in', 'jwt', '--client-id', 'a'],
      /--snapshot .* --sign-in, --client-id ask for one/,
    ],
    [
      'files',
      ['audit', '--source-dir', 'a', '--secret-file', 'b'],
      /--source-dir .* --secret-file asks for one/,
    ],
  ];
  test.for(cases)('%s: exit code 2', async ([, args, words]) => {
    const ended = await syncgate(args);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr.replaceAll('\n', ' ')).toMatch(words);
  });
});
