import type { Part } from '../../model/part.ts';
import { ok, unavailable } from '../parts.ts';
import { CollectorError } from './collector-error.ts';
import { chooseVersion, offeredVersions } from './reader/api-version.ts';
import { type Connection, connect } from './reader/connection.ts';
import type { Caller, OnProgress, OrgReader } from './reader/org-reader.ts';
import { isObject, type Outcome } from './reader/outcome.ts';
import { createTogether } from './reader/read-together.ts';
import { createTrip } from './reader/trip.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { createMeter } from './transport/meter.ts';
import { connectedThrough, type ProxySettings } from './transport/proxy.ts';
import type { RetrySettings } from './transport/retry.ts';

export type { OnProgress, OrgReader, Progress } from './reader/org-reader.ts';

export interface OpenOptions {
  /** Such as `62.0`; default: 67.0, or the newest the org has. */
  readonly apiVersion?: string;
  /** For one request; default 30 seconds. */
  readonly timeoutMs?: number;
  readonly retries?: number;
  /** Waits between retries; default: really waits. */
  readonly wait?: RetrySettings['wait'];
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** The time to use where the org does not tell its own. */
  readonly now?: () => Date;
  /** Default: straight to the org. */
  readonly proxies?: ProxySettings;
}

/**
 * Opens a signed-in org for reading: one round trip, for its versions and for whose session it is. Neither
 * counts against the org's daily calls.
 *
 * @throws CollectorError where there is no org, no valid session, or no API version in common.
 */
export async function openOrg(signIn: SignIn, options: OpenOptions = {}): Promise<OrgReader> {
  const { apiVersion: asked, timeoutMs = 30_000, onProgress, now, proxies, ...retries } = options;
  const { instanceUrl } = signIn;
  const meter = createMeter();
  const through = await connectedThrough(instanceUrl, proxies);
  const connection = connect(signIn, meter, { ...retries, timeoutMs, through });
  onProgress?.({ part: 'the org', done: 0, total: 1 });
  const [versions, userInfo] = await Promise.all([
    connection.get('/services/data'),
    connection.get('/services/oauth2/userinfo'),
  ]);
  const offered = offeredVersions(versions.ok ? versions.body : undefined);
  if (offered === undefined) throw notAnOrg(instanceUrl, versions);
  const apiVersion = chooseVersion(offered, asked, instanceUrl);
  const newest = offered.at(-1) ?? apiVersion;
  const identity =
    identityIn(userInfo) ?? (await identityByResources(connection, `/services/data/v${apiVersion}`));
  return {
    instanceUrl,
    apiVersion,
    newestVersion: newest,
    ...identity,
    together: createTogether(createTrip(connection, { spoken: apiVersion, newest }), onProgress),
    cost: meter.cost,
    time: () => timeOf(meter.orgTime(), now, instanceUrl),
  };
}

interface Identity {
  readonly organizationId: string | null;
  readonly caller: Part<Caller>;
}

function identityIn(userInfo: Outcome): Identity | undefined {
  if (!userInfo.ok || !isObject(userInfo.body)) return undefined;
  const { user_id, organization_id, preferred_username } = userInfo.body;
  if (typeof user_id !== 'string' || typeof preferred_username !== 'string') return undefined;
  const organizationId = typeof organization_id === 'string' ? organization_id : null;
  return { organizationId, caller: ok({ userId: user_id, username: preferred_username }) };
}

/**
 * A session may be good for the data API and not for the user info. The list of resources tells one from
 * the other (an invalid session throws), and names user and org at the end of its `identity`.
 */
async function identityByResources(connection: Connection, basePath: string): Promise<Identity> {
  const resources = await connection.get(`${basePath}/`);
  const identity = resources.ok && isObject(resources.body) ? String(resources.body.identity) : '';
  const [, organizationId, userId] = /\/id\/(00D\w+)\/(005\w+)$/.exec(identity) ?? [];
  return {
    organizationId: organizationId ?? null,
    caller:
      userId === undefined
        ? unavailable({ code: 'query-failed', message: 'The org did not tell whose session it is' })
        : ok({ userId, username: userId }),
  };
}

function notAnOrg(instanceUrl: string, answer: Outcome): CollectorError {
  const passing = answer.ok
    ? undefined
    : /^ERROR_HTTP_(420|429|5\d\d)$|^SERVER_UNAVAILABLE$/.exec(answer.failure.errorCode);
  if (passing) {
    return new CollectorError(
      'unreachable',
      `${instanceUrl} is not available just now (${passing[0]}). Try again later.`,
    );
  }
  return new CollectorError(
    'not-an-org',
    `${instanceUrl} does not answer as a Salesforce API; it may be a login or a web page. ` +
      "Use the org's own address, https://NAME.my.salesforce.com (Setup → My Domain).",
  );
}

function timeOf(orgTime: string | null, now: OpenOptions['now'], instanceUrl: string): string {
  const time = orgTime ?? now?.().toISOString();
  if (time === undefined) {
    throw new CollectorError(
      'not-an-org',
      `${instanceUrl} does not tell its time: its answers have no Date header.`,
    );
  }
  return time;
}
