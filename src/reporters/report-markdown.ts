import type { Report, Result } from '../model/report.ts';
import { encoded } from '../plain/file-uri.ts';
import { placeName } from '../salesforce/place-name.ts';
import { numberText } from './amounts.ts';
import { standing } from './baseline-words.ts';
import { closingLine } from './closing-line.ts';
import { fitted, type Section } from './markdown/fitted.ts';
import { inert } from './markdown/inert.ts';
import { problemDetails } from './markdown/problem-details.ts';
import { namesText } from './names-text.ts';
import { placeTitle } from './place-title.ts';
import { isProblem, resultMark, worstFirst } from './result-mark.ts';
import { subjectName } from './subject-name.ts';
import { terminalText } from './terminal-text.ts';
import { timeText } from './time-text.ts';
import { verdictLine } from './verdict-line.ts';
import { waiverNotes } from './waiver-notes.ts';
import { cutText } from './wrap-text.ts';

/** A comment on GitHub takes no more characters. */
const commentSize = 65_536;
/** For the sentence that tells what was left out. */
const reserve = 500;

/**
 * A report as a comment on a pull request or ticket: the verdict, a table of what is wrong, and the evidence folded.
 * A bot finds its comment again by the first line, which shows nothing: the same for the same packs and place.
 * @param most how many characters there is room for; what does not fit is left out, and that is said
 */
export function renderMarkdown(report: Report, most = commentSize): string {
  const { names } = report.source;
  const head = [
    marker(report),
    `### ${short(verdictLine(report).text, 1000)}`,
    short(closingLine(report), 300),
    ...(names === undefined ? [] : [`Names: ${inert(namesText(names))}`]),
  ];
  const foot = about(report);
  const fixed = [...head, foot].join('\n\n').length + reserve;
  const { blocks, left } = fitted(sections(report), most - fixed);
  return `${[...head, ...blocks, ...leftOut(left, most), foot].join('\n\n')}\n`;
}

const short = (text: string, width: number): string => inert(cutText(terminalText(text), width)[0]);

function marker({ packs, source }: Report): string {
  const id = [packs.map(({ id }) => id).join('+'), placeName(source)].map(encoded).join('/');
  return `<!-- syncgate report ${id.slice(0, 300)} -->`;
}

const sections = (report: Report): readonly Section[] => {
  const problems = worstFirst(report.results.filter(isProblem));
  const name = nameOf(report);
  return [
    {
      noun: 'row',
      head: '| Verdict | Requirement | Found |\n| --- | --- | --- |',
      items: problems.map((result) => () => row(result, name(result))),
      gap: '\n',
    },
    listed('fixed requirement', '**Fixed**', fixedOnes(report)),
    listed(
      'waiver',
      '**Waivers**',
      waiverNotes(report).map(({ text }) => text),
    ),
    listed('thing that could not be read', '**What could not be read**', unreadTexts(report)),
    listed(
      'name',
      '**Left out**',
      report.skipped.map(({ subject, because }) => `${subjectName(subject)}: ${because}`),
    ),
    {
      noun: 'folded explanation',
      head: '**What was found, and how to mend it**',
      items: problems.map((result) => () => problemDetails(result, name(result))),
      gap: '\n\n',
    },
  ];
};

/** The requirement; with its user where there are several, and with its pack where there are several. */
const nameOf =
  ({ packs, subjects }: Report) =>
  ({ pack, requirement, subject }: Result): string => {
    const own = packs.length > 1 ? `${pack}/${requirement}` : requirement;
    return subjects.length > 1 ? `${own} (${subject.name})` : own;
  };

const row = (result: Result, name: string): string =>
  `| ${inert(`${resultMark(result).text}${standing(result)}`)} | ${inert(name)} | ${short(result.message, 200)} |`;

const fixedOnes = (report: Report): readonly string[] =>
  report.results.filter(({ baseline }) => baseline?.state === 'fixed').map(nameOf(report));

const unreadTexts = ({ unread }: Report): readonly string[] =>
  unread.map(({ message, mend }) => (mend === undefined ? message : `${message} To know it: ${mend}.`));

const listed = (noun: string, head: string, texts: readonly string[]): Section => ({
  noun,
  head: `${head}\n`,
  items: texts.map((text) => () => `- ${inert(text)}`),
  gap: '\n',
});

const leftOut = (left: readonly string[], most: number): readonly string[] =>
  left.length === 0
    ? []
    : [
        `Left out here, where there is room for ${numberText(most)} characters: ${left.join(', ')}. The formats json and table have everything.`,
      ];

function about({ source, packs, tool, baseline }: Report): string {
  const held = packs.map(({ title, id, version }) => `${title} (${id} ${version})`).join(', ');
  const since = baseline === null ? '' : `, against ${baseline.file}`;
  const read = `${placeTitle(source)}, read ${timeText(source.collectedAt)}`;
  return `<sub>${[read, held + since, `${tool.name} ${tool.version}`].map((text) => short(text, 300)).join(' · ')}</sub>`;
}
