import type { Leaf } from '../xml/read-xml.ts';

/** What a boolean says: nothing, true, false, or what is neither. The last is the first two together. */
export const missing = 0;
export const yes = 1;
export const no = 2;
export const odd = 3;
export type Flag = typeof missing | typeof yes | typeof no | typeof odd;

/** XML Schema's booleans, with white space around them. */
export function flagIn(text: string): Flag {
  if (text === 'true') return yes;
  if (text === 'false') return no;
  switch (text.trim()) {
    case 'true':
    case '1':
      return yes;
    case 'false':
    case '0':
      return no;
    default:
      return odd;
  }
}

/** The flags of an entry in one number, two bits for each name; a flag that is there both ways is odd. */
export function flagsIn(leaves: readonly Leaf[], names: readonly string[]): number {
  let mask = 0;
  for (const { name, text } of leaves) {
    for (let index = 0; index < names.length; index += 1) {
      if (names[index] === name) mask |= flagIn(text) << (2 * index);
    }
  }
  return mask;
}

export const flagAt = (mask: number, index: number): Flag => ((mask >> (2 * index)) & 3) as Flag;

const lowBits = 0x5555;

export const hasOdd = (mask: number): boolean => (mask & (mask >> 1) & lowBits) !== 0;

/** Those that are true. */
export const trueOnes = (mask: number): number => mask & ~(mask >> 1) & lowBits;

/** The text of the leaf that names what the entry is about; empty where there is none, or several that differ. */
export function nameIn(leaves: readonly Leaf[], leaf: string): string {
  let found = '';
  for (const { name, text } of leaves) {
    if (name !== leaf) continue;
    if (found !== '' && found !== text) return '';
    found = text;
  }
  return isPadded(found) ? found.trim() : found;
}

const isPadded = (text: string): boolean =>
  text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32;
