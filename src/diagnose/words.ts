/** Words that tell nothing of what a text is about. */
const idle = new Set(
  (
    'the and for are was were has have had not but with from this that they them their our your you his her its who ' +
    'when what which where why how since until all any some none more most than then there here into onto out off ' +
    'over under about after before again only also been being does did done doing can could would should will shall ' +
    'may might must just now ever never every each other another one two on in at by of to is it we us as an if or ' +
    'so be do no up my me he she anymore anyone somebody nobody everything something nothing please help thanks ' +
    'hello day days week weeks month year today yesterday monday tuesday wednesday thursday friday saturday sunday ' +
    'stay stays lose loses lost go goes gone come comes work works working fail fails failed wrong sync syncs user users ' +
    'salesforce demandbase integration would permission granted field fields record records set sets profile does'
  ).split(' '),
);

/** The telling words of a text in their simplest form, so that `hierarchies` is `hierarchy` and `logging`, `log`. */
export function stemsOf(text: string): readonly string[] {
  return tellingWords(text).map(stemOf);
}

/** The same for what people wrote about a vendor's product, without the words that are in every such text. */
export const topicStems = (text: string): readonly string[] =>
  tellingWords(text)
    .filter((word) => !idle.has(word))
    .map(stemOf);

const glue = new Set(
  'the and for are was that this with when from our your you they on in at by of to is it we a an'.split(' '),
);

const tellingWords = (text: string): readonly string[] =>
  (
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]{2,40}/g) ?? []
  ).filter((word) => !glue.has(word));

function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 6 && /([bdgmnpt])\1ing$/.test(word)) return word.slice(0, -4);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}
