import { CollectorError } from '../collector-error.ts';
import { instanceOrigin } from './instance-url.ts';
import type { SignIn } from './sign-in.ts';

/**
 * A session from an access token the user already has.
 *
 * @throws CollectorError of kind `usage`; it never repeats the token.
 */
export function signInWithToken({ instanceUrl, accessToken }: SignIn): SignIn {
  const token = accessToken.trim();
  if (token === '') throw new CollectorError('usage', 'The access token is empty.');
  // What an HTTP header cannot carry, and what a token pasted with its surroundings has.
  if (/[^\x21-\x7e]/.test(token)) {
    throw new CollectorError(
      'usage',
      'The access token has spaces, line breaks or other signs in it that no token has. Copy it again, alone.',
    );
  }
  return { instanceUrl: instanceOrigin(instanceUrl), accessToken: token };
}
