import { CollectorError } from '../collector-error.ts';

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
  const name = /^(.+)\.lightning\.force\.com$/.exec(url.hostname)?.[1];
  if (name !== undefined) {
    throw wrong(
      `${url.origin} is the address of the web pages. Use the API's: https://${name}.my.salesforce.com`,
    );
  }
  return url.origin;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** A mistyped address may carry a password before its `@`. */
const withoutCredentials = (text: string) => text.replace(/\/\/[^/@]*@/, '//');

const wrong = (message: string) => new CollectorError('usage', `${message}.`);
