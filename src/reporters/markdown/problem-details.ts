import type { Result, ResultSource } from '../../model/report.ts';
import { baselineSentence, standing } from '../baseline-words.ts';
import { grounds, nearestWays } from '../grounds.ts';
import { levelWords } from '../level-words.ts';
import { placeText } from '../place-text.ts';
import { resultMark } from '../result-mark.ts';
import { inert, inertHtml } from './inert.ts';

/** One result folded: what was found, on what grounds, how to mend it in Lightning Experience, and who asks for it. */
export function problemDetails(result: Result, name: string): string {
  const { at, waiver, remedy, message, title, why } = result;
  const change = levelWords(result);
  const before = baselineSentence(result);
  const head = `${resultMark(result).text}${standing(result)} ${name}: ${title}`;
  const facts = [
    ...grounds(result),
    ...(at === null ? [] : [`At ${placeText(at)}`]),
    ...(change === null ? [] : [`Level ${change}`]),
    ...(before === null ? [] : [`Baseline ${before}`]),
    ...(waiver === null ? [] : [`Waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`]),
  ];
  const blocks = [
    `<details>\n<summary>${inertHtml(head)}</summary>`,
    inert(message),
    facts.map((text) => `- ${inert(text)}`).join('\n'),
    list('To mend it:', nearestWays(result)),
    list('In Setup (Lightning Experience):', remedy?.setup.lightning ?? []),
    [`Why: ${inert(why)}`, ...askedBy(result.source)].join(' '),
    '</details>',
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const list = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : [title, '', ...items.map((item, index) => `${index + 1}. ${inert(item)}`)].join('\n');

/** A link to the vendor's page, and where on it. */
function askedBy({ page, section }: ResultSource): readonly string[] {
  if (page === null) return ['Asked for by syncgate itself.'];
  const title = inert(page.title) || 'the page';
  const where = section === null ? '' : `, ${inert(section)}`;
  return [`Asked for by ${isAddress(page.url) ? `[${title}](<${destination(page.url)}>)` : title}${where}.`];
}

const isAddress = (url: string): boolean => /^https?:\/\/\S+$/.test(url) && url.isWellFormed();

/** A link destination in angle brackets: without either of them, a backslash or an entity. */
const destination = (url: string): string => encodeURI(url).replaceAll('&', '&amp;');
