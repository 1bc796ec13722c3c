/** Takes the keys of entries one by one; gives the flags that an earlier entry of the same key had. */
export type Repeats = (key: string, flags: number) => number | undefined;

/**
 * Finds entries that are there twice. Files written by Salesforce are nearly in order, and while they are, no key
 * can come again: looking one up begins with the first that is out of order.
 */
export function findRepeats(): Repeats {
  const keys: string[] = [];
  const flags: number[] = [];
  let last = '';
  let seen: Map<string, number> | undefined;
  return (key, flag) => {
    if (seen === undefined && key > last) {
      last = key;
      keys.push(key);
      flags.push(flag);
      return undefined;
    }
    seen ??= new Map(keys.map((each, index) => [each, flags[index] ?? 0]));
    const earlier = seen.get(key);
    seen.set(key, (earlier ?? 0) | flag);
    return earlier;
  };
}
