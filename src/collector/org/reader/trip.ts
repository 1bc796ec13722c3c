import type { Connection } from './connection.ts';
import { failed, failureIn, isObject, type Outcome } from './outcome.ts';
import type { TripRequest } from './trip-request.ts';

/** Sends requests that do not depend on each other, all at once; gives an outcome for each, in order. */
export type Trip = (requests: readonly TripRequest[]) => Promise<readonly Outcome[]>;

type QueryRequest = TripRequest & { readonly kind: 'query' };

/** REST API guide, Composite: at most 25 subrequests, of which at most so many queries. */
const queriesPerComposite = 5;

/**
 * Queries travel in composite calls, which count as one call each and take queries longer than an address;
 * what is no query travels alone. An org that refuses composite calls is asked query by query instead.
 */
export function createTrip(connection: Connection, versions: SpokenVersions): Trip {
  const refusing = new Set<string>();
  const basePath = `/services/data/v${versions.spoken}`;
  const alone = (request: TripRequest): Promise<Outcome> => {
    if (request.kind === 'path') return connection.get(`${basePath}/${request.path}`);
    return connection.get(`/services/data/v${versionFor(request, versions)}/${queryPath(request)}`);
  };

  async function together(surface: string, queries: readonly QueryRequest[]): Promise<readonly Outcome[]> {
    if (refusing.has(surface)) return Promise.all(queries.map(alone));
    const answer = await connection.post(`${basePath}/${surface}composite`, compositeBody(basePath, queries));
    const outcomes = answer.ok ? compositeOutcomes(answer.body, queries.length) : undefined;
    if (outcomes !== undefined) return outcomes;
    if (answer.ok || !isPassing(answer.failure.errorCode)) refusing.add(surface);
    return Promise.all(queries.map(alone));
  }

  const fitsComposite = (request: TripRequest) =>
    request.kind === 'query' && versionFor(request, versions) === versions.spoken;

  return async (requests) => {
    const outcomes = new Map<TripRequest, Outcome>();
    const loads = [
      ...loadsOf(requests.filter(fitsComposite)).map(async ({ surface, queries }) => {
        const answers = await together(surface, queries);
        for (const [index, query] of queries.entries()) outcomes.set(query, answers[index] ?? unanswered);
      }),
      ...requests
        .filter((request) => !fitsComposite(request))
        .map(async (request) => outcomes.set(request, await alone(request))),
    ];
    await Promise.all(loads);
    return requests.map((request) => outcomes.get(request) ?? unanswered);
  };
}

export interface SpokenVersions {
  readonly spoken: string;
  /** The newest that the org offers. */
  readonly newest: string;
}

function versionFor({ since = '0.0' }: QueryRequest, { spoken, newest }: SpokenVersions): string {
  const [needed, known, most] = [since, spoken, newest].map(Number) as [number, number, number];
  return needed > known && needed <= most ? since : spoken;
}

const queryPath = ({ surface, soql }: QueryRequest) =>
  `${surface === 'tooling' ? 'tooling/' : ''}query?q=${encodeURIComponent(soql)}`;

function loadsOf(requests: readonly TripRequest[]) {
  return (['data', 'tooling'] as const).flatMap((surface) => {
    const queries = requests.filter(
      (request): request is QueryRequest => request.kind === 'query' && request.surface === surface,
    );
    const loads = Math.ceil(queries.length / queriesPerComposite);
    return Array.from({ length: loads }, (_, load) => ({
      surface: surface === 'tooling' ? 'tooling/' : '',
      queries: queries.slice(load * queriesPerComposite, (load + 1) * queriesPerComposite),
    }));
  });
}

const compositeBody = (basePath: string, queries: readonly QueryRequest[]) => ({
  allOrNone: false,
  compositeRequest: queries.map((query, index) => ({
    method: 'GET',
    url: `${basePath}/${queryPath(query)}`,
    referenceId: `q${index}`,
  })),
});

/** Undefined where the answer is no answer to the call as a whole. */
function compositeOutcomes(body: unknown, count: number): readonly Outcome[] | undefined {
  const answers = isObject(body) ? body.compositeResponse : undefined;
  if (!Array.isArray(answers) || answers.length !== count) return undefined;
  return answers.map((answer: unknown): Outcome => {
    if (!isObject(answer)) return unanswered;
    const status = Number(answer.httpStatusCode);
    return status >= 200 && status < 300
      ? { ok: true, body: answer.body }
      : { ok: false, failure: failureIn(answer.body, status) };
  });
}

const isPassing = (errorCode: string) =>
  /^(ERROR_HTTP_(420|429|5\d\d)|SERVER_UNAVAILABLE|UNKNOWN_EXCEPTION)$/.test(errorCode);

const unanswered = failed('NO_ANSWER', 'no answer came');
