import type { Gap, Json } from '../../model/part.ts';
import { clause, listed, sentence } from './phrases.ts';

/** Why something could not be known, and what would make it known. */
export function gapSentence(about: string, { message, mend }: Gap): string {
  const why = sentence(`${about} could not be known: ${clause(message)}`);
  return mend === undefined ? why : `${why} ${mendSentence(mend)}`;
}

/** What would make it known, as a sentence. */
export const mendSentence = (mend: string): string => sentence(`To know it: ${clause(mend)}`);

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
  return words.length === 0 ? 'none' : listed(words, 10);
}
