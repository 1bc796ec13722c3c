import type { Gap } from '../../model/part.ts';
import { groupedBy } from '../../plain/lists.ts';
import { asHeading, type Claim, evidencesOf, type Named } from './claim.ts';
import { capitalised, clause, sentence } from './phrases.ts';
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

/**
 * What could not be known, and its reasons, a sentence for all that has the same ones. What it is, is left out where
 * it is all there is, or the reason says so.
 */
export function gapClaims(doubts: readonly Doubt[]): readonly Claim[] {
  const reasons = groupedBy(doubts, ({ gap: { code, message, mend, at } }) =>
    JSON.stringify([code, message, mend, at && placeText(at)]),
  ).map((group) => ({ gap: group[0].gap, things: group.map(({ thing }) => thing) }));
  const alike = groupedBy(reasons, ({ things }) =>
    JSON.stringify(things.map(({ evidence }) => evidence.about)),
  );
  return alike.map((group) => {
    const [{ gap, things }] = group;
    const about = asHeading(things);
    const plain = alike.length === 1 || (group.length === 1 && gap.message.includes(about));
    const whys = group.map((reason) => gapWords(reason.gap)).join('; ');
    return {
      sentence: sentence(`${plain ? 'Not known' : `${capitalised(about)} could not be known`}: ${whys}`),
      about: evidencesOf(group.flatMap((reason) => reason.things)),
      mends: [...new Set(group.flatMap((reason) => reason.gap.mend ?? []))],
    };
  });
}
