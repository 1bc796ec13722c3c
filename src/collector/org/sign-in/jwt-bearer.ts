import { sign } from 'node:crypto';
import { isLoopback, isSalesforceHost, isSandboxHost } from './hosts.ts';
import { readPrivateKey } from './private-key.ts';
import type { TokenGrant } from './token-grant.ts';

export interface JwtBearer {
  /** Consumer key of the app that has the certificate. */
  readonly clientId: string;
  readonly username: string;
  /** RSA key as PEM; its line breaks may be written as `\n`. */
  readonly privateKey: string;
  readonly passphrase?: string;
  /** Who the assertion is for; default: what {@link usualAudience} says. */
  readonly audience?: string;
}

/** Salesforce takes assertions that end within three minutes; a minute of that is left to clocks that differ. */
const lifetimeSeconds = 120;

/**
 * OAuth JWT bearer: a signed assertion for a user who is pre-authorised for the app (Salesforce help, OAuth
 * 2.0 JWT Bearer Flow for Server-to-Server Integration).
 *
 * @param origin where the token is asked for.
 * @param now the time: it is in the assertion.
 * @throws CollectorError of kind `usage` for a key that is none; it repeats nothing of it.
 */
export function jwtBearerGrant(jwt: JwtBearer, origin: string, now: Date): TokenGrant {
  const { clientId, username, privateKey, passphrase = '' } = jwt;
  const claims = {
    iss: clientId,
    sub: username,
    aud: jwt.audience ?? usualAudience(origin),
    exp: Math.floor(now.getTime() / 1000) + lifetimeSeconds,
  };
  const signed = `${encoded({ alg: 'RS256' })}.${encoded(claims)}`;
  const key = readPrivateKey(privateKey, passphrase);
  const signature = sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
  const assertion = `${signed}.${signature}`;
  return {
    form: { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion },
    secrets: [assertion, signature, privateKey, passphrase],
  };
}

/**
 * Production orgs have assertions made out to login.salesforce.com, sandboxes and scratch orgs to
 * test.salesforce.com (Salesforce help, JWT Bearer Flow). Where that is not documented (other clouds, a
 * machine of one's own), the address that is asked is the likeliest.
 */
export function usualAudience(origin: string): string {
  const { hostname } = new URL(origin);
  if (isSandboxHost(hostname)) return 'https://test.salesforce.com';
  const documented = isSalesforceHost(hostname) && hostname.endsWith('.com') && !isLoopback(hostname);
  return documented ? 'https://login.salesforce.com' : origin;
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
