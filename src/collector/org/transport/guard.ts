import { CollectorError } from '../collector-error.ts';

/** A request as it is about to be sent: the bytes of the body are exactly `body`. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/**
 * Proves that a request cannot change anything in the org and goes nowhere else, or throws. Allowed are GETs
 * of the data API and of `userinfo`, the token request, and composite calls whose every subrequest is such a
 * GET. The body is held to be what it says only if it is its own canonical JSON: a doubled key, which two
 * parsers may read in two ways, is refused.
 *
 * @returns the address to use: normalised, so that what was proven is what is sent.
 * @throws CollectorError of kind `refused-by-guard`.
 */
export function provenRead(request: OutgoingRequest, origin: string): string {
  const url = urlOf(request.url, origin);
  if (Object.keys(request.headers).some((name) => /^x-http-method/i.test(name))) {
    throw refused('a header that overrides the method');
  }
  if (request.method === 'GET') {
    if (request.body !== null) throw refused('a GET with a body');
    if (!readable(url)) throw refused(`GET ${url.pathname}`);
  } else if (request.method !== 'POST' || !isReadingPost(url, request.body)) {
    throw refused(`${request.method} ${url.pathname}`);
  }
  return url.href;
}

const dataApi = '/services/data/v\\d{1,3}\\.0(?:/tooling)?';
const readableResources = [
  /^\/services\/data\/?$/,
  /^\/services\/oauth2\/userinfo$/,
  new RegExp(`^${dataApi}/?$`),
  new RegExp(`^${dataApi}/(?:query|sobjects|limits)(?:/[\\w.-]*)*$`),
];
const composite = new RegExp(`^${dataApi}/composite$`);
const batch = new RegExp(`^${dataApi}/composite/batch$`);

function readable({ pathname, searchParams }: URL): boolean {
  const overridden = [...searchParams.keys()].some((key) => key.toLowerCase() === '_httpmethod');
  return !overridden && readableResources.some((pattern) => pattern.test(pathname));
}

function isReadingPost(url: URL, body: string | null): boolean {
  if (body === null) return false;
  if (url.pathname === '/services/oauth2/token' && url.search === '') return true;
  const carriesSubrequests = composite.test(url.pathname) || batch.test(url.pathname);
  if (!carriesSubrequests || url.search !== '') return false;
  const parsed = canonicalJson(body);
  return composite.test(url.pathname)
    ? isReadingList(parsed, 'compositeRequest', ['method', 'url', 'referenceId'], url)
    : isReadingList(parsed, 'batchRequests', ['method', 'url'], url);
}

/** Whether the list is all there is beside flags, and each entry a GET with these keys and no others. */
function isReadingList(body: unknown, list: string, keys: readonly string[], { origin }: URL): boolean {
  if (!isObject(body)) return false;
  const flags = Object.entries(body).filter(([key]) => key !== list);
  if (flags.some(([, value]) => typeof value !== 'boolean')) return false;
  const entries = body[list];
  return (
    Array.isArray(entries) &&
    entries.length > 0 &&
    entries.every((entry) => isReadingEntry(entry, keys, origin))
  );
}

function isReadingEntry(entry: unknown, keys: readonly string[], origin: string): boolean {
  if (!isObject(entry) || Object.keys(entry).some((key) => !keys.includes(key))) return false;
  const { method, url } = entry;
  if (method !== 'GET' || typeof url !== 'string') return false;
  // A subrequest travels as it is written here: only a path that normalising leaves alone is proven, and
  // none that the org would complete with another subrequest's answer (`@{…}`).
  const target = urlOf(url, origin);
  return (
    url.split('?')[0] === target.pathname && target.hash === '' && !url.includes('@{') && readable(target)
  );
}

function urlOf(text: string, origin: string): URL {
  const url = URL.canParse(text, origin) ? new URL(text, origin) : undefined;
  if (url === undefined) throw refused('an address that is none');
  if (url.origin !== origin) throw refused(`a request to ${url.origin}: the session belongs to ${origin}`);
  if (url.username !== '' || url.password !== '') throw refused('an address with credentials in it');
  return url;
}

function canonicalJson(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return JSON.stringify(parsed) === body ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (what: string) =>
  new CollectorError(
    'refused-by-guard',
    `syncgate only reads, so it refused to send ${what}. This is a bug in syncgate: please report it.`,
  );
