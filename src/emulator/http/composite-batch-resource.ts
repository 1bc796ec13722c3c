import { type Answer, ok, refusal, requestLimitExceeded } from './answer.ts';
import { dailyApiUsage } from './limits-resource.ts';
import { isObject, jsonObject, parseTarget } from './request.ts';
import type { ResourceCall } from './resource-call.ts';

const mostSubrequests = 25;
const supported = /^\/services\/data\/v\d+\.0\/(limits|sobjects|query|queryAll)(\/|$)/;

interface Subresult {
  readonly statusCode: number;
  readonly result: unknown;
}

/**
 * `POST /composite/batch`: at most 25 independent subrequests, each counted against the daily limit, each in
 * a version from 34.0 to the batch's own (REST API guide, Composite Batch).
 */
export function answerCompositeBatch(call: ResourceCall): Answer {
  const body = jsonObject(call.request.body);
  const list = body?.batchRequests;
  const subrequests = Array.isArray(list) ? list.map(readSubrequest) : [undefined];
  if (subrequests.includes(undefined)) {
    return refusal(400, 'JSON_PARSER_ERROR', 'batchRequests must be a list of {method, url}');
  }
  if (subrequests.length > mostSubrequests) {
    return refusal(400, 'LIMIT_EXCEEDED', `The batch can’t contain more than ${mostSubrequests} requests.`);
  }
  let halted = false;
  const results = subrequests.map((subrequest): Subresult => {
    const result = subrequest === undefined || halted ? haltedResult : answerOne(subrequest, call);
    halted ||= body?.haltOnError === true && result.statusCode >= 400;
    return result;
  });
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

function answerOne({ method, url }: { method: string; url: string }, call: ResourceCall): Subresult {
  const { traffic } = call.emulation;
  const { used, max } = dailyApiUsage(call.emulation);
  const target = parseTarget(url.replace(/^\/?(?=v\d)/, '/services/data/'));
  const version = Number(/\/v(\d+)\.0\//.exec(target.path)?.[1]);
  if (used >= max) return resultOf(requestLimitExceeded());
  traffic.countApiCalls(1);
  if (version < 34 || version > call.context.apiVersion) {
    const range = `34.0 to ${call.context.apiVersion}.0`;
    return resultOf(
      refusal(400, 'BAD_REQUEST', `A subrequest of this batch may use versions ${range}: ${url}`),
    );
  }
  const request = { method: method.toUpperCase(), ...target, headers: call.request.headers, body: '' };
  return resultOf(call.answerSubrequest(request, supported));
}

const resultOf = ({ status, body }: Answer): Subresult => ({ statusCode: status, result: body ?? null });

const haltedResult: Subresult = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
};

function readSubrequest(item: unknown): { readonly method: string; readonly url: string } | undefined {
  if (!isObject(item)) return undefined;
  const { method, url } = item;
  return typeof method === 'string' && typeof url === 'string' ? { method, url } : undefined;
}
