/** `A, B and C`. */
export const listed = (names: readonly string[]): string => joined(names, 'and');

/** `A, B or C`. */
export const eitherOf = (names: readonly string[]): string => joined(names, 'or');

/** The first few of a list that may be long, and how many more there are: `A, B and C`, `A, B, C and 40 more`. */
export const firstOf = (names: readonly string[], most = 5): string =>
  names.length > most ? cut(names, most) : listed(names);

/** The same for the middle of a sentence, which may go on with another "and": `A, B, C`, `A, B, C and 40 more`. */
export const enumerated = (names: readonly string[], most = 6): string =>
  names.length > most ? cut(names, most) : names.join(', ');

const cut = (names: readonly string[], most: number): string =>
  `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

const joined = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

/** Groups in the order in which their keys come first. */
export function groupedBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
