import { randomBytes } from 'node:crypto';

/** Access and refresh tokens, in memory. */
export interface Sessions {
  /** A new access token for the user. */
  issue(userId: string): string;
  /** The user's first token; one is issued if there is none. */
  tokenOf(userId: string): string;
  /** Who holds the access token; undefined where it is unknown or revoked. */
  userOf(accessToken: string): string | undefined;
  /** A refresh token is worth something to the app alone that it was given to. */
  issueRefreshToken(userId: string, clientId: string): string;
  userOfRefreshToken(refreshToken: string, clientId: string): string | undefined;
  /** Remembers an assertion: to whoever reads it, it is as good as a password for some minutes. */
  notePresented(assertion: string): void;
  /** Every token ever handed out, revoked ones too, and every assertion that was presented. */
  everything(): readonly string[];
  /** Makes an access or refresh token worthless, as expiry would. */
  revoke(token: string): void;
}

/**
 * The tokens look as an org's do, `00D…!…`: the Salesforce CLI refuses any other form, and tells the
 * org by the part before the exclamation mark.
 */
export function createSessions(organizationId: string): Sessions {
  const access = new Map<string, string>();
  const refresh = new Map<string, { readonly userId: string; readonly clientId: string }>();
  const seen: string[] = [];
  const issue = (userId: string) => {
    const token = `${organizationId.slice(0, 15)}!AQ4AQ${randomBytes(32).toString('hex')}`;
    access.set(token, userId);
    seen.push(token);
    return token;
  };
  return {
    issue,
    tokenOf: (userId) => [...access].find(([, holder]) => holder === userId)?.[0] ?? issue(userId),
    userOf: (token) => access.get(token),
    issueRefreshToken(userId, clientId) {
      const token = `5Aep8${randomBytes(32).toString('hex')}`;
      refresh.set(token, { userId, clientId });
      seen.push(token);
      return token;
    },
    userOfRefreshToken(token, clientId) {
      const held = refresh.get(token);
      return held?.clientId === clientId ? held.userId : undefined;
    },
    notePresented: (assertion) => void seen.push(assertion),
    everything: () => [...seen],
    revoke(token) {
      access.delete(token);
      refresh.delete(token);
    },
  };
}
