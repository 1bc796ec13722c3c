import { CollectorError } from '../collector-error.ts';
import type { Failure } from './outcome.ts';

/**
 * The error for a refusal after which nothing can be read, in words that say what to do; undefined for any
 * other. Codes and texts are from the REST API guide, "Status Codes and Error Responses".
 */
export function fatalError({ errorCode, message }: Failure, instanceUrl: string): CollectorError | undefined {
  switch (errorCode) {
    case 'INVALID_SESSION_ID':
    case 'ERROR_HTTP_401':
      return /not valid for use with the REST API/i.test(message)
        ? wrongSession(instanceUrl)
        : expired(instanceUrl);
    case 'API_DISABLED_FOR_ORG':
    case 'API_CURRENTLY_DISABLED':
      return new CollectorError(
        'no-api',
        `${instanceUrl} does not let this user use the API (${errorCode}). Either its edition has no API, or the ` +
          'auditing user lacks the permission API Enabled.',
      );
    case 'REQUEST_LIMIT_EXCEEDED':
      return new CollectorError(
        'limit-exceeded',
        `${instanceUrl} has used up its API calls (REQUEST_LIMIT_EXCEEDED). Setup → Company Information shows how ` +
          'many there are in 24 hours; try again when older calls have left that window.',
      );
    case 'UNSUPPORTED_API_VERSION':
      return new CollectorError('usage', `${instanceUrl} has retired this API version. Ask for a newer one.`);
    default:
      return undefined;
  }
}

const expired = (instanceUrl: string) =>
  new CollectorError(
    'signed-out',
    `The session at ${instanceUrl} has expired or is not valid (INVALID_SESSION_ID). Sign in again: ` +
      '`sf org login web --alias NAME`, or set a fresh access token.',
  );

const wrongSession = (instanceUrl: string) =>
  new CollectorError(
    'signed-out',
    `The session at ${instanceUrl} may not use the API: the auditing user's profile demands a high-assurance ` +
      'session, or the token comes from a page and not from an API sign-in. Sign in with multi-factor ' +
      'authentication, `sf org login web --alias NAME`, and use that session.',
  );
