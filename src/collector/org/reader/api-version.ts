import { CollectorError } from '../collector-error.ts';
import { isObject } from './outcome.ts';

/** The version whose answers syncgate knows. */
export const defaultVersion = '67.0';
/** Grants of flows are told since 58.0 only. */
export const oldestVersion = '58.0';

/**
 * The versions that an org offers, as `/services/data` lists them, oldest first; undefined where the answer
 * is no such list.
 */
export function offeredVersions(body: unknown): readonly string[] | undefined {
  if (!Array.isArray(body) || body.length === 0) return undefined;
  const versions = body.map((entry: unknown) => (isObject(entry) ? entry.version : undefined));
  const named = versions.filter((version) => typeof version === 'string' && /^\d+\.0$/.test(version));
  return named.length === body.length
    ? (named as string[]).toSorted((a, b) => Number(a) - Number(b))
    : undefined;
}

/**
 * The version to speak: the one asked for, or the newest that both sides know.
 *
 * @throws CollectorError where there is none.
 */
export function chooseVersion(
  offered: readonly string[],
  asked: string | undefined,
  instanceUrl: string,
): string {
  const newest = offered.at(-1) ?? '0.0';
  if (asked === undefined) {
    const known = offered.filter((version) => Number(version) <= Number(defaultVersion)).at(-1) ?? '0.0';
    if (Number(known) >= Number(oldestVersion)) return known;
    throw new CollectorError(
      'no-api',
      `${instanceUrl} offers API versions up to ${newest}; syncgate needs ${oldestVersion} or newer.`,
    );
  }
  const version = /^\d+$/.test(asked) ? `${asked}.0` : asked;
  if (!/^\d+\.0$/.test(version)) {
    throw new CollectorError('usage', `'${asked}' is no API version. It looks like ${defaultVersion}.`);
  }
  if (Number(version) < Number(oldestVersion)) {
    throw new CollectorError(
      'usage',
      `API version ${version} is too old: syncgate needs ${oldestVersion} or newer.`,
    );
  }
  if (!offered.includes(version)) {
    throw new CollectorError(
      'usage',
      `${instanceUrl} does not offer API version ${version}. It offers ${offered[0]} to ${newest}.`,
    );
  }
  return version;
}
