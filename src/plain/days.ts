/** The day of an ISO 8601 time, as it is written there: `2026-10-01`. */
export const dayOf = (time: string): string => time.slice(0, 10);
