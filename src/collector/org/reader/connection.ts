import { Connection as JsforceConnection } from 'jsforce/lib/connection.js';
import { CollectorError } from '../collector-error.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Meter } from '../transport/meter.ts';
import type { RetrySettings } from '../transport/retry.ts';
import type { SendOptions } from '../transport/send.ts';
import { guardedTransport } from '../transport/transport.ts';
import { fatalError } from './fatal.ts';
import { type Failure, failed, failureIn, type Outcome } from './outcome.ts';

/** One signed-in connection. Both throw a {@link CollectorError} where nothing more can be read at all. */
export interface Connection {
  /** @param path from the root, such as `/services/data/v67.0/limits`. */
  get(path: string): Promise<Outcome>;
  /** A composite call; the guard beneath proves that it carries reads alone. */
  post(path: string, body: object): Promise<Outcome>;
}

/** Connects jsforce to an org through the guarded transport. */
export function connect(
  signIn: SignIn,
  meter: Meter,
  options: Omit<SendOptions, 'origin'> & RetrySettings,
): Connection {
  const jsforce = new JsforceConnection(signIn);
  // jsforce has no option for its transport; these properties are what it sends every request through.
  const transport = guardedTransport(meter, { ...options, origin: signIn.instanceUrl });
  jsforce._transport = transport;
  jsforce.oauth2._transport = transport;
  const request = async (...[request]: Parameters<typeof jsforce.request>): Promise<Outcome> => {
    try {
      const body: unknown = await jsforce.request(request);
      return typeof body === 'object' && body !== null
        ? { ok: true, body }
        : failed('NO_JSON', 'the answer is no JSON');
    } catch (error) {
      return { ok: false, failure: checkedFailure(error, signIn) };
    }
  };
  return {
    get: (path) => request({ method: 'GET', url: signIn.instanceUrl + path }),
    post: (path, body) =>
      request({
        method: 'POST',
        url: signIn.instanceUrl + path,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  };
}

function checkedFailure(error: unknown, signIn: SignIn): Failure {
  if (error instanceof CollectorError) throw error;
  const failure = withoutToken(failureOf(error), signIn);
  const fatal = fatalError(failure, signIn.instanceUrl);
  if (fatal !== undefined) throw fatal;
  return failure;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { errorCode: 'UNKNOWN', message: String(error) };
  const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : error.name;
  // Several errors at once: jsforce keeps them aside. A page instead of an error: its text helps nobody.
  if (code === 'MULTIPLE_API_ERRORS' && 'data' in error) return failureIn(error.data, 400);
  const message = code.startsWith('ERROR_HTTP_') ? 'no explanation was given' : error.message;
  return { errorCode: code, message };
}

/** An org that repeats the session in its answer must not get it into a report. */
function withoutToken({ errorCode, message }: Failure, { accessToken }: SignIn): Failure {
  return { errorCode, message: message.replaceAll(accessToken, '[access token]') };
}
