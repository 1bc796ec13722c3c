/** Compares by UTF-16 code units: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted and without duplicates. */
export const sortedUnique = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort(byText);

/** Plain data, each once, in the order in which it first comes. */
export function distinct<T>(items: readonly T[]): readonly T[] {
  const seen = new Map(items.toReversed().map((item) => [JSON.stringify(item), item]));
  return [...seen.values()].toReversed();
}
