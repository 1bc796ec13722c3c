/** Whether the user can log in at all, or may use the API. */
export type TokenErrorTopic = 'login' | 'api';

/** The requirements of the Demandbase pack that are about the same trouble of the audited user. */
export const topicRequirements: Readonly<Record<TokenErrorTopic, string>> = {
  login: 'user-can-log-in',
  api: 'api-enabled',
};

/** A refusal of the token endpoint: how it is known, what it means, and what to do about it. */
export interface TokenError {
  /** What its `error_description` says, in lower case: all of it or a part. */
  readonly descriptions: readonly string[];
  /** Its `error`, where no description is known. */
  readonly errors: readonly string[];
  /** Sentences. */
  readonly cause: string;
  /** Sentences: where in Setup (Lightning Experience), or in what was given. */
  readonly mend: string;
  /** What of the audited user it may be about; null where no requirement can tell. */
  readonly about: TokenErrorTopic | null;
  /** Where Salesforce documents it, or where it was seen. */
  readonly source: string;
}

const help = (page: string) => `https://help.salesforce.com/s/articleView?id=${page}.htm&type=5`;
const article = (number: string) => `https://help.salesforce.com/s/articleView?id=${number}&type=1`;
const errorPage = help('xcloud.remoteaccess_oauth_flow_errors');
const jwtPage = help('xcloud.remoteaccess_oauth_jwt_flow');
const clientCredentialsPage = help('sf.remoteaccess_oauth_client_credentials_flow');
const uninstalledApps = article('005132365');

const manager = 'Setup → External Client App Manager → the app';
const policies = `${manager} → Policies → OAuth Policies (for a connected app: Setup → Manage Connected Apps)`;
const settings = `${manager} → Settings → OAuth Settings (for a connected app: Setup → App Manager)`;

