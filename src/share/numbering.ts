import { type Family, type Form, templates } from './families.ts';
import { type Chance, shuffled } from './seeded.ts';

/**
 * A number for each thing, in an order that tells nothing of what they are called or where they stood. Numbers that
 * are not free are passed over.
 */
export function numbered<T>(
  things: readonly T[],
  isFree: (number: number) => boolean,
  chance: Chance,
): ReadonlyMap<T, number> {
  const numbers = new Map<T, number>();
  let number = 0;
  for (const thing of shuffled(things, chance)) {
    number += 1;
    while (!isFree(number)) number += 1;
    numbers.set(thing, number);
  }
  return numbers;
}

export const plainStandIn = (family: Family, form: Form, number: number): string =>
  templates[family][form].replace('#', String(number));

/** The number in a stand-in as `plainStandIn` makes it, in whatever case; null where it is none. */
export function numberIn(family: Family, form: Form, standIn: string): number | null {
  const [before = '', after = ''] = templates[family][form].toLowerCase().split('#');
  const text = standIn.toLowerCase();
  const at = text.lastIndexOf(before);
  const digits = at < 0 ? null : /^\d+/u.exec(text.slice(at + before.length));
  return digits !== null && text.slice(at + before.length + digits[0].length).startsWith(after)
    ? Number(digits[0])
    : null;
}
