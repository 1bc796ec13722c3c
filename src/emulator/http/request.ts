/** One request, or one subrequest of a composite call, ready to be answered. */
export interface ApiRequest {
  readonly method: string;
  /** Without the query string; runs of slashes are one slash, as an org reads them. */
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Splits a request target such as `//services/data/v67.0/query?q=…` into path and parameters. */
export function parseTarget(target: string): Pick<ApiRequest, 'path' | 'parameters'> {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return {
    path: path.replace(/\/{2,}/g, '/'),
    parameters: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
  };
}

/** The JSON object in a request body, or undefined where there is none. */
export function jsonObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const postsThatOnlyRead = [
  /^\/services\/oauth2\/(token|userinfo)$/,
  /^\/services\/data\/v\d+\.\d\/(tooling\/)?composite(\/batch)?$/,
];

/**
 * Whether the request would change something in a real org. A composite call alone does not: what it
 * carries is looked at one by one. `_HttpMethod` turns a POST into any other method.
 */
export function isWrite({ method, path, parameters }: ApiRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false;
  const override = parameters.has('_HttpMethod');
  return (
    override ||
    method !== 'POST' ||
    !postsThatOnlyRead.some((pattern) => pattern.test(withoutTrailingSlash(path)))
  );
}

export const withoutTrailingSlash = (path: string): string => path.replace(/(.)\/$/, '$1');
