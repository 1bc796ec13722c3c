import type { Result } from '../model/report.ts';

/** What a result rests on, each sentence once: several rights often come from the same grant. */
export const grounds = ({ evidence, message }: Result): readonly string[] =>
  [...new Set(evidence.flatMap(({ text }) => text.split('\n')))].filter((text) => text !== message);

/** The nearest ways to mend it that its grounds have not told already. */
export function nearestWays(result: Result): readonly string[] {
  const told = grounds(result);
  return (result.remedy?.nearest ?? []).filter((way) => !told.some((text) => text.includes(way)));
}

/** What begins a way that mends nothing and would make known what is not. */
export const toKnow = 'To know it: ';

/** The same as sentences that stand by themselves. */
export const mendSentences = (result: Result): readonly string[] =>
  nearestWays(result).map((way) => (way.startsWith('To ') ? way : `To mend it: ${way}`));

/** What a message begins with where nothing was found out. */
export const opening = ({ verdict }: Result): string =>
  verdict === 'inconclusive' ? 'Could not be known: ' : verdict === 'error' ? 'Could not be checked: ' : '';
