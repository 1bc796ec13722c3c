import type { TokenGrant } from './token-grant.ts';

export interface UsernamePassword {
  /** Consumer key of a connected app; an external client app does not offer this flow. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  /** The password, and right after it the security token where the network is not a trusted one. */
  readonly password: string;
}

/**
 * OAuth username and password. Salesforce advises against it, blocks it in orgs made since Summer '23 unless
 * it is switched on, and is doing away with it (Salesforce help, Block Authorization Flows to Improve
 * Security; Migrate from OAuth Username-Password to Client Credentials Flow). SOAP `login()`, which is gone
 * from API version 65.0 on, is not used at all.
 */
export const passwordGrant = ({
  clientId,
  clientSecret,
  username,
  password,
}: UsernamePassword): TokenGrant => ({
  form: { grant_type: 'password', client_id: clientId, client_secret: clientSecret, username, password },
  secrets: [password, clientSecret],
});
