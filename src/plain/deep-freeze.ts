/** Freezes plain data all the way down and gives it back; what is frozen already is not walked again. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** A copy, frozen all the way down. The original, and what it shares with others, stays as it is. */
export function frozenCopy<T>(data: T): T {
  return deepFreeze(structuredClone(data));
}
