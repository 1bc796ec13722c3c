/** What can be said of a right: it is held, it is not, or nothing documented settles it. */
export type Truth = 'granted' | 'denied' | 'unknown';

/** Held if any of these is; a doubt stays a doubt unless another one settles it. None at all: denied. */
export function anyOf(...truths: readonly Truth[]): Truth {
  if (truths.includes('granted')) return 'granted';
  return truths.includes('unknown') ? 'unknown' : 'denied';
}

/** Held if all of these are; one denial settles it, whatever the doubts. */
export function allOf(...truths: readonly Truth[]): Truth {
  if (truths.includes('denied')) return 'denied';
  return truths.includes('unknown') ? 'unknown' : 'granted';
}
