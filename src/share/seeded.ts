/** Numbers from 0 up to 1, the same for the same seed. */
export type Chance = () => number;

/** @param seed 32 hexadecimal digits: 128 bits, so that nobody tries them all. */
export function chanceOf(seed: string): Chance {
  let [a = 1, b = 2, c = 3, d = 4] = Array.from(seed.matchAll(/[0-9a-f]{8}/giu), ([part]) =>
    Number.parseInt(part, 16),
  );
  /** Chris Doty-Humphrey's sfc32: 128 bits of state, which no order gives away. */
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** The items in an order that tells nothing of where they stood (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}
