import type { Gap } from '../../../model/part.ts';
import type { Failure } from './outcome.ts';
import type { Read } from './read.ts';
import type { TripRequest } from './trip-request.ts';

const asked = (request: TripRequest) => (request.kind === 'query' ? request.soql : request.path);

/** The org refused: what was asked, its code, and what would mend it. */
export function failureGap({ part, mend }: Read, request: TripRequest, failure?: Failure): Gap {
  const { errorCode, message } = failure ?? { errorCode: 'NO_ANSWER', message: 'no answer came' };
  const passing = /^(ERROR_HTTP_(420|429|5\d\d)|SERVER_UNAVAILABLE|QUERY_TIMEOUT|UNKNOWN_EXCEPTION)$/.test(
    errorCode,
  );
  const advice = passing ? 'try again later' : mend;
  return {
    code: 'query-failed',
    message: `The org refused to tell ${part}: ${gist(message)}`,
    query: asked(request),
    errorCode,
    ...(advice !== undefined && { mend: advice }),
  };
}

export const strangeAnswer = ({ part }: Read, request: TripRequest): Gap => ({
  code: 'query-failed',
  message: `The org's answer about ${part} has not the shape that Salesforce documents`,
  query: asked(request),
});

/** Salesforce says how many rows there are; fewer (or more) came (docs/salesforce.md, trap 8). */
export const shortRead = ({ part }: Read, soql: string, came: number, expected: number): Gap => ({
  code: 'short-read',
  message: `${came} of ${expected} rows of ${part} came`,
  query: soql,
  mend: 'try again; if it comes again, something on the way to the org cuts answers short',
});

/**
 * What a refusal says, without the excerpt of the query with a mark under it that Salesforce puts before it,
 * and without the advice about custom objects that it puts behind.
 */
function gist(message: string): string {
  const said = message.split(/ERROR at Row:\d+:Column:\d+/).at(-1) ?? message;
  return said
    .replace(/ If you are attempting to use a custom [\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}
