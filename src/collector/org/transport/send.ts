import { CollectorError } from '../collector-error.ts';
import { type OutgoingRequest, provenRead } from './guard.ts';

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
}

const mostRedirects = 3;
const redirects = [301, 302, 303, 307, 308];

/**
 * Sends one request with Node's own `fetch`, after the guard has proven it a read. Redirects are followed
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
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
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
    throw timeout.aborted ? timedOut(options) : connectionFailure(error, options);
  }
}

/** The connection broke; nothing came, or not all of it. */
export class BrokenConnection extends CollectorError {}

const timedOut = ({ origin, timeoutMs }: SendOptions) =>
  new CollectorError(
    'unreachable',
    `${origin} did not answer within ${timeoutMs / 1000} seconds. Check the network, a VPN or proxy in between, and try again.`,
  );

/** System errors of `fetch` that come again however often one tries, in words. */
const lasting: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host. Check the instance URL for a typing mistake',
  EAI_AGAIN: 'its name could not be looked up. Check the network and DNS',
  ECONNREFUSED: 'nothing listens there. Check the instance URL',
  EHOSTUNREACH: 'the host cannot be reached. Check the network',
  ENETUNREACH: 'the network cannot be reached. Check the network',
  UND_ERR_CONNECT_TIMEOUT:
    'it could not be connected to in time. Check the network, a VPN or proxy in between',
};

function connectionFailure(error: unknown, { origin }: SendOptions): CollectorError {
  const code = systemCode(error);
  const words = lasting[code];
  if (words !== undefined) return new CollectorError('unreachable', `${origin}: ${words} (${code}).`);
  if (/CERT|SSL|TLS|EPROTO|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH/.test(code)) {
    return new CollectorError(
      'unreachable',
      `${origin}: its certificate could not be verified (${code}). If your network inspects TLS, name its ` +
        'certificate authority in NODE_EXTRA_CA_CERTS.',
    );
  }
  return new BrokenConnection(
    'unreachable',
    `${origin}: the connection broke${code === '' ? '' : ` (${code})`}. Try again.`,
  );
}

/** The code of the deepest cause that has one: `fetch` wraps what went wrong in a TypeError. */
function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return systemCode(inner) || own;
}
