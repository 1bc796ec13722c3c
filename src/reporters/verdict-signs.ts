import type { RunVerdict } from '../model/timeline.ts';
import type { Style } from './paint.ts';

/** A sign that needs no colour, and what it means. */
export type Sign = readonly [sign: string, word: string, style: Style];

const signs: Readonly<Record<RunVerdict['verdict'], Sign>> = {
  pass: ['✔', 'pass', 'green'],
  fail: ['✖', 'fail', 'red'],
  inconclusive: ['?', 'inconclusive', 'yellow'],
  error: ['!', 'error', 'yellow'],
  'not-applicable': ['-', 'not applicable', 'dim'],
};
const waivedSign: Sign = ['~', 'waived', 'dim'];
/** Where a run did not ask for a requirement. */
export const notAsked = '·';

export const signOf = ({ verdict, waived }: RunVerdict): Sign => (waived ? waivedSign : signs[verdict]);

/** What each sign means. */
export const legend = [...Object.values(signs), waivedSign, [notAsked, 'not asked']]
  .map(([sign, word]) => `${sign} ${word}`)
  .join(', ');
