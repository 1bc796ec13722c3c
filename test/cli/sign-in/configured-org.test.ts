import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { signIn } from '../../../src/cli/sign-in.ts';
import type { World } from '../../../src/cli/world.ts';
import type { ConfiguredOrg } from '../../../src/config/configuration.ts';
import { emulatedCredentials } from '../../../src/emulator/start.ts';
import { auditor, now, org } from './ways.ts';

const { clientId, clientSecret, password } = emulatedCredentials;

describe('an org as a configuration describes it', () => {
  const world = (env: Readonly<Record<string, string>>, stdin = ''): World => {
    const silent = { write: () => {}, isTerminal: false, width: 80 };
    return {
      cwd: '.',
      env,
      stdout: silent,
      stderr: silent,
      signal: new AbortController().signal,
      now: () => new Date(now),
      run: async () => 'not-found',
      readStdin: async () => stdin,
      stdinPieces: () => Readable.from([stdin]),
      ask: null,
      notices: silent,
    };
  };

  test('is signed in to by each way, with secrets from wherever it names', async () => {
    const { instanceUrl, jwtPrivateKey, refreshTokenFor, accessToken } = await org('compliant');
    const env = {
      TOKEN: accessToken,
      APP_SECRET: clientSecret,
      KEY: jwtPrivateKey(),
      REFRESH: refreshTokenFor(auditor),
      URL: `force://PlatformCLI::${refreshTokenFor(auditor, 'PlatformCLI')}@${new URL(instanceUrl).host}`,
      WORD: password,
    };
    const secret = { env: 'APP_SECRET' };
    const orgs: readonly ConfiguredOrg[] = [
      { instanceUrl, signIn: { accessToken: { env: 'TOKEN' } } },
      { instanceUrl, signIn: { clientCredentials: { clientId, clientSecret: secret } } },
      { instanceUrl, signIn: { jwt: { clientId, username: auditor, privateKey: { env: 'KEY' } } } },
      {
        instanceUrl,
        signIn: { refreshToken: { clientId, refreshToken: { env: 'REFRESH' }, clientSecret: secret } },
      },
      { signIn: { sfdxAuthUrl: { env: 'URL' } } },
      {
        instanceUrl,
        signIn: {
          password: { clientId, clientSecret: secret, username: auditor, password: { env: 'WORD' } },
        },
      },
    ];
    for (const one of orgs) {
      expect(await signIn(one, world(env))).toEqual({
        instanceUrl,
        accessToken: expect.stringMatching(/^00D\w{12}!/),
      });
    }
  });

  test.each([
    [{ instanceUrl: 'https://acme.my.salesforce.com' }, /Set the environment variable SYNCGATE_ACCESS_TOKEN/],
    [{}, /no org is named/],
    [{ targetOrg: 'prod', signIn: { accessToken: { env: 'TOKEN' } } }, /two ways to sign in/],
    [{ signIn: { accessToken: { env: 'TOKEN' } } }, /Give its instanceUrl/],
  ] as const)('%j is not enough', async (one, words) => {
    await expect(signIn(one, world({}))).rejects.toThrow(words);
  });
});
