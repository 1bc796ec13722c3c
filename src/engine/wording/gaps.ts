import type { Gap } from '../../model/part.ts';
import { asHeading, type Claim, evidencesOf, type Named } from './claim.ts';
import { capitalised, clause, groupedBy, sentence } from './phrases.ts';
import { inParentheses, placeText } from './places.ts';

/** Why something could not be known. */
export const gapSentence = (about: string, gap: Gap): string =>
  sentence(`${capitalised(about)} could not be known: ${gapWords(gap)}`);

/** What happened, as a clause, and where, unless it says so itself. */
export function gapWords({ message, at }: Gap): string {
  const place = at === undefined ? '' : placeText(at);
  return message.includes(place) ? clause(message) : `${clause(message)}${inParentheses(place)}`;
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
  const reasons = groupedBy(doubts, ({ gap: { code, message, mend, at } }) =>
    JSON.stringify([code, message, mend, at && placeText(at)]),
  );
  return reasons.map((group) => {
    const things = group.map(({ thing }) => thing);
    const { gap } = group[0];
    const about = asHeading(things);
    const plain = reasons.length === 1 || gap.message.includes(about);
    const why = plain ? sentence(`Not known: ${gapWords(gap)}`) : gapSentence(about, gap);
    return { sentence: why, about: evidencesOf(things), ...(gap.mend !== undefined && { mend: gap.mend }) };
  });
}
