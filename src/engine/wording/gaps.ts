import type { Gap } from '../../model/part.ts';
import { asHeading, type Claim, evidencesOf, type Named } from './claim.ts';
import { capitalised, clause, groupedBy, sentence } from './phrases.ts';

/** Why something could not be known, and what would make it known. */
export function gapSentence(about: string, { message, mend }: Gap): string {
  const why = sentence(`${capitalised(about)} could not be known: ${clause(message)}`);
  return mend === undefined ? why : `${why} ${mendSentence(mend)}`;
}

/** What would make it known, as a sentence. */
export const mendSentence = (mend: string): string => sentence(`To know it: ${clause(mend)}`);

/** Something that could not be known, and one reason. */
export interface Doubt {
  readonly thing: Named;
  readonly gap: Gap;
}

/** A sentence for each reason: with what could not be known because of it, unless there is only one, or it says so. */
export function gapClaims(doubts: readonly Doubt[]): readonly Claim[] {
  const reasons = groupedBy(doubts, ({ gap: { code, message, mend } }) =>
    JSON.stringify([code, message, mend]),
  );
  return reasons.map((group) => {
    const things = group.map(({ thing }) => thing);
    const { gap } = group[0];
    const about = asHeading(things);
    const plain = reasons.length === 1 || gap.message.includes(about);
    return { sentence: plain ? reasonSentence(gap) : gapSentence(about, gap), about: evidencesOf(things) };
  });
}

const reasonSentence = ({ message, mend }: Gap): string =>
  [sentence(`Not known: ${clause(message)}`), ...(mend === undefined ? [] : [mendSentence(mend)])].join(' ');
