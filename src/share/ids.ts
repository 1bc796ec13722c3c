/** A key prefix and 12 characters more, with or without the three that say which of them are capitals. */
const id = /^(?=[a-z0-9]*\d)[a-z0-9]{15}(?:[a-z0-9]{3})?$/iu;

export const looksLikeId = (text: string): boolean => id.test(text);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The last three of 18 characters, which say which of the first 15 are capitals (Salesforce Help 000385585). */
export const caseSuffix = (id15: string): string =>
  [0, 5, 10]
    .map((start) =>
      [...id15.slice(start, start + 5)].reduce(
        (sum, character, bit) => sum + (/[A-Z]/u.test(character) ? 2 ** bit : 0),
        0,
      ),
    )
    .map((bits) => alphabet[bits] ?? 'A')
    .join('');

/** What the short and the long form of one Id have in common. A wrong suffix makes it another one. */
export const idKey = (text: string): string =>
  text.length === 18 && text.slice(15) === caseSuffix(text.slice(0, 15)) ? text.slice(0, 15) : text;

/** The stand-in of an Id: the same key prefix and length, and a number. */
export function idStandIn(text: string, number: number): string {
  const short = text.slice(0, 3) + String(number).padStart(12, '0');
  return text.length === 18 ? short + caseSuffix(short) : short;
}
