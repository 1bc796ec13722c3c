/** Keys of entries, in their order, with the flags of each. */
export interface SeenKeys {
  readonly keys: string[];
  readonly flags: number[];
  /** The last one, while all came in order. */
  last: string;
  /** Built when one was out of order. */
  index: Map<string, number> | undefined;
}

export const noKeys = (): SeenKeys => ({ keys: [], flags: [], last: '', index: undefined });

/**
 * Takes the key of an entry; gives the flags of the first one that had the same key, undefined where there was none.
 * Files written by Salesforce are nearly in order, and while they are, no key can come again: looking keys up begins
 * with the first that is out of order.
 */
export function repeated(seen: SeenKeys, key: string, flags: number): number | undefined {
  if (seen.index === undefined && key > seen.last) {
    takeNext(seen, key, flags);
    return undefined;
  }
  seen.index ??= new Map(seen.keys.map((each, index) => [each, seen.flags[index] ?? 0]));
  const earlier = seen.index.get(key);
  if (earlier === undefined) seen.index.set(key, flags);
  return earlier;
}

/** Takes a key that is known to come after all before it, which were in order too. */
export function takeNext(seen: SeenKeys, key: string, flags: number): void {
  seen.last = key;
  seen.keys.push(key);
  seen.flags.push(flags);
}
