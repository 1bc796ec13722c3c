type Key<T> = (item: T) => string | number;

/**
 * A comparison by several keys, the first that differs deciding. Text is compared by code unit, not by
 * locale: the same snapshot must give the same bytes on every machine.
 */
export function by<T>(...keys: readonly Key<T>[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left < right) return -1;
      if (left > right) return 1;
    }
    return 0;
  };
}

/** The items whose key was not seen before, in their order. */
export function distinctBy<T>(items: readonly T[], key: Key<T>): readonly T[] {
  const seen = new Set<string | number>();
  return items.filter((item) => {
    const value = key(item);
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}
