import { createHmac } from 'node:crypto';
import type { UserDescription } from '../org-description.ts';
import { type Answer, oauthRefusal, ok } from './answer.ts';
import type { Emulation } from './emulation.ts';
import type { ApiRequest } from './request.ts';
import { isObject, jsonObject } from './request.ts';
import { describedUser } from './signed-in-user.ts';
import { identityUrl } from './user-info.ts';

/** What a client may sign in with: the same in every emulated org, since nothing here is secret. */
export const emulatedCredentials = {
  password: 'emulator',
  clientSecret: 'emulated-secret',
  /** The app that is installed and approved. */
  clientId: 'emulated-app',
  /** Apps that are refused, each in its own way. */
  notInstalledClientId: 'not-installed-app',
  notApprovedClientId: 'not-approved-app',
  ipRestrictedClientId: 'ip-restricted-app',
} as const;

const knownClients: readonly string[] = [
  emulatedCredentials.clientId,
  emulatedCredentials.notInstalledClientId,
  emulatedCredentials.notApprovedClientId,
  emulatedCredentials.ipRestrictedClientId,
  // The Salesforce CLI's own.
  'PlatformCLI',
];

/** Who signs in, or why nobody does. */
type GrantResult = UserDescription | Answer;
type Grant = (form: URLSearchParams, emulation: Emulation) => GrantResult;

const grants: Readonly<Record<string, Grant>> = {
  password: passwordGrant,
  client_credentials: clientCredentialsGrant,
  refresh_token: refreshTokenGrant,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': jwtBearerGrant,
};

/** `POST /services/oauth2/token`, form-encoded. */
export function answerTokenRequest({ method, body }: ApiRequest, emulation: Emulation): Answer {
  if (method !== 'POST') return oauthRefusal('invalid_request', 'must use HTTP POST');
  const form = new URLSearchParams(body);
  const grantType = form.get('grant_type') ?? '';
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (grant === undefined) return oauthRefusal('unsupported_grant_type', 'grant type not supported');
  const client = form.get('client_id') ?? String(claimsOf(form)?.iss ?? '');
  const refused = refuseClient(client);
  if (refused !== undefined) return refused;
  const user = grant(form, emulation);
  if ('status' in user) return user;
  if (user.active === false) return oauthRefusal('invalid_grant', 'inactive user');
  if (user.frozen === true || user.passwordLocked === true) return authenticationFailure();
  return ok(tokenAnswer(user, form, emulation));
}

function tokenAnswer(user: UserDescription, form: URLSearchParams, emulation: Emulation): object {
  const { org, sessions, instanceUrl } = emulation;
  const userId = org.userId(user.username) ?? '';
  const id = identityUrl(userId, emulation);
  const issuedAt = String(Date.parse(org.description.now));
  const refresh =
    form.get('grant_type') === 'password' ? { refresh_token: sessions.issueRefreshToken(userId) } : {};
  return {
    access_token: sessions.issue(userId),
    ...refresh,
    instance_url: instanceUrl,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
    signature: createHmac('sha256', emulatedCredentials.clientSecret)
      .update(id + issuedAt)
      .digest('base64'),
  };
}

function refuseClient(client: string): Answer | undefined {
  if (!knownClients.includes(client)) return oauthRefusal('invalid_client_id', 'client identifier invalid');
  switch (client) {
    case emulatedCredentials.notInstalledClientId:
      return oauthRefusal('invalid_client', 'app must be installed into org');
    case emulatedCredentials.notApprovedClientId:
      return oauthRefusal('invalid_grant', "user hasn't approved this consumer");
    case emulatedCredentials.ipRestrictedClientId:
      return oauthRefusal('invalid_grant', 'ip restricted');
    default:
      return undefined;
  }
}

function passwordGrant(form: URLSearchParams, emulation: Emulation): GrantResult {
  const user = byUsername(form.get('username') ?? '', emulation);
  const right = form.get('password') === emulatedCredentials.password;
  return user !== undefined && right ? user : authenticationFailure();
}

/** An org runs this flow as the user its app names; here that is the auditor. */
function clientCredentialsGrant(form: URLSearchParams, emulation: Emulation): GrantResult {
  if (form.get('client_secret') !== emulatedCredentials.clientSecret) {
    return oauthRefusal('invalid_client', 'invalid client credentials');
  }
  return byUsername(emulation.org.description.auditor, emulation) ?? authenticationFailure();
}

function refreshTokenGrant(form: URLSearchParams, emulation: Emulation): GrantResult {
  const userId = emulation.sessions.userOfRefreshToken(form.get('refresh_token') ?? '');
  const user = userId === undefined ? undefined : describedUser(userId, emulation);
  return user ?? oauthRefusal('invalid_grant', 'expired access/refresh token');
}

/** The claims are believed: neither the signature nor the expiry is checked, since no certificate is on file. */
function jwtBearerGrant(form: URLSearchParams, emulation: Emulation): GrantResult {
  const claims = claimsOf(form);
  if (claims === undefined) return oauthRefusal('invalid_grant', 'invalid assertion');
  const user = byUsername(String(claims.sub ?? claims.prn ?? ''), emulation);
  return user ?? oauthRefusal('invalid_grant', "user hasn't approved this consumer");
}

function claimsOf(form: URLSearchParams): Readonly<Record<string, unknown>> | undefined {
  const [, payload, signature] = (form.get('assertion') ?? '').split('.');
  if (payload === undefined || signature === undefined) return undefined;
  const claims = jsonObject(Buffer.from(payload, 'base64url').toString('utf8'));
  return isObject(claims) ? claims : undefined;
}

const byUsername = (username: string, { org }: Emulation) =>
  org.description.users.find((user) => user.username.toLowerCase() === username.toLowerCase());

const authenticationFailure = () => oauthRefusal('invalid_grant', 'authentication failure');
