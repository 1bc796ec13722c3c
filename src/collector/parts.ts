import type { Gap, Part } from '../model/part.ts';

export const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });
export const unavailable = (reason: Gap): Part<never> => ({ status: 'unavailable', reason });

/** Nobody needs it, so it was not asked for. */
export const notCollected = (what: string): Part<never> =>
  unavailable({
    code: 'not-collected',
    message: `No requirement asked for ${what}, so nothing of it was read`,
  });
