/** Freezes plain data all the way down and gives it back; what is frozen already is not walked again. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/**
 * A copy, frozen all the way down. The original, and what it shares with others, stays as it is; what is frozen already
 * needs no copy, and what is one thing stays one thing.
 */
export function frozenCopy<T>(data: T): T {
  const copies = new Map<object, object>();
  const copied = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
      ? value.map(copied)
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
    copies.set(value, Object.freeze(copy));
    return copy;
  };
  return copied(data) as T;
}
