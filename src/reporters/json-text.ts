import type { Json } from '../model/part.ts';

/** Raw in JSON they are legal, and on a terminal or in an editor they move the cursor or turn the line round. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * JSON to print or keep: two spaces a level, a line break at the end, and every invisible character inside a
 * string written as its escape. Reading it back gives the same value.
 */
export const jsonText = (value: unknown): string => visible(JSON.stringify(value, null, 2));

/** The same, with everything on one line that fits there: less than half the size, and as easy to compare. */
export const foldedJsonText = (value: Json): string => visible(folded(value, ''));

const visible = (text: string): string =>
  `${text.replace(unsafe, (found) => (found === '\n' ? found : unicodeEscapes(found)))}\n`;

const foldedWidth = 120;

function folded(value: Json, margin: string): string {
  const line = JSON.stringify(value);
  if (value === null || typeof value !== 'object' || margin.length + line.length <= foldedWidth) return line;
  const inner = `${margin} `;
  const [open, close, items] = Array.isArray(value)
    ? ['[', ']', value.map((item: Json) => folded(item, inner))]
    : [
        '{',
        '}',
        Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${folded(item, inner)}`),
      ];
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${margin}${close}`;
}

/** `\u` escapes of the UTF-16 code units, as JSON wants them. */
const unicodeEscapes = (found: string): string =>
  Array.from({ length: found.length }, (_, unit) => found.charCodeAt(unit))
    .map((code) => `\\u${code.toString(16).padStart(4, '0')}`)
    .join('');

/** Orders of keys, by the property an object stands under; under `''`, for every other object. */
export type KeyOrders = Readonly<Record<string, readonly string[]>>;

/**
 * The same value with the keys of every object in one order: first those of its order, as they stand there, then
 * the others by code unit. So equal values give equal text, whoever built them.
 */
export function inKeyOrder(value: unknown, orders: KeyOrders, under = ''): Json {
  if (Array.isArray(value)) return value.map((inner) => inKeyOrder(inner, orders, under));
  if (value === null || typeof value !== 'object') return value as Json;
  const order = (Object.hasOwn(orders, under) ? orders[under] : orders['']) ?? [];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inKeyOrder(inner, orders, key)]),
  );
}
