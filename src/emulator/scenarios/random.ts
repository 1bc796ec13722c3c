/** Made-up choices that come out the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
  /** So many different items, in the order of the list. */
  sample<T>(items: readonly T[], count: number): readonly T[];
}

/** Mulberry32: 32 bits of state, quick, and good enough to scatter permissions. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: <T>(items: readonly [T, ...T[]]): T => items[below(items.length)] ?? items[0],
    chance: (percent) => below(100) < percent,
    sample<T>(items: readonly T[], count: number): readonly T[] {
      let wanted = Math.min(count, items.length);
      // Selection sampling: each item is taken with the chance that the rest of the list still has to give.
      return items.filter((_, index) => {
        const taken = below(items.length - index) < wanted;
        if (taken) wanted -= 1;
        return taken;
      });
    },
  };
}