/** Each row stands for one cause. */
export const tokenErrors: readonly TokenError[] = [
  {
    descriptions: ['app must be installed into org'],
    errors: ['oauth_approval_error_generic'],
    cause:
      'The app is not installed in this org: since September 2025 such an app is refused, save for users with ' +
      '"Approve Uninstalled Connected Apps".',
    mend: 'Setup → Connected Apps OAuth Usage → the app → Install; then set its policies.',
    about: null,
    source: uninstalledApps,
  },
  {
    descriptions: ['external client app is not installed in this org'],
    errors: ['app_not_found', 'oauth_ec_app_not_found'],
    cause: 'The external client app is of another org: it works only where it was made or installed.',
    mend:
      "Ask the org's own My Domain, not a login host. If that is not it, make the app in this org (Setup → " +
      'External Client App Manager) or install its package.',
    about: null,
    source: 'https://github.com/forcedotcom/cli/issues/3482',
  },
  {
    descriptions: ['this app is blocked by admin'],
    errors: ['oauth_app_blocked'],
    cause: 'An administrator has blocked the app.',
    mend: 'Setup → Connected Apps OAuth Usage → the app → Unblock.',
    about: null,
    source: uninstalledApps,
  },
  {
    descriptions: ["user hasn't approved this consumer"],
    errors: [],
    cause:
      'The user has neither approved the app nor is pre-authorised for it; or there is no such user here.',
    mend: `${policies}: Permitted Users "Admin approved users are pre-authorized", and a permission set of the user. Check the username, and that the address is that of its org.`,
    about: null,
    source: jwtPage,
  },
  {
    descriptions: ['not admin approved', "isn't approved by an admin"],
    errors: ['invalid_app_access', 'oauth_app_access_denied'],
    cause: 'The app admits pre-authorised users only, and the user is none of them.',
    mend: `${policies}: add a permission set (or profile) that the user has.`,
    about: null,
    source: jwtPage,
  },
  {
    descriptions: ['refresh_token scope is required'],
    errors: [],
    cause: 'The app is not pre-authorised for the user, or lacks a scope that the JWT flow demands.',
    mend: `${settings}: add the scope "Perform requests at any time (refresh_token, offline_access)". ${policies}: pre-authorise the user.`,
    about: null,
    source: jwtPage,
  },
  {
    descriptions: ['no client credentials user enabled'],
    errors: [],
    cause: 'The app names no user to run as, or one who may not use the API.',
    mend: `${policies} → Client Credentials Flow: fill in Run As with an active user who has API Enabled.`,
    about: 'api',
    source: clientCredentialsPage,
  },
  {
    descriptions: ['client credentials flow not enabled'],
    errors: [],
    cause: 'The client credentials flow is switched off for the app.',
    mend: `${settings} → Flow Enablement: tick Enable Client Credentials Flow.`,
    about: null,
    source: clientCredentialsPage,
  },
  {
    descriptions: ['request not supported on this domain'],
    errors: [],
    cause: "Only the org's own My Domain answers this flow, not login.salesforce.com or test.salesforce.com.",
    mend: 'Give the address of the org, https://NAME.my.salesforce.com: Setup → My Domain shows it.',
    about: null,
    source: 'https://github.com/pozil/pub-sub-api-node-client/issues/58',
  },
  {
    descriptions: ['ip restricted'],
    errors: [],
    cause: 'The user may not log in from this network address, or not at this hour.',
    mend: `Setup → Profiles → the user's profile → Login IP Ranges and Login Hours. Or for the app alone: ${policies} → IP Relaxation.`,
    about: null,
    source: errorPage,
  },
  {
    descriptions: ['inactive user', 'user is inactive'],
    errors: ['inactive_user'],
    cause: 'The user is deactivated.',
    mend: 'Setup → Users → the user → Edit: tick Active. Or sign in as another user.',
    about: 'login',
    source: errorPage,
  },
  {
    descriptions: ['expired access/refresh token', 'token validity expired'],
    errors: [],
    cause: 'The refresh token has expired, was revoked, or gave way to newer ones of the same user and app.',
    mend: `Sign in anew and store the new token: \`sf org login web\`, then \`sf org display --verbose --json\`. How long tokens last: ${policies} → Refresh Token Policy.`,
    about: null,
    source: errorPage,
  },
  {
    descriptions: ['audience is invalid', 'audience validation failed', 'invalid audience'],
    errors: [],
    cause: 'The assertion is made out to another login host than that of the org.',
    mend: 'Give the audience: https://login.salesforce.com for a production org, https://test.salesforce.com for a sandbox or scratch org (--audience, or `audience` in the configuration).',
    about: null,
    source: 'https://github.com/forcedotcom/cli/issues/3325',
  },
  {
    descriptions: ['invalid assertion'],
    errors: [],
    cause:
      "The signature does not fit the app's certificate, or the clock of this machine is wrong by minutes.",
    mend: `${settings} → Enable JWT Bearer Flow: upload the certificate that belongs to the private key. Check the clock. A new app takes up to ten minutes to be known.`,
    about: null,
    source: jwtPage,
  },
  {
    descriptions: ['client identifier invalid'],
    errors: ['invalid_client_id'],
    cause: 'There is no app with this client id (consumer key) at this address.',
    mend: `${settings} → Consumer Key and Secret: copy the key again. A new app takes up to ten minutes to be known.`,
    about: null,
    source: errorPage,
  },
  {
    descriptions: ['invalid client credentials', 'client credentials invalid'],
    errors: ['invalid_client'],
    cause: "The client secret (consumer secret) is not the app's, or is missing where the app demands one.",
    mend: `${settings} → Consumer Key and Secret: copy the secret again.`,
    about: null,
    source: errorPage,
  },
  {
    descriptions: ['authentication failure'],
    errors: [],
    cause:
      'Salesforce does not say which: a wrong username or password, no security token behind the password, a user ' +
      'who is frozen or locked out, or a flow that is blocked.',
    mend: 'Setup → Login History names the reason. For "Username-Password Flow Disabled" sign in by client credentials or JWT. Do not try often: wrong passwords lock the user out.',
    about: 'login',
    source: article('000886201'),
  },
  {
    descriptions: ['rate exceeded', 'number of logins exceeded'],
    errors: ['rate_limit_exceeded', 'login_rate_exceeded'],
    cause: 'The user has logged in too often: Salesforce takes 3,600 logins of one user in an hour.',
    mend: 'Wait an hour, and have fewer jobs sign in as this user. Setup → Login History shows them.',
    about: null,
    source: article('000312767'),
  },
  {
    descriptions: ['rest api is not enabled', 'api is disabled'],
    errors: ['api_disabled_for_org', 'api_currently_disabled'],
    cause: 'The edition of the org has no API, or the user lacks API Enabled.',
    mend: 'Setup → Permission Sets → a set of the user → System Permissions: tick API Enabled. Professional Edition buys the API as an add-on.',
    about: 'api',
    source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
  },
  {
    descriptions: ['org is locked', 'locked, closed, or suspended'],
    errors: ['inactive_org'],
    cause: 'The org is locked, closed or suspended; a sandbox or scratch org may have been deleted.',
    mend: 'Log in with a browser to see what Salesforce says, or ask Salesforce Support.',
    about: null,
    source: errorPage,
  },
  {
    descriptions: ['grant type not supported'],
    errors: ['unsupported_grant_type', 'unauthorized_client'],
    cause: 'The flow is switched off in this org or for this app, or the address is no login host.',
    mend: `${settings} → Flow Enablement. For the whole org: Setup → OAuth and OpenID Connect Settings.`,
    about: null,
    source: help('xcloud.remoteaccess_disable_username_password_flow_ca'),
  },
  {
    descriptions: [],
    errors: ['invalid_scope'],
    cause: 'The app does not have the scope that is asked for.',
    mend: `${settings}: add the scope "Manage user data via APIs (api)".`,
    about: null,
    source: errorPage,
  },
];

/** What a refusal means; undefined for one that is not known. A description tells more than the bare error. */
export function tokenErrorFor(error: string, description: string): TokenError | undefined {
  const said = description.toLowerCase().replaceAll('’', "'");
  return (
    tokenErrors.find(({ descriptions }) => descriptions.some((known) => said.includes(known))) ??
    tokenErrors.find(({ errors }) => errors.includes(error.toLowerCase()))
  );
}
