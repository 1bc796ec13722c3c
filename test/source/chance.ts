/** A whole number from 0 up to, and without, the number of sides. */
export type Chance = (sides: number) => number;

/**
 * A die that always rolls the same for the same seed and subject, so that one drawn number decides every small choice
 * of a layout, and no choice moves when something else is written beside it.
 */
export function chanceFrom(seed: number, about: string): Chance {
  let state = seed | 0;
  for (const unit of about) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  const keyed = list.map((each) => ({ each, key: chance(1_000_000) }));
  return keyed.toSorted((one, other) => one.key - other.key).map(({ each }) => each);
}
