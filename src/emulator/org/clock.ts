/** A moment as the API writes it: `2026-11-23T09:30:00.000+0000`. */
export function apiDateTime(moment: string | number): string {
  return new Date(moment).toISOString().replace('Z', '+0000');
}

/** A day as the API writes it: `2026-11-23`. */
export function apiDate(moment: string | number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

const DAY = 86_400_000;

/** When the org was set up: a year before the org's own clock, so that the same description gives the same rows. */
export function setUpAt(now: string): number {
  return Date.parse(now) - 365 * DAY;
}
