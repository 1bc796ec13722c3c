import type { OrgCost } from '../../../model/snapshot.ts';
import type { OutgoingRequest } from './guard.ts';
import type { RawAnswer } from './send.ts';

/** Counts what the reading costs, and listens to the org's clock. */
export interface Meter {
  /** Notes a request that is being sent; call the result when its answer has come, or failed to. */
  sending(request: OutgoingRequest): (answer?: RawAnswer) => void;
  cost(): OrgCost;
  /** The latest `Date` header, ISO 8601 UTC; null before the first. */
  orgTime(): string | null;
}

/**
 * A request's depth is one more than the greatest depth already answered when it is sent; the greatest of
 * all is the number of sequential round trips.
 */
export function createMeter(): Meter {
  let apiCalls = 0;
  let roundTrips = 0;
  let answered = 0;
  let time: string | null = null;
  return {
    sending(request) {
      const depth = answered + 1;
      roundTrips = Math.max(roundTrips, depth);
      apiCalls += countedCalls(request);
      return (answer) => {
        answered = Math.max(answered, depth);
        time = isoTime(answer?.headers.date) ?? time;
      };
    },
    cost: () => ({ roundTrips, apiCalls }),
    orgTime: () => time,
  };
}

/**
 * What Salesforce counts against the daily limit: a composite call as one, a batch as many as it carries,
 * the token, the user info and the list of versions not at all (REST API guide, Composite and Batch).
 */
function countedCalls({ url, body }: OutgoingRequest): number {
  const { pathname } = new URL(url);
  if (/^\/services\/(oauth2\/|data\/?$)/.test(pathname)) return 0;
  if (!pathname.endsWith('/composite/batch')) return 1;
  const { batchRequests } = JSON.parse(body ?? '{}') as { batchRequests?: readonly unknown[] };
  return batchRequests?.length ?? 0;
}

function isoTime(header: string | undefined): string | undefined {
  const milliseconds = Date.parse(header ?? '');
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
