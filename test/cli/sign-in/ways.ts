import { emulatedCredentials } from '../../../src/emulator/start.ts';
import { type LiveOrg, liveOrg } from '../command-line.ts';

const { clientId, clientSecret, password } = emulatedCredentials;
export const auditor = 'auditor@acme.example';

/** The time of these tests: assertions are signed by it. */
export const now = '2026-10-08T12:00:00Z';

/** An org that goes by the same clock as the command line in these tests. */
export const org = (scenario = 'drifted') => liveOrg(scenario, { realTime: () => Date.parse(now) });

export interface Way {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const ways: Readonly<Record<string, (live: LiveOrg) => Way>> = {
  'access-token': ({ instanceUrl, accessToken }) => ({
    args: ['--instance-url', instanceUrl, '--sign-in', 'access-token'],
    env: { SYNCGATE_ACCESS_TOKEN: accessToken },
  }),
  'client-credentials': ({ instanceUrl }) => ({
    args: ['--instance-url', instanceUrl, '--sign-in', 'client-credentials', '--client-id', clientId],
    env: { SYNCGATE_CLIENT_SECRET: clientSecret },
  }),
  jwt: ({ instanceUrl, jwtPrivateKey }) => ({
    args: ['--instance-url', instanceUrl, '--sign-in', 'jwt', '--client-id', clientId, '--username', auditor],
    env: { SYNCGATE_PRIVATE_KEY: jwtPrivateKey().replaceAll('\n', '\\n') },
  }),
  'refresh-token': ({ instanceUrl, refreshTokenFor }) => ({
    args: ['--instance-url', instanceUrl, '--sign-in', 'refresh-token', '--client-id', clientId],
    env: { SYNCGATE_REFRESH_TOKEN: refreshTokenFor(auditor), SYNCGATE_CLIENT_SECRET: clientSecret },
  }),
  'sfdx-auth-url': ({ instanceUrl, refreshTokenFor }) => ({
    args: ['--sign-in', 'sfdx-auth-url'],
    env: {
      SYNCGATE_SFDX_AUTH_URL: `force://PlatformCLI::${refreshTokenFor(auditor, 'PlatformCLI')}@${new URL(instanceUrl).host}`,
    },
  }),
  password: ({ instanceUrl }) => ({
    args: [
      '--instance-url',
      instanceUrl,
      '--sign-in',
      'password',
      '--client-id',
      clientId,
      '--username',
      auditor,
    ],
    env: { SYNCGATE_CLIENT_SECRET: clientSecret, SYNCGATE_PASSWORD: password },
  }),
};

/** The variable that each way has its secret in. */
export const variables: Readonly<Record<string, string>> = {
  'access-token': 'SYNCGATE_ACCESS_TOKEN',
  'client-credentials': 'SYNCGATE_CLIENT_SECRET',
  jwt: 'SYNCGATE_PRIVATE_KEY',
  'refresh-token': 'SYNCGATE_REFRESH_TOKEN',
  'sfdx-auth-url': 'SYNCGATE_SFDX_AUTH_URL',
  password: 'SYNCGATE_PASSWORD',
};

export const wayNames = Object.keys(ways);

/** A way of signing in to an org as its auditor, with its secret in the environment. */
export function wayTo(live: LiveOrg, name: string): Way {
  const way = ways[name];
  if (way === undefined) throw new Error(`there is no way ${name}`);
  return way(live);
}

/** The same way with its secret taken out of the environment. */
export function handed({ args, env }: Way, name: string): { readonly secret: string; readonly others: Way } {
  const { [variables[name] ?? '']: secret = '', ...rest } = env;
  return { secret, others: { args, env: rest } };
}

export const json = ['--format', 'json'];
