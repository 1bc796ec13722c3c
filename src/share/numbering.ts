import { type Family, type Form, templates } from './families.ts';
import { type Chance, shuffled } from './seeded.ts';

/** So many numbers in a row that are not free: the org itself has names such as these. */
const tooMany = 1_000;
/** From here on numbers are written with one `r` more before them. */
const round = 1_000_000;
/** After so many rounds somebody names things so that no number is free. */
const lastRound = 20;

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
  let passedOver = 0;
  for (const thing of shuffled(things, chance)) {
    number += 1;
    while (!isFree(number)) {
      passedOver += 1;
      number = passedOver % tooMany === 0 ? (Math.floor(number / round) + 1) * round + 1 : number + 1;
    }
    numbers.set(thing, number);
  }
  return numbers;
}

/** Whether to be content with any number that is not the very same as something that is there. */
export const isLastResort = (number: number): boolean => number > lastRound * round;

export const plainStandIn = (family: Family, form: Form, number: number): string =>
  templates[family][form].replace('#', 'r'.repeat(Math.floor(number / round)) + String(number % round));

/** The number in a stand-in as `plainStandIn` makes it, in whatever case; null where it is none. */
export function numberIn(family: Family, form: Form, standIn: string): number | null {
  const [before = '', after = ''] = templates[family][form].toLowerCase().split('#');
  const text = standIn.toLowerCase();
  const at = text.lastIndexOf(before);
  const [whole, rounds = '', digits] =
    (at < 0 ? null : /^(r*)(\d+)/u.exec(text.slice(at + before.length))) ?? [];
  return whole !== undefined && text.slice(at + before.length + whole.length).startsWith(after)
    ? rounds.length * round + Number(digits)
    : null;
}
