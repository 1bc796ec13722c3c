import type { Json } from '../model/part.ts';

/** Raw in JSON they are legal, and on a terminal or in an editor they move the cursor or turn the line round. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * JSON to print or keep: two spaces a level, a line break at the end, and every invisible character inside a
 * string written as its escape. Reading it back gives the same value.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(unsafe, (found) => (found === '\n' ? found : unicodeEscapes(found)))}\n`;
}

/** `\u` escapes of the UTF-16 code units, as JSON wants them. */
const unicodeEscapes = (found: string): string =>
  Array.from({ length: found.length }, (_, unit) => found.charCodeAt(unit))
    .map((code) => `\\u${code.toString(16).padStart(4, '0')}`)
    .join('');

/**
 * The same value with the keys of every object in one order: first those of `order`, as they stand there, then
 * the others by code unit. So equal values give equal text, whoever built them.
 */
export function inKeyOrder(value: unknown, order: readonly string[]): Json {
  const rank = new Map(order.map((key, index) => [key, index]));
  const place = (key: string) => rank.get(key) ?? order.length;
  const sorted = (inner: unknown): Json => {
    if (Array.isArray(inner)) return inner.map(sorted);
    if (inner === null || typeof inner !== 'object') return inner as Json;
    const entries = Object.entries(inner).filter(([, part]) => part !== undefined);
    entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
  };
  return sorted(value);
}
