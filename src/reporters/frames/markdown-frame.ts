import type { Report } from '../../model/report.ts';
import { standing } from '../baseline-words.ts';
import { inert, inertHtml } from '../markdown/inert.ts';
import { isProblem, resultMark, worstFirst } from '../result-mark.ts';
import { countsText, headOf, outcomeText, setLine } from '../set-words.ts';
import { terminalText } from '../terminal-text.ts';
import { waiverNotesInSet } from '../waiver-notes.ts';
import { cutText } from '../wrap-text.ts';
import type { Frame } from './frame.ts';

/** What is folded in one row: of 200 orgs it fits into the summary of a job. */
const mostFolded = 3500;

/** One table of orgs, with what is wrong in each folded in its row. */
export const markdownFrame: Frame = {
  open: (totals) =>
    [
      '<!-- syncgate report set -->',
      '',
      `### ${inert(setLine(totals))}`,
      '',
      '| Verdict | Org | Requirements | What it comes to |',
      '| --- | --- | --- | --- |',
      '',
    ].join('\n'),
  part: (outcome) => {
    const cells = [headOf(outcome).words, outcome.org, countsText(outcome)].map(inert);
    const comesTo =
      short(outcomeText(outcome), 600) + (outcome.status === 'audited' ? folded(outcome.report) : '');
    return `| ${[...cells, comesTo].join(' | ')} |\n`;
  },
  separator: '',
  close: ({ tool }) => `\n<sub>${inert(`${tool.name} ${tool.version}`)}</sub>\n`,
};

const short = (text: string, width: number): string => inert(cutText(terminalText(text), width)[0]);

/** On one line, as a cell of a table must be. */
function folded(report: Report): string {
  const problems = worstFirst(report.results.filter(isProblem));
  const texts = [
    ...problems.map(
      (result) =>
        `${resultMark(result).text}${standing(result)} ${result.requirement} (${result.subject.name}): ${result.message}`,
    ),
    ...waiverNotesInSet(report).map(({ text }) => `Waiver: ${text}`),
  ];
  if (texts.length === 0) return '';
  const items = kept(texts.map((text) => short(text, 240)));
  return `<details><summary>${inertHtml('What is wrong')}</summary>${items.map((item) => `<br>${item}`).join('')}</details>`;
}

function kept(items: readonly string[]): readonly string[] {
  let size = 0;
  const fitting = items.filter((item) => {
    const fits = size + item.length <= mostFolded;
    if (fits) size += item.length;
    return fits;
  });
  const left = items.length - fitting.length;
  return left === 0 ? fitting : [...fitting, `And ${left} more, for which there is no room here.`];
}
