import { createHmac } from 'node:crypto';
import type { UserDescription } from '../org-description.ts';
import { type Answer, oauthRefusal, ok } from './answer.ts';
import type { Emulation } from './emulation.ts';
import { checkedClaims, claimsOf } from './jwt-assertion.ts';
import { emulatedCredentials, refusedClients } from './oauth-clients.ts';
import type { ApiRequest } from './request.ts';
import { describedUser } from './signed-in-user.ts';
import { identityUrl } from './user-info.ts';

/** Who signs in, or why nobody does. */
type GrantResult = UserDescription | Answer;

/** A token request whose client is known. */
interface TokenRequest {
  readonly form: URLSearchParams;
  readonly clientId: string;
  /** By `localhost` the emulator is asked as a login host (login.salesforce.com), else as the org's My Domain. */
  readonly byLoginHost: boolean;
}

type Grant = (request: TokenRequest, emulation: Emulation) => GrantResult;

const grants: Readonly<Record<string, Grant>> = {
  password: passwordGrant,
  client_credentials: clientCredentialsGrant,
  refresh_token: refreshTokenGrant,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': jwtBearerGrant,
};

/** `POST /services/oauth2/token`, form-encoded. */
export function answerTokenRequest({ method, headers, body }: ApiRequest, emulation: Emulation): Answer {
  if (method !== 'POST') return oauthRefusal('invalid_request', 'must use HTTP POST');
  const form = new URLSearchParams(body);
  const grantType = form.get('grant_type') ?? '';
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (grant === undefined) return oauthRefusal('unsupported_grant_type', 'grant type not supported');
  const clientId = form.get('client_id') ?? String(claimsOf(form.get('assertion') ?? '')?.iss ?? '');
  const refused = refuseClient(clientId);
  if (refused !== undefined) return refused;
  const byLoginHost = /^localhost(:|$)/i.test(headers.host ?? '');
  const user = grant({ form, clientId, byLoginHost }, emulation);
  if ('status' in user) return user;
  if (user.active === false) return oauthRefusal('invalid_grant', 'inactive user');
  if (user.frozen === true || user.passwordLocked === true) return authenticationFailure();
  return ok(tokenAnswer(user, { form, clientId, byLoginHost }, emulation));
}

function tokenAnswer(user: UserDescription, { form, clientId }: TokenRequest, emulation: Emulation): object {
  const { org, sessions, instanceUrl } = emulation;
  const userId = org.userId(user.username) ?? '';
  const id = identityUrl(userId, emulation);
  const issuedAt = String(Date.parse(org.description.now));
  const refresh =
    form.get('grant_type') === 'password'
      ? { refresh_token: sessions.issueRefreshToken(userId, clientId) }
      : {};
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

function refuseClient(clientId: string): Answer | undefined {
  const refusal = Object.hasOwn(refusedClients, clientId) ? refusedClients[clientId] : undefined;
  if (refusal !== undefined) return oauthRefusal(...refusal);
  const known: readonly string[] = [emulatedCredentials.clientId, emulatedCredentials.cliClientId];
  return known.includes(clientId)
    ? undefined
    : oauthRefusal('invalid_client_id', 'client identifier invalid');
}

/** The public app has no secret to show; any other has to show the right one. */
function refuseSecret({ form, clientId }: TokenRequest): Answer | undefined {
  const wanted = clientId === emulatedCredentials.cliClientId ? null : emulatedCredentials.clientSecret;
  const given = form.get('client_secret') || null;
  return given === wanted ? undefined : oauthRefusal('invalid_client', 'invalid client credentials');
}

function passwordGrant(request: TokenRequest, emulation: Emulation): GrantResult {
  const refused = refuseSecret(request);
  if (refused !== undefined) return refused;
  const { form } = request;
  const user = byUsername(form.get('username') ?? '', emulation);
  const right = form.get('password') === emulatedCredentials.password;
  return user !== undefined && right ? user : authenticationFailure();
}

/** An org runs this flow as the user its app names, and on its My Domain only; here that user is the auditor. */
function clientCredentialsGrant(request: TokenRequest, emulation: Emulation): GrantResult {
  if (request.byLoginHost) return oauthRefusal('invalid_grant', 'request not supported on this domain');
  if (request.clientId === emulatedCredentials.cliClientId) return notForThisApp();
  const auditor = byUsername(emulation.org.description.auditor, emulation);
  return refuseSecret(request) ?? auditor ?? authenticationFailure();
}

function refreshTokenGrant(request: TokenRequest, emulation: Emulation): GrantResult {
  const refused = refuseSecret(request);
  if (refused !== undefined) return refused;
  const token = request.form.get('refresh_token') ?? '';
  const userId = emulation.sessions.userOfRefreshToken(token, request.clientId);
  const user = userId === undefined ? undefined : describedUser(userId, emulation);
  return user ?? oauthRefusal('invalid_grant', 'expired access/refresh token');
}

function jwtBearerGrant({ form, clientId }: TokenRequest, emulation: Emulation): GrantResult {
  const { org, instanceUrl, signingKeys, sessions, realTime } = emulation;
  const assertion = form.get('assertion') ?? '';
  sessions.notePresented(assertion);
  if (clientId === emulatedCredentials.cliClientId) return notForThisApp();
  const loginHost = org.description.organization.isSandbox === true ? 'test' : 'login';
  const checked = checkedClaims(assertion, {
    publicKey: signingKeys.publicKey(),
    audiences: [
      `https://${loginHost}.salesforce.com`,
      instanceUrl,
      instanceUrl.replace('127.0.0.1', 'localhost'),
    ],
    now: realTime(),
  });
  if ('refusal' in checked) return checked.refusal;
  const user = byUsername(String(checked.claims.sub ?? ''), emulation);
  return user ?? oauthRefusal('invalid_grant', "user hasn't approved this consumer");
}

const byUsername = (username: string, { org }: Emulation) =>
  org.description.users.find((user) => user.username.toLowerCase() === username.toLowerCase());

const authenticationFailure = () => oauthRefusal('invalid_grant', 'authentication failure');
const notForThisApp = () => oauthRefusal('unsupported_grant_type', 'grant type not supported');
