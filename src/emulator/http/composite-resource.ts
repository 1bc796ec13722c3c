import { type Answer, ok, refusal } from './answer.ts';
import { type ApiRequest, isObject, jsonObject, parseTarget } from './request.ts';
import type { ResourceCall } from './resource-call.ts';
import { resolveReferences, UnresolvedReference } from './subrequest-references.ts';

const mostSubrequests = 25;
const mostQueries = 5;

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Subanswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string | null;
}

/**
 * `POST /composite` and `/tooling/composite`: one call against the daily limit, at most 25 subrequests, at
 * most 5 of them queries, of sObject and query resources alone (REST API guide, Composite).
 */
export function answerComposite(call: ResourceCall): Answer {
  if (call.request.method !== 'POST') return ok(compositeResources(call.basePath));
  const body = jsonObject(call.request.body);
  const subrequests = readSubrequests(body?.compositeRequest);
  if (subrequests === undefined) {
    return refusal(
      400,
      'JSON_PARSER_ERROR',
      'compositeRequest must be a list of {method, url, referenceId}, with an alphanumeric referenceId that is used once',
    );
  }
  const excess = excessOf(subrequests);
  if (excess !== undefined) return ok({ compositeResponse: [excess] });
  const answers = answerInOrder(subrequests, call);
  const failed = answers.some(({ httpStatusCode }) => httpStatusCode >= 400);
  return ok({ compositeResponse: body?.allOrNone === true && failed ? rolledBack(answers) : answers });
}

function answerInOrder(subrequests: readonly Subrequest[], call: ResourceCall): readonly Subanswer[] {
  const bodies = new Map<string, unknown>();
  return subrequests.map((subrequest) => {
    const answer = answerOne(subrequest, bodies, call);
    if (answer.status < 400) bodies.set(subrequest.referenceId, answer.body);
    return {
      body: answer.body ?? null,
      httpHeaders: {},
      httpStatusCode: answer.status,
      referenceId: subrequest.referenceId,
    };
  });
}

function answerOne(subrequest: Subrequest, bodies: ReadonlyMap<string, unknown>, call: ResourceCall): Answer {
  try {
    const request: ApiRequest = {
      method: subrequest.method.toUpperCase(),
      // Values put into a URL arrive encoded, as the rest of it is.
      ...parseTarget(resolveReferences(subrequest.url, bodies)),
      headers: lowerCaseNames(subrequest.httpHeaders),
      body: resolveReferences(JSON.stringify(subrequest.body ?? null), bodies),
    };
    return call.answerSubrequest(request, supports(call.context.surface));
  } catch (error) {
    if (error instanceof UnresolvedReference) return refusal(400, 'PROCESSING_HALTED', error.message);
    throw error;
  }
}

/** Which resources a composite call may carry, on the data API and on the Tooling API. */
const supports = (surface: 'data' | 'tooling') =>
  surface === 'data'
    ? /^\/services\/data\/v\d+\.0\/(sobjects|query|queryAll)(\/|$)/
    : /^\/services\/data\/v\d+\.0\/tooling\/(sobjects|query)(\/|$)/;

function excessOf(subrequests: readonly Subrequest[]): Subanswer | undefined {
  const queries = subrequests.filter(({ url }) => /\/query(All)?(\/|\?|$)/.test(parseTarget(url).path));
  if (subrequests.length > mostSubrequests) {
    return overLimit(`The request can’t contain more than ${mostSubrequests} operations.`);
  }
  return queries.length > mostQueries
    ? overLimit(`The request can’t contain more than ${mostQueries} query or sObject Collections operations.`)
    : undefined;
}

const overLimit = (message: string): Subanswer => ({
  body: [{ errorCode: 'LIMIT_EXCEEDED', message }],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId: null,
});

const rolledBack = (answers: readonly Subanswer[]): readonly Subanswer[] =>
  answers.map((answer) =>
    answer.httpStatusCode >= 400
      ? answer
      : {
          ...answer,
          httpStatusCode: 400,
          body: [
            {
              errorCode: 'PROCESSING_HALTED',
              message:
                'The transaction was rolled back since another operation in the same transaction failed.',
            },
          ],
        },
  );

function readSubrequests(list: unknown): readonly Subrequest[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const subrequests = list.map((item: unknown) => {
    if (!isObject(item)) return undefined;
    const { method, url, referenceId, body } = item;
    const httpHeaders = isObject(item.httpHeaders) ? (item.httpHeaders as Record<string, string>) : {};
    const named = typeof referenceId === 'string' && /^[A-Za-z]\w*$/.test(referenceId);
    if (typeof method !== 'string' || typeof url !== 'string' || !named) return undefined;
    return { method, url, referenceId, httpHeaders, body };
  });
  const read = subrequests.filter((subrequest) => subrequest !== undefined);
  const names = new Set(read.map(({ referenceId }) => referenceId));
  return names.size === list.length ? read : undefined;
}

const compositeResources = (basePath: string) => ({ batch: `${basePath}/composite/batch` });

const lowerCaseNames = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
