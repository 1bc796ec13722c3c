import { CollectorError } from '../collector/org/collector-error.ts';
import {
  type Credentials,
  type SignIn,
  signInWith,
  signInWithCli,
  signInWithToken,
} from '../collector/org/sign-in.ts';
import type { ConfiguredOrg, ConfiguredSignIn, SecretSource } from '../config/configuration.ts';
import { nearestName } from '../plain/nearest.ts';
import { wrongUsage } from './failure.ts';
import { type OrgArguments, orgOfArguments } from './org-arguments.ts';
import { proxiesOf } from './proxies.ts';
import { readSecret } from './secrets.ts';
import type { World } from './world.ts';

/** An org by arguments, by configuration, or one that somebody has signed in to already. */
export type OrgChoice = OrgArguments | ConfiguredOrg | SignIn;

/** Signs in by whichever way is named; one who has signed in already is taken at their word. */
export async function signIn(org: OrgChoice, world: World): Promise<SignIn> {
  if ('accessToken' in org) return signInWithToken(org);
  const { targetOrg, instanceUrl, signIn: how } = isConfigured(org) ? org : orgOfArguments(org, world.env);
  if (targetOrg !== undefined) {
    if (how === undefined)
      return signInByCli(targetOrg, 'configured' in org ? (org.configured ?? []) : [], world);
    throw wrongUsage(`targetOrg ${targetOrg} and signIn name two ways to sign in. Give one of them`);
  }
  if (how === undefined || (instanceUrl === undefined && !('sfdxAuthUrl' in how))) {
    throw wrongUsage('the address of the org is not said. Give its instanceUrl');
  }
  const credentials = await credentialsOf(how, world);
  if ('accessToken' in credentials) {
    return signInWithToken({ instanceUrl: instanceUrl ?? '', accessToken: credentials.accessToken });
  }
  if (credentials.way === 'password') world.notices.write(`${passwordWarning}\n`);
  const { now, signal } = world;
  return signInWith(credentials, instanceUrl ?? '', { now, signal, proxies: proxiesOf(world) });
}

/** An org that the Salesforce CLI cannot tell of may be one of the configuration, misspelt. */
async function signInByCli(targetOrg: string, configured: readonly string[], world: World): Promise<SignIn> {
  try {
    return await signInWithCli(targetOrg, (args) => world.run('sf', args));
  } catch (error) {
    const meant = nearestName(targetOrg, configured);
    if (meant === undefined || !(error instanceof CollectorError) || error.kind !== 'cli') throw error;
    const words = `The configuration has no org '${targetOrg}'; did you mean the configured org '${meant}'?`;
    throw new CollectorError('cli', `${words}\n${error.message}`);
  }
}

/** Arguments name the way by a word, or not at all; a configuration describes it. */
const isConfigured = (org: OrgArguments | ConfiguredOrg): org is ConfiguredOrg =>
  typeof org.signIn === 'object';

const passwordWarning =
  'syncgate: warning: signing in with username and password is on its way out. Salesforce blocks it in orgs made ' +
  'since Summer ’23, external client apps do not have it, and it passes by multi-factor authentication. Move to ' +
  '--sign-in client-credentials or jwt: docs/signing-in.md.';

/** The same with the secrets in it, read from where they are. */
async function credentialsOf(
  how: ConfiguredSignIn,
  world: World,
): Promise<Credentials | { readonly accessToken: string }> {
  const secret = (source: SecretSource, what: string) => readSecret(source, what, world);
  if ('accessToken' in how) return { accessToken: await secret(how.accessToken, 'the access token') };
  if ('sfdxAuthUrl' in how) {
    return { way: 'sfdx-auth-url', sfdxAuthUrl: await secret(how.sfdxAuthUrl, 'the SFDX auth URL') };
  }
  if ('clientCredentials' in how) {
    const { clientId, clientSecret } = how.clientCredentials;
    return {
      way: 'client-credentials',
      clientId,
      clientSecret: await secret(clientSecret, 'the client secret'),
    };
  }
  if ('jwt' in how) {
    const { privateKey, passphrase, ...jwt } = how.jwt;
    return {
      way: 'jwt',
      ...jwt,
      privateKey: await secret(privateKey, 'the private key'),
      ...(passphrase && { passphrase: await secret(passphrase, 'the passphrase of the private key') }),
    };
  }
  if ('refreshToken' in how) {
    const { clientId, refreshToken, clientSecret } = how.refreshToken;
    return {
      way: 'refresh-token',
      clientId,
      refreshToken: await secret(refreshToken, 'the refresh token'),
      ...(clientSecret && { clientSecret: await secret(clientSecret, 'the client secret') }),
    };
  }
  const { password, clientSecret, ...named } = how.password;
  return {
    way: 'password',
    ...named,
    clientSecret: await secret(clientSecret, 'the client secret'),
    password: await secret(password, 'the password'),
  };
}
