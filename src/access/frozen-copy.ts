/** A copy of plain data, frozen all the way down. The original, and what it shares with others, stays as it is. */
export function frozenCopy<T>(data: T): T {
  const copy = structuredClone(data);
  freeze(copy);
  return copy;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const each of Object.values(value)) freeze(each);
}
