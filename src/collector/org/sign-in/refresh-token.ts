import type { TokenGrant } from './token-grant.ts';

export interface RefreshToken {
  /** Consumer key of the app that the refresh token was given to. */
  readonly clientId: string;
  readonly refreshToken: string;
  /** Where the app demands one ("Require Secret for Refresh Token Flow"). */
  readonly clientSecret?: string;
}

/** OAuth refresh token: for what somebody approved once in a browser. */
export const refreshTokenGrant = ({
  clientId,
  refreshToken,
  clientSecret = '',
}: RefreshToken): TokenGrant => ({
  form: {
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: refreshToken,
    ...(clientSecret !== '' && { client_secret: clientSecret }),
  },
  secrets: [refreshToken, clientSecret],
});
