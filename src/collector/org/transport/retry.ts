import type { RawAnswer } from './send.ts';
import { BrokenConnection } from './send.ts';

export interface RetrySettings {
  /** How often one request is tried again; default 3. */
  readonly retries?: number | undefined;
  /** Waits between tries; injected, so that tests need not. */
  readonly wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Answers that another try may change: overloaded, restarting, or too many requests at once. */
const passing = [420, 429, 500, 502, 503, 504];

const firstWaitMs = 500;

/**
 * Tries again where the answer or the broken connection may be a passing trouble, waiting 0.5, 1, 2 … seconds
 * in between. Everything syncgate sends is a read, so everything may be sent again.
 */
export async function withRetries(
  attempt: () => Promise<RawAnswer>,
  { retries = 3, wait = pause, signal }: RetrySettings,
): Promise<RawAnswer> {
  for (let tries = 0; ; tries += 1) {
    const last = tries >= retries || signal?.aborted === true;
    try {
      const answer = await attempt();
      if (last || !passing.includes(answer.status)) return answer;
    } catch (error) {
      if (last || !(error instanceof BrokenConnection)) throw error;
    }
    await wait(firstWaitMs * 2 ** tries, signal);
  }
}

/** Ends early, without an error, when the signal does: the next attempt says so. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end);
  });
}
