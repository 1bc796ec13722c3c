import { CollectorError } from '../collector-error.ts';
import { connectionFailure, timedOut } from './connection-failure.ts';
import { type OutgoingRequest, provenRead } from './guard.ts';
import type { Through } from './proxy.ts';

export { BrokenConnection } from './connection-failure.ts';

/** One answer, read to its end. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SendOptions {
  /** Origin of the signed-in instance: nothing is sent anywhere else. */
  readonly origin: string;
  /** For one request, from sending to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Through a proxy; undefined for straight away. */
  readonly through?: Through | undefined;
}

const mostRedirects = 3;
const redirects = [301, 302, 303, 307, 308];

/**
 * Sends one request, with Node's own `fetch` where no proxy is in the way, after the guard has proven it a read. Redirects are followed
 * only within the instance and only for GETs, and proven again.
 *
 * @throws CollectorError (`unreachable`, `not-an-org`, `aborted`, `refused-by-guard`); a broken connection
 *   that may be worth another try is a {@link BrokenConnection}.
 */
export async function send(request: OutgoingRequest, options: SendOptions): Promise<RawAnswer> {
  let url = provenRead(request, options.origin);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await exchange({ ...request, url }, options);
    if (!redirects.includes(answer.status)) return answer;
    url = redirectTarget(answer, { ...request, url }, options.origin);
  }
  throw new CollectorError('not-an-org', `${options.origin} redirects in circles. Check the instance URL.`);
}

function redirectTarget({ headers }: RawAnswer, request: OutgoingRequest, origin: string): string {
  const target = URL.parse(headers.location ?? '', request.url);
  if (target?.origin !== origin || request.method !== 'GET') {
    const whither = target === null ? 'somewhere else' : `to ${target.origin}`;
    throw new CollectorError(
      'not-an-org',
      `${origin} redirects ${whither}; syncgate does not follow, because the session would travel along. ` +
        "Use the org's own address, https://NAME.my.salesforce.com (Setup → My Domain).",
    );
  }
  return provenRead({ ...request, url: target.href }, origin);
}

async function exchange(request: OutgoingRequest, options: SendOptions): Promise<RawAnswer> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signals = options.signal === undefined ? [timeout] : [timeout, options.signal];
  try {
    const response = await (options.through?.fetch ?? fetch)(request.url, {
      method: request.method,
      headers: { ...request.headers },
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.any(signals),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  } catch (error) {
    if (options.signal?.aborted === true) throw new CollectorError('aborted', 'Interrupted.');
    const attempt = { ...options, proxy: options.through?.proxy };
    throw timeout.aborted ? timedOut(attempt) : connectionFailure(error, attempt);
  }
}
