import { CollectorError } from '../collector-error.ts';
import { isLoopback } from '../sign-in/hosts.ts';

/** Which proxies there are, as the environment variables of these names say it: read at the edge, handed in. */
export interface ProxySettings {
  readonly httpsProxy?: string | undefined;
  /** Used where no `httpsProxy` is set, as Node itself does. */
  readonly httpProxy?: string | undefined;
  /** Hosts that are reached without: `acme.com` (with all below it), `.acme.com`, `host:port`, `*`; with commas between. */
  readonly noProxy?: string | undefined;
}

/** `fetch`, as much of it as is used. */
export type Fetch = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string | null;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<{ status: number; headers: Iterable<[string, string]>; text(): Promise<string> }>;

/** A way to the org that leads through a proxy. */
export interface Through {
  readonly fetch: Fetch;
  /** Origin of the proxy: for words, so without its credentials. */
  readonly proxy: string;
}

/**
 * The proxy to reach an origin through; null for none. This machine is never reached through one: what is
 * spoken to there is not encrypted, and a proxy would find another machine by that name.
 *
 * @throws CollectorError of kind `usage`, which does not repeat the address: a password may be in it.
 */
export function proxyFor(origin: string, { httpsProxy, httpProxy, noProxy = '' }: ProxySettings): URL | null {
  const text = (httpsProxy?.trim() || httpProxy?.trim()) ?? '';
  const target = new URL(origin);
  if (text === '' || isLoopback(target.hostname) || isExcepted(target, noProxy)) return null;
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    const name = httpsProxy?.trim() ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    throw new CollectorError(
      'usage',
      `${name} is no address of an HTTP proxy. It looks like http://proxy.acme.com:3128, with NAME:PASSWORD@ before the host where it wants them.`,
    );
  }
  return url;
}

function isExcepted({ hostname, port }: URL, noProxy: string): boolean {
  const entries = noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return entries.some((entry) => {
    const [, host = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== (port || '443')) return false;
    const domain = host.replace(/^\*?\./, '');
    return host === '*' || hostname === domain || hostname.endsWith(`.${domain}`);
  });
}

/**
 * The way to an origin, where a proxy stands in it. Node's own `fetch` heeds a proxy only by a flag, and not in
 * every version, so undici (which it is made of) is loaded then. The connection to the org is a tunnel:
 * encrypted from end to end, so that the proxy sees the name of the host and nothing else.
 */
export async function connectedThrough(
  origin: string,
  settings: ProxySettings = {},
): Promise<Through | undefined> {
  const url = proxyFor(origin, settings);
  if (url === null) return undefined;
  const { fetch, ProxyAgent } = await import('undici');
  const dispatcher = new ProxyAgent({
    uri: url.origin,
    ...(url.username !== '' && { token: credentialsOf(url) }),
    requestTls: { allowH2: false },
  });
  return { fetch: (target, request) => fetch(target, { ...request, dispatcher }), proxy: url.origin };
}

function credentialsOf({ username, password }: URL): string {
  const plain = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(plain).toString('base64')}`;
}

/** A password that holds a bare `%` is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
