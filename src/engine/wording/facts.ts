import type { Json } from '../../model/part.ts';
import { enumerated } from '../../plain/lists.ts';
import { sentence } from './phrases.ts';

/** A fact that was read: `Edition: Enterprise Edition.` */
export const factSentence = (about: string, value: Json): string =>
  sentence(`${about}: ${valueWords(value)}`);

function valueWords(value: Json): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  const words = Array.isArray(value)
    ? value.map(valueWords)
    : Object.entries(value).map(([key, inner]) => `${key} ${valueWords(inner)}`);
  return words.length === 0 ? 'none' : enumerated(words, 10);
}
