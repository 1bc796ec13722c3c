import { PassThrough } from 'node:stream';
import type { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import { CollectorError } from '../collector-error.ts';
import type { OutgoingRequest } from './guard.ts';
import type { Meter } from './meter.ts';
import { type RetrySettings, withRetries } from './retry.ts';
import { type RawAnswer, type SendOptions, send } from './send.ts';

type JsforceRequest = Parameters<Transport['httpRequest']>[0];

/**
 * What jsforce sends its requests through, in place of its own: jsforce's would follow redirects with the
 * session, wait for half an hour, retry on its own account and could not be interrupted. Every byte that
 * jsforce sends for a connection passes here, and so through the guard.
 */
export function guardedTransport(meter: Meter, options: SendOptions & RetrySettings): Transport {
  return {
    httpRequest: (request) =>
      StreamPromise.create(() => ({
        stream: new PassThrough(),
        promise: exchanged(request, meter, options),
      })),
    getRequestStreamCreator() {
      throw new CollectorError('refused-by-guard', 'syncgate reads whole answers, never streams.');
    },
  };
}

async function exchanged(request: JsforceRequest, meter: Meter, options: SendOptions & RetrySettings) {
  const outgoing = outgoingRequest(request);
  const answer = await withRetries(async () => {
    const done = meter.sending(outgoing);
    let answer: RawAnswer | undefined;
    try {
      answer = await send(outgoing, options);
      return answer;
    } finally {
      done(answer);
    }
  }, options);
  return { statusCode: answer.status, headers: { ...answer.headers }, body: answer.body };
}

function outgoingRequest({ method, url, headers = {}, body }: JsforceRequest): OutgoingRequest {
  if (body !== undefined && typeof body !== 'string') {
    throw new CollectorError(
      'refused-by-guard',
      'syncgate sends plain text, whose bytes can be proven, and nothing else.',
    );
  }
  // `fetch` reckons the length itself, from the same bytes.
  const { 'content-length': _, ...others } = headers;
  return { method, url, headers: others, body: body ?? null };
}
