/** What the emulator has been asked so far; `GET /emulator/stats` answers it. */
export interface EmulatorStats {
  /** HTTP requests, whatever became of them. */
  readonly requests: number;
  /** Calls that count against the org's daily limit: not the token, user info and version list. */
  readonly apiCalls: number;
  /** Longest chain of requests of which each was sent after the one before was answered. */
  readonly roundTrips: number;
  /** Requests and subrequests that would have changed something. */
  readonly refusedWrites: number;
}

export interface Traffic {
  /** Notes that a request came in; the answer is called when it is fully answered. */
  arrive(): () => void;
  countApiCalls(calls: number): void;
  countRefusedWrite(): void;
  stats(): EmulatorStats;
}

/**
 * Counts requests and how deep they are nested in time: a request's depth is one more than the largest
 * depth among the requests fully answered before it arrived, and the largest depth is the round trips.
 */
export function createTraffic(): Traffic {
  let requests = 0;
  let apiCalls = 0;
  let refusedWrites = 0;
  let roundTrips = 0;
  let deepestAnswered = 0;
  return {
    arrive() {
      const depth = deepestAnswered + 1;
      requests += 1;
      roundTrips = Math.max(roundTrips, depth);
      return () => {
        deepestAnswered = Math.max(deepestAnswered, depth);
      };
    },
    countApiCalls(calls) {
      apiCalls += calls;
    },
    countRefusedWrite() {
      refusedWrites += 1;
    },
    stats: () => ({ requests, apiCalls, roundTrips, refusedWrites }),
  };
}
