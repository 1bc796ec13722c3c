import type { TokenGrant } from './token-grant.ts';

export interface ClientCredentials {
  /** Consumer key of the app. */
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * OAuth client credentials: the app signs in as the user that its policies name ("Run As"). Only the org's
 * own My Domain answers it (Salesforce help, OAuth 2.0 Client Credentials Flow).
 */
export const clientCredentialsGrant = ({ clientId, clientSecret }: ClientCredentials): TokenGrant => ({
  form: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
  secrets: [clientSecret],
});
