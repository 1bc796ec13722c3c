import type { Json } from '../model/part.ts';
import { shownText } from '../plain/shown-text.ts';

/** A value in words, or null where it must not be shown. */
export type Show = (value: Json | undefined) => string | null;

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'an object',
  array: 'a list',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

export function typeWords(types: unknown): string {
  const names = [types].flat().map((type) => typeNames[String(type)] ?? String(type));
  return [...new Set(names)].join(' or ');
}

/** Whether a value of one of these types is a single one. */
export const isScalar = (types: unknown): boolean =>
  [types].flat().every((type) => type !== 'object' && type !== 'array');

/** What sort of value it is, without the value. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return kind === 'boolean' ? String(value) : typeWords(kind);
}

export function shownValue(value: Json | undefined): string {
  if (value === undefined || (value !== null && typeof value === 'object')) return kindOf(value);
  return typeof value === 'string' ? `the text "${shownText(value)}"` : JSON.stringify(value);
}

/** Older YAML took these for true and false, and many people still write them. */
const switches: Readonly<Record<string, boolean>> = {
  ...{ on: true, yes: true, y: true, true: true },
  ...{ off: false, no: false, n: false, false: false },
};

/** What to write instead, where a value of another type was plainly meant to be the right one. */
export function wantedWords(types: unknown, value: Json | undefined): string {
  const wanted = [types].flat();
  if (wanted.includes('string') && ['number', 'boolean'].includes(typeof value)) return '; put it in quotes';
  if (!wanted.includes('boolean') || typeof value !== 'string') return '';
  const word = value.toLowerCase();
  return Object.hasOwn(switches, word) ? `; write ${switches[word]}` : '';
}
