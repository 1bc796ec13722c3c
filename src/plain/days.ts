/** The day of an ISO 8601 time, as it is written there: `2026-10-01`. */
export const dayOf = (time: string): string => time.slice(0, 10);

/** Whole days from one day to another, YYYY-MM-DD; negative where the other comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
