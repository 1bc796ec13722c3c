import { connectedThrough, type ProxySettings } from '../transport/proxy.ts';
import { type ClientCredentials, clientCredentialsGrant } from './client-credentials.ts';
import { instanceOrigin } from './instance-url.ts';
import { type JwtBearer, jwtBearerGrant } from './jwt-bearer.ts';
import { passwordGrant, type UsernamePassword } from './password.ts';
import { type RefreshToken, refreshTokenGrant } from './refresh-token.ts';
import { parseSfdxAuthUrl } from './sfdx-auth-url.ts';
import type { SignIn } from './sign-in.ts';
import type { TokenGrant } from './token-grant.ts';
import { requestToken } from './token-request.ts';

/** What a way of signing in by OAuth takes, secrets and all. */
export type Credentials =
  | ({ readonly way: 'client-credentials' } & ClientCredentials)
  | ({ readonly way: 'jwt' } & JwtBearer)
  | ({ readonly way: 'refresh-token' } & RefreshToken)
  | ({ readonly way: 'password' } & UsernamePassword)
  | { readonly way: 'sfdx-auth-url'; readonly sfdxAuthUrl: string };

export interface SignInOptions {
  /** The time, for assertions. */
  readonly now: () => Date;
  /** Default 30 seconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly proxies?: ProxySettings;
}

/**
 * Signs in by OAuth.
 *
 * @param instanceUrl the org, or a login host; an SFDX auth URL names its own.
 * @throws CollectorError that repeats no secret: `usage` for what was given, `sign-in-refused` for what the
 *   org would not have, `unreachable` and `not-an-org` as for any request.
 */
export async function signInWith(
  credentials: Credentials,
  instanceUrl: string,
  { now, timeoutMs = 30_000, signal, proxies }: SignInOptions,
): Promise<SignIn> {
  if (credentials.way === 'sfdx-auth-url') {
    const { instanceUrl: host, ...refresh } = parseSfdxAuthUrl(credentials.sfdxAuthUrl);
    const options = { now, timeoutMs, ...(signal && { signal }), ...(proxies && { proxies }) };
    return signInWith({ way: 'refresh-token', ...refresh }, host, options);
  }
  const origin = instanceOrigin(instanceUrl);
  const grant = grantOf(credentials, origin, now);
  return requestToken(grant, { origin, timeoutMs, signal, through: await connectedThrough(origin, proxies) });
}

function grantOf(
  credentials: Exclude<Credentials, { way: 'sfdx-auth-url' }>,
  origin: string,
  now: () => Date,
): TokenGrant {
  switch (credentials.way) {
    case 'client-credentials':
      return clientCredentialsGrant(credentials);
    case 'jwt':
      return jwtBearerGrant(credentials, origin, now());
    case 'refresh-token':
      return refreshTokenGrant(credentials);
    case 'password':
      return passwordGrant(credentials);
  }
}
