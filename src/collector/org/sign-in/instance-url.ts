import { CollectorError } from '../collector-error.ts';
import { apiHostOfPages, isLoopback, isSalesforceHost } from './hosts.ts';

/**
 * The origin that an instance URL names. Paths are dropped: people paste what their browser shows.
 *
 * @throws CollectorError of kind `usage` for what is no address of an org's API.
 */
export function instanceOrigin(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null || !['https:', 'http:'].includes(url.protocol)) {
    throw wrong(
      `'${withoutCredentials(text)}' is no instance URL. It looks like https://NAME.my.salesforce.com`,
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw wrong(
      `${url.origin} is not encrypted, and the access token would travel along. Use https://${url.host}`,
    );
  }
  const api = apiHostOfPages(url.hostname);
  if (api !== undefined) {
    throw wrong(`${url.origin} is the address of the web pages. Use the API's: https://${api}`);
  }
  return url.origin;
}

/**
 * The origin of the org that a token answer names. Whoever answers a token request must not be able to send
 * the session just anywhere: the org is where the token was asked for, or at an address of Salesforce's own
 * (a login host answers with the org's My Domain); and on this machine only if the asked one was.
 *
 * @param asked the origin that was asked for the token.
 * @throws CollectorError of kind `not-an-org`.
 */
export function answeredOrigin(instanceUrl: unknown, asked: string): string {
  const url = typeof instanceUrl === 'string' ? URL.parse(instanceUrl) : null;
  if (url === null) {
    throw untrusted(`${asked} does not tell the address of the org in its token answer`);
  }
  if (url.origin === asked) return asked;
  const ownMachine = isLoopback(url.hostname) && isLoopback(new URL(asked).hostname);
  if (ownMachine || (url.protocol === 'https:' && isSalesforceHost(url.hostname)))
    return instanceOrigin(url.origin);
  throw untrusted(
    `${asked} says that the org is at ${url.origin}, which is neither the same address nor one of Salesforce's; ` +
      'the session was not sent there',
  );
}

/** A mistyped address may carry a password before its `@`. */
const withoutCredentials = (text: string) => text.replace(/\/\/[^/@]*@/, '//');

const wrong = (message: string) => new CollectorError('usage', `${message}.`);

const untrusted = (message: string) =>
  new CollectorError(
    'not-an-org',
    `${message}. Give the org's own address, https://NAME.my.salesforce.com (Setup → My Domain).`,
  );
