/** The words of a label: without regard to case, spaces and punctuation. */
export function wordsOf(label: string): readonly string[] {
  return label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A label as people read it: its letters and digits in order. */
export function plain(label: string): string {
  return wordsOf(label).join('');
}

/**
 * A label without what the vendor's page and the package write now and then: the prefix "InsideView" and the
 * word "Company". "Company" stays where it alone tells the label from others: "Company Id" is not "Id".
 */
export function bare(label: string): string {
  const words = wordsOf(label).filter((word, position) => !(position === 0 && word === 'insideview'));
  const rest = words.filter((word) => word !== 'company');
  return (rest.length > 1 ? rest : words).join('');
}

export function mentionsInsideView(text: string): boolean {
  return plain(text).includes('insideview');
}

/** The package namespace of an API name, such as `iv` of `iv__Account__c`; null where it has none. */
export function namespaceOf(name: string): string | null {
  return /^([a-z0-9_]+?)__.+__[a-z]+$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** How alike two texts are, from 0 to 1: the share of letter pairs they have in common (Dice). */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const total = left.length + right.length;
  if (total === 0) return 0;
  const rest = new Map<string, number>();
  for (const pair of right) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of left) {
    const count = rest.get(pair) ?? 0;
    if (count > 0) common += 1;
    rest.set(pair, count - 1);
  }
  return (2 * common) / total;
}

function pairsOf(text: string): readonly string[] {
  const letters = plain(text);
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, start) =>
    letters.slice(start, start + 2),
  );
}
