import { type Answer, plainText, refusal } from './answer.ts';
import { type ApiRequest, isObject } from './request.ts';

interface Matching {
  /**
   * Held against `METHOD path`, followed by a space and the SOQL where the request carries one:
   * `GET /services/data/v67.0/query SELECT Id FROM User`. A string matches anywhere in it.
   */
  readonly match: string | RegExp;
  /** How often the fault strikes; default: always. */
  readonly times?: number;
}

/**
 * Something that goes wrong on purpose, for tests: a refusal, a page shorter than it claims, a column
 * that is not there, an answer that is no JSON, or a connection that breaks.
 */
export type Fault = Matching &
  (
    | { readonly status: number; readonly errorCode: string; readonly message: string }
    /** Keeps back so many of the last records, yet says `done` and leaves `totalSize` as it was. */
    | { readonly shortPage: number }
    /** Leaves the column out of every record; a dot goes into a relationship. */
    | { readonly dropColumn: string }
    | { readonly status: number; readonly html: string }
    | { readonly hangUp: true }
  );

/** The first fault that strikes this request, if any; using it up where it says how often. */
export type FaultPicker = (request: ApiRequest) => Fault | undefined;

export function createFaults(faults: readonly Fault[]): FaultPicker {
  const armed = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  return (request) => {
    const target = faultTarget(request);
    const hit = armed.find(({ fault, left }) => left > 0 && matches(fault.match, target));
    if (hit === undefined) return undefined;
    hit.left -= 1;
    return hit.fault;
  };
}

/** Answers with the fault instead of, or on top of, what the org would have said. */
export function applyFault(fault: Fault, answer: () => Answer): Answer {
  if ('errorCode' in fault) return refusal(fault.status, fault.errorCode, fault.message);
  if ('html' in fault) return plainText(fault.status, fault.html);
  if ('shortPage' in fault) return withhold(answer(), fault.shortPage);
  if ('dropColumn' in fault) return dropColumn(answer(), fault.dropColumn.split('.'));
  return { ...answer(), hangUp: true };
}

function faultTarget({ method, path, parameters }: ApiRequest): string {
  const soql = parameters.get('q');
  return soql === null ? `${method} ${path}` : `${method} ${path} ${soql}`;
}

// A regular expression with the `g` flag keeps a position between calls; search() starts afresh.
const matches = (match: string | RegExp, target: string) =>
  typeof match === 'string' ? target.includes(match) : target.search(match) >= 0;

function withhold(answer: Answer, count: number): Answer {
  const { body } = answer;
  if (!isObject(body) || !Array.isArray(body.records)) return answer;
  const { nextRecordsUrl: _, ...rest } = body;
  return { ...answer, body: { ...rest, done: true, records: body.records.slice(0, -count) } };
}

function dropColumn(answer: Answer, path: readonly string[]): Answer {
  const { body } = answer;
  if (!isObject(body) || !Array.isArray(body.records)) return answer;
  return { ...answer, body: { ...body, records: body.records.map((record) => without(record, path)) } };
}

function without(record: unknown, [head, ...rest]: readonly string[]): unknown {
  if (!isObject(record) || head === undefined) return record;
  if (rest.length > 0) return { ...record, [head]: without(record[head], rest) };
  const { [head]: _, ...others } = record;
  return others;
}
