/** Keys of entries of one kind in a file, as far as it takes to know one that comes again. */
export interface SeenKeys {
  /** The last one: while each comes after it, none can come again, and none is kept. */
  last: string;
  /** All of them with the flags of the first of each, by a number for each; null while they are in order. */
  readonly all: Map<number, number> | null;
}

/** An entry stands out of order: the file is to be read again, with all keys kept. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder';
}

/** @param inOrder whether to count on it, as for files written by Salesforce. */
export const noKeys = (inOrder: boolean): SeenKeys => ({ last: '', all: inOrder ? null : new Map() });

/**
 * Takes the key of an entry; gives the flags of the first one that had the same key, undefined where there was none.
 * @throws OutOfOrder where that was counted on, and this one is not.
 */
export function repeated(seen: SeenKeys, key: string, flags: number): number | undefined {
  if (seen.all === null) {
    if (!comesAfter(key, seen.last)) throw new OutOfOrder();
    seen.last = key;
    return undefined;
  }
  // Of a million keys two have one number in one file of ten thousand: the second one is warned of in vain.
  const number = numberOf(key);
  const earlier = seen.all.get(number);
  if (earlier === undefined) seen.all.set(number, flags);
  return earlier;
}

/**
 * Whether a name stands behind another in the order of Salesforce, which knows no case: `Picture_IMG__c` behind
 * `Picture__c`. Both begin with the same `alike` characters.
 */
export function comesAfter(name: string, other: string, alike = 0): boolean {
  const length = Math.min(name.length, other.length);
  for (let index = alike; index < length; index += 1) {
    const difference = lower(name.charCodeAt(index)) - lower(other.charCodeAt(index));
    if (difference !== 0) return difference > 0;
  }
  return name.length > other.length;
}

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** A number of 53 bits for a name, which kept would keep the whole file in memory: FNV-1a from two starts. */
function numberOf(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let index = 0; index < name.length; index += 1) {
    const code = lower(name.charCodeAt(index));
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
