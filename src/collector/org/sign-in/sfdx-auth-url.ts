import { CollectorError } from '../collector-error.ts';
import { isLoopback } from './hosts.ts';
import type { RefreshToken } from './refresh-token.ts';

const shape =
  /^force:\/\/(?<clientId>[\w.-]+):(?<clientSecret>[\w.-]*):(?<refreshToken>[\w.-]+={0,2})@(?<host>[\w.-]+(?::\d{1,5})?)\/?$/;

/**
 * Takes an SFDX auth URL apart: `force://CLIENT_ID:CLIENT_SECRET:REFRESH_TOKEN@HOST`, as
 * `sf org auth show-sfdx-auth-url` and `sf org display --verbose` tell it. The secret may be missing.
 *
 * @throws CollectorError of kind `usage`, which repeats nothing of it.
 */
export function parseSfdxAuthUrl(text: string): RefreshToken & { readonly instanceUrl: string } {
  const { clientId, clientSecret, refreshToken, host } = shape.exec(text.trim())?.groups ?? {};
  if (clientId === undefined || refreshToken === undefined || host === undefined) {
    throw new CollectorError(
      'usage',
      'The SFDX auth URL is not of the form force://CLIENT_ID:CLIENT_SECRET:REFRESH_TOKEN@HOST. ' +
        'Copy it again, whole: `sf org display --verbose --json` tells it as sfdxAuthUrl.',
    );
  }
  const scheme = isLoopback(host.replace(/:\d+$/, '').toLowerCase()) ? 'http' : 'https';
  return {
    clientId,
    refreshToken,
    ...(clientSecret && { clientSecret }),
    instanceUrl: `${scheme}://${host}`,
  };
}
