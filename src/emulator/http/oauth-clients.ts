/** What a client may sign in with: the same in every emulated org, since nothing here is secret. */
export const emulatedCredentials = {
  password: 'emulated-password',
  clientSecret: 'emulated-secret',
  /** The app that is installed and approved, for every flow; it demands its secret wherever a flow has one. */
  clientId: 'emulated-app',
  /** The Salesforce CLI's own app: public, so that it has no secret, and for neither JWT nor client credentials. */
  cliClientId: 'PlatformCLI',
  /** Apps that are refused, each in its own way. */
  notInstalledClientId: 'not-installed-app',
  notApprovedClientId: 'not-approved-app',
  ipRestrictedClientId: 'ip-restricted-app',
} as const;

/**
 * Apps that the token endpoint refuses, whatever they ask for, in the words of a real org: as Salesforce help
 * and those who met them write them down.
 */
export const refusedClients: Readonly<Record<string, readonly [error: string, description: string]>> = {
  [emulatedCredentials.notInstalledClientId]: ['invalid_client', 'app must be installed into org'],
  [emulatedCredentials.notApprovedClientId]: ['invalid_grant', "user hasn't approved this consumer"],
  [emulatedCredentials.ipRestrictedClientId]: ['invalid_grant', 'ip restricted'],
  'not-admin-approved-app': ['invalid_app_access', 'user is not admin approved to access this app'],
  'blocked-app': ['OAUTH_APP_BLOCKED', 'this app is blocked by admin'],
  'foreign-app': ['app_not_found', 'External client app is not installed in this org'],
  'no-run-as-app': ['invalid_grant', 'no client credentials user enabled'],
  'flow-off-app': ['unsupported_grant_type', 'grant type not supported'],
  'no-refresh-scope-app': [
    'invalid_request',
    'refresh_token scope is required and the connected app should be installed and preauthorized',
  ],
  'rate-limited-app': ['rate_limit_exceeded', 'login rate exceeded'],
  'locked-org-app': ['inactive_org', 'org is locked, closed, or suspended'],
  'no-api-app': ['API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.'],
  'no-scope-app': ['invalid_scope', 'the requested scope is not allowed'],
};
