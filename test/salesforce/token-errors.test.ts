import { describe, expect, test } from 'vitest';
import { refusedClients } from '../../src/emulator/start.ts';
import { tokenErrorFor, tokenErrors } from '../../src/salesforce/token-errors.ts';

/** Pairs as Salesforce answers them, and a word of the cause that each has to be explained by. */
const pairs: readonly (readonly [error: string, description: string, cause: RegExp])[] = [
  ['invalid_client', 'app must be installed into org', /not installed/],
  ['OAUTH_APPROVAL_ERROR_GENERIC', 'An unexpected error has occured during authentication', /not installed/],
  ['app_not_found', 'External client app is not installed in this org', /of another org/],
  ['OAUTH_EC_APP_NOT_FOUND', '', /of another org/],
  ['OAUTH_APP_BLOCKED', 'this app is blocked by admin', /blocked/],
  ['invalid_grant', "user hasn't approved this consumer", /approved/],
  ['invalid_grant', 'user hasn’t approved this consumer', /approved/],
  ['invalid_app_access', 'user is not admin approved to access this app', /pre-authorised users only/],
  ['OAUTH_APP_ACCESS_DENIED', 'user is not admin approved to access this app', /pre-authorised users only/],
  [
    'invalid_request',
    'refresh_token scope is required and the connected app should be installed and preauthorized',
    /scope/,
  ],
  ['invalid_grant', 'no client credentials user enabled', /no user to run as/],
  ['invalid_grant', 'request not supported on this domain', /My Domain/],
  ['invalid_grant', 'ip restricted', /network address/],
  ['invalid_grant', 'inactive user', /deactivated/],
  ['inactive_user', '', /deactivated/],
  ['invalid_grant', 'expired access/refresh token', /expired/],
  [
    'invalid_grant',
    'audience is invalid [audience=https://login.salesforce.com login=https://test.salesforce.com]',
    /another login host/,
  ],
  ['invalid_grant', 'Audience validation failed', /another login host/],
  ['invalid_grant', 'invalid assertion', /signature/],
  ['invalid_client_id', 'client identifier invalid', /no app with this client id/],
  ['invalid_client', 'invalid client credentials', /client secret/],
  ['invalid_grant', 'authentication failure', /wrong username or password/],
  ['rate_limit_exceeded', 'login rate exceeded', /too often/],
  ['API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.', /API Enabled/],
  ['inactive_org', '', /locked/],
  ['unsupported_grant_type', 'grant type not supported', /switched off/],
  ['invalid_scope', 'the requested scope is not allowed', /scope/],
];

describe('a refusal is explained', () => {
  test.each(pairs)('%s "%s"', (error, description, cause) => {
    expect(tokenErrorFor(error, description)?.cause).toMatch(cause);
  });

  test.each(Object.entries(refusedClients))(
    'that the emulated org gives to %s',
    (_, [error, description]) => {
      expect(tokenErrorFor(error, description)).toBeDefined();
    },
  );
});

test.each([
  ['invalid_grant', ''],
  ['invalid_grant', 'something new'],
  ['invalid_request', 'something else'],
  ['', ''],
])('a refusal that is not known is not guessed at: %s "%s"', (error, description) => {
  expect(tokenErrorFor(error, description)).toBeUndefined();
});

describe('the table', () => {
  test('knows each description and each error once, so that no row hides another', () => {
    const known = tokenErrors.flatMap(({ descriptions, errors }) => [...descriptions, ...errors]);
    expect(known).toEqual([...new Set(known)]);
    expect(known).toEqual(known.map((text) => text.toLowerCase()));
    for (const row of tokenErrors) {
      for (const description of row.descriptions) expect(tokenErrorFor('', description)).toBe(row);
      for (const error of row.errors) expect(tokenErrorFor(error.toUpperCase(), '')).toBe(row);
      expect(row.descriptions.length + row.errors.length).toBeGreaterThan(0);
    }
  });

  test.each(tokenErrors)('has whole sentences and a source: $cause', (row) => {
    for (const text of [row.cause, row.mend]) expect(text).toMatch(/^[A-Z].*[.)]$/);
    expect(row.source).toMatch(/^https:\/\//);
  });
});
