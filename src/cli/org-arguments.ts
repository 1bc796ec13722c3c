import type { ConfiguredOrg, ConfiguredSignIn, SecretSource } from '../config/configuration.ts';
import { eitherOf, listed } from '../plain/lists.ts';
import { wrongUsage } from './failure.ts';

/** Arguments that name an org, and how to sign in to it. */
export interface OrgArguments {
  readonly targetOrg?: string | undefined;
  readonly instanceUrl?: string | undefined;
  readonly signIn?: SignInWay | undefined;
  readonly clientId?: string | undefined;
  readonly username?: string | undefined;
  readonly audience?: string | undefined;
  readonly secretFile?: string | undefined;
  /** No argument: the names that the configuration has for orgs, none of which was given. */
  readonly configured?: readonly string[] | undefined;
}

export type SignInWay = (typeof signInWays)[number];

export const signInWays = [
  'access-token',
  'client-credentials',
  'jwt',
  'refresh-token',
  'sfdx-auth-url',
  'password',
] as const;

/** Environment variables that hold the secrets: an argument would show in the process list. */
export const secretVariables = {
  'access-token': 'SYNCGATE_ACCESS_TOKEN',
  'client-credentials': 'SYNCGATE_CLIENT_SECRET',
  jwt: 'SYNCGATE_PRIVATE_KEY',
  'refresh-token': 'SYNCGATE_REFRESH_TOKEN',
  'sfdx-auth-url': 'SYNCGATE_SFDX_AUTH_URL',
  password: 'SYNCGATE_PASSWORD',
} as const satisfies Record<SignInWay, string>;

const clientSecretVariable = secretVariables['client-credentials'];
const passphraseVariable = 'SYNCGATE_PRIVATE_KEY_PASSPHRASE';

type Named = 'instanceUrl' | 'clientId' | 'username' | 'audience';

/** What each way needs beside its secret, and what it takes. */
const takes: Readonly<
  Record<SignInWay, { readonly needs: readonly Named[]; readonly may?: readonly Named[] }>
> = {
  'access-token': { needs: ['instanceUrl'] },
  'client-credentials': { needs: ['instanceUrl', 'clientId'] },
  jwt: { needs: ['instanceUrl', 'clientId', 'username'], may: ['audience'] },
  'refresh-token': { needs: ['instanceUrl', 'clientId'] },
  'sfdx-auth-url': { needs: [] },
  password: { needs: ['instanceUrl', 'clientId', 'username'] },
};

/** Arguments without which a way cannot be gone. */
export const neededBy = (way: SignInWay): readonly Named[] => takes[way].needs;

/** Arguments that ask for a sign-in, as a command takes them; none of them is of use where no org is read. */
export const signInArguments = ['signIn', 'clientId', 'username', 'audience', 'secretFile'] as const;

/**
 * The org that arguments name, as a configuration would.
 *
 * @param env tells which of the secrets that a way can do without are there.
 * @throws Refusal (2) for what is missing, and for what belongs to another way.
 */
export function orgOfArguments(
  args: OrgArguments,
  env: Readonly<Record<string, string | undefined>>,
): ConfiguredOrg {
  const { targetOrg, instanceUrl, secretFile } = args;
  const given = signInArguments.filter((name) => args[name] !== undefined);
  if (targetOrg !== undefined) {
    const others = [...(instanceUrl === undefined ? [] : ['instanceUrl' as const]), ...given];
    if (others.length === 0) return { targetOrg };
    throw wrongUsage(
      `--target-org and ${listed(others.map(flag))} name two ways to sign in. Give one of them`,
    );
  }
  if (instanceUrl === undefined && given.length === 0) {
    const { configured = [] } = args;
    if (configured.length > 0) {
      const names = configured.length > mostNamed ? 'NAME' : eitherOf(configured);
      throw wrongUsage(
        `no org is named. Give --target-org with one of the configuration (${names}), or --all-orgs where you audit them all`,
      );
    }
    throw wrongUsage(
      'no org is named. Give --target-org ALIAS (an org the Salesforce CLI is signed in to), --instance-url URL ' +
        `with the access token in ${secretVariables['access-token']} or another --sign-in, or --snapshot FILE`,
    );
  }
  const way = args.signIn ?? 'access-token';
  refuseForeign(args, way);
  refuseMissing(args, way);
  const secret = secretFile === undefined ? { env: secretVariables[way] } : { file: secretFile };
  return { ...(instanceUrl !== undefined && { instanceUrl }), signIn: signInOf(args, way, secret, env) };
}

const takesAlso = (way: SignInWay): readonly Named[] => [...takes[way].needs, ...(takes[way].may ?? [])];

/** More names than this tell nobody which one to take. */
const mostNamed = 8;

/** What belongs to another way was meant for it: to pass it over would sign in otherwise than was asked. */
function refuseForeign(args: OrgArguments, way: SignInWay): void {
  const named = ['instanceUrl', 'clientId', 'username', 'audience'] as const;
  const foreign = named.find((name) => args[name] !== undefined && !takesAlso(way).includes(name));
  if (foreign === undefined) return;
  if (foreign === 'instanceUrl') {
    throw wrongUsage(
      `--instance-url is of no use with --sign-in ${way}, which names the org itself. Leave it out`,
    );
  }
  const owners = `--sign-in ${eitherOf(signInWays.filter((each) => takesAlso(each).includes(foreign)))}`;
  if (args.signIn === undefined)
    throw wrongUsage(`${flag(foreign)} belongs to ${owners}. Give one of these too`);
  throw wrongUsage(
    `${flag(foreign)} is of no use with --sign-in ${way}: it belongs to ${owners}. Leave one of them out`,
  );
}

function refuseMissing(args: OrgArguments, way: SignInWay): void {
  const missing = takes[way].needs.filter((name) => args[name] === undefined);
  if (missing.length === 0) return;
  const how = missing.length > 1 ? 'them' : 'it';
  throw wrongUsage(`--sign-in ${way} needs ${listed(missing.map(flag))} too. Give ${how}`);
}

function signInOf(
  { clientId = '', username = '', audience }: OrgArguments,
  way: SignInWay,
  secret: SecretSource,
  env: Readonly<Record<string, string | undefined>>,
): ConfiguredSignIn {
  const clientSecret = { env: clientSecretVariable };
  switch (way) {
    case 'access-token':
      return { accessToken: secret };
    case 'client-credentials':
      return { clientCredentials: { clientId, clientSecret: secret } };
    case 'jwt': {
      const passphrase = env[passphraseVariable] ? { passphrase: { env: passphraseVariable } } : {};
      return {
        jwt: {
          clientId,
          username,
          privateKey: secret,
          ...passphrase,
          ...(audience !== undefined && { audience }),
        },
      };
    }
    case 'refresh-token':
      return {
        refreshToken: { clientId, refreshToken: secret, ...(env[clientSecretVariable] && { clientSecret }) },
      };
    case 'sfdx-auth-url':
      return { sfdxAuthUrl: secret };
    case 'password':
      return { password: { clientId, clientSecret, username, password: secret } };
  }
}

/** `clientId` → `--client-id`. */
const flag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
