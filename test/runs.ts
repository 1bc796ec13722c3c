import * as fc from 'fast-check';

const { SYNCGATE_RUNS: asked = '1' } = process.env;

/** How many times as often as usual properties are tried: a nightly run, or whoever doubts, sets `SYNCGATE_RUNS`. */
export const timesAsOften = Number(asked);

// Tried no times, everything would hold.
if (!(timesAsOften > 0 && timesAsOften <= 10_000))
  throw new Error(
    `SYNCGATE_RUNS is '${asked}': say how many times as often to try, more than 0, at most 10000`,
  );

/** How often a property is tried: a number, not a time, so that a busy machine looks at as much as an idle one. */
export const runs = (number: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(number * timesAsOften),
});

/** So often, and the first few of them always the same: what a test counts on meeting among these it always meets. */
export function runsMeeting<Values>(
  property: fc.IRawProperty<Values>,
  number: number,
  same: number,
  seed = 1,
): { readonly numRuns: number; readonly examples: Values[] } {
  const { numRuns } = runs(number);
  return { numRuns: Math.max(numRuns, same), examples: fc.sample(property, { seed, numRuns: same }) };
}
