import { CollectorError } from '../collector-error.ts';

/** What was tried when it went wrong. */
export interface Attempt {
  readonly origin: string;
  readonly timeoutMs: number;
  /** Origin of the proxy in between, if there is one. */
  readonly proxy: string | undefined;
}

/** The connection broke; nothing came, or not all of it. */
export class BrokenConnection extends CollectorError {}

export const timedOut = ({ origin, timeoutMs, proxy }: Attempt): CollectorError =>
  new CollectorError(
    'unreachable',
    `${origin} did not answer within ${timeoutMs / 1000} seconds. Check the network, a VPN or ` +
      `${proxy === undefined ? 'proxy in between' : `the proxy ${proxy}`}, and try again.`,
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

/** The same of a proxy: it is the proxy that is connected to, and none of these tells of the org. */
const lastingOfProxy: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'it could not be connected to in time',
};

/** What broke, in words. @returns a {@link BrokenConnection} where another try may do. */
export function connectionFailure(error: unknown, { origin, proxy }: Attempt): CollectorError {
  const code = systemCode(error);
  const ofProxy = proxy === undefined ? undefined : proxyTrouble(error, code);
  if (ofProxy !== undefined) {
    // A proxy that fails may be only restarting; one that refuses will do so again.
    const Kind = ofProxy.passing ? BrokenConnection : CollectorError;
    return new Kind('unreachable', `${origin}: the proxy ${proxy} ${ofProxy.said}.`);
  }
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

interface ProxyTrouble {
  readonly said: string;
  readonly passing: boolean;
}

function proxyTrouble(error: unknown, code: string): ProxyTrouble | undefined {
  const words = lastingOfProxy[code];
  if (words !== undefined) {
    return { said: `is not there: ${words} (${code}). Check HTTPS_PROXY`, passing: false };
  }
  const status = /Proxy response \((\d{3})\)/.exec(messagesOf(error))?.[1];
  if (status === '407') {
    const how = 'Give them in HTTPS_PROXY: http://NAME:PASSWORD@HOST:PORT';
    return { said: `wants a name and a password, or other ones (407). ${how}`, passing: false };
  }
  if (status === undefined) return undefined;
  const how = 'Have the host allowed there, or name it in NO_PROXY if it can be reached without';
  return { said: `does not let through to it (${status}). ${how}`, passing: status.startsWith('5') };
}

/** What `fetch` says of a refused tunnel stands in a cause, and in words alone. */
const messagesOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${messagesOf(error.cause)}` : '';

/** The code of the deepest cause that has one: `fetch` wraps what went wrong in a TypeError. */
function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return systemCode(inner) || own;
}
