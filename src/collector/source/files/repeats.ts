/** Keys of entries, in their order, with the flags of each. */
export interface SeenKeys {
  /** A number for each: a file may have half a million, and a text kept would keep the whole file with it. */
  readonly numbers: number[];
  readonly flags: number[];
  /** The last one, while all came in order. */
  last: string;
  /** Built when one was out of order. */
  index: Map<number, number> | undefined;
}

export const noKeys = (): SeenKeys => ({ numbers: [], flags: [], last: '', index: undefined });

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
  // Of two with one number, which a file of a million keys has once in ten thousand, the first one counts.
  seen.index ??= new Map(
    seen.numbers.map((each, index) => [each, seen.flags[index] ?? 0] as const).toReversed(),
  );
  const number = numberOf(key);
  const earlier = seen.index.get(number);
  if (earlier === undefined) seen.index.set(number, flags);
  return earlier;
}

/** Takes a key that is known to come after all before it, which were in order too. */
export function takeNext(seen: SeenKeys, key: string, flags: number): void {
  seen.last = key;
  seen.numbers.push(numberOf(key));
  seen.flags.push(flags);
}

/** A number of 53 bits for a text: twice FNV-1a, from two starts. What hangs on it is a warning, no right. */
function numberOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
