import type { Report, Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import { requirementsTable, subjectsTable } from './overview-tables.ts';
import { type Paint, painter } from './paint.ts';
import { type BlockContext, problemBlock } from './problem-block.ts';
import { skippedBlock, unreadBlock, waiversBlock, warningsBlock } from './reading-blocks.ts';
import { reportDetails, reportHead } from './report-head.ts';
import { isProblem, worstFirst } from './result-mark.ts';
import { sourceNotes } from './source-notes.ts';
import { capitalised, subjectName, subjectNoun } from './subject-name.ts';
import { type TableContext, textWidth } from './table-context.ts';
import { type Paragraph, paragraph } from './text-block.ts';
import { verdictLine } from './verdict-line.ts';

/**
 * A report for a person at a terminal: the verdict first and last; between them for each subject what is wrong, in
 * full and worst first, then, where the screen ends, every requirement on a line. Ends with a line break.
 */
export function renderTable(report: Report, { width, colour, verbose }: TableContext): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const notes = sourceNotes(report.results.filter((result) => verbose || isProblem(result)));
  const name = requirementName(report);
  const layout = { width: columns, verbose, notes, paint };
  const write = (paragraphs: readonly Paragraph[]) =>
    paragraphs.flatMap((each) => paragraph(each, columns, paint));
  const verdict = verdictLine(report);
  const verdictLines = write([{ text: verdict.text, styles: ['bold', verdict.style] }]);
  const bySubject = Map.groupBy(report.results, (result) => result.subject.id);
  const subjects = report.subjects.map((subject) => ({
    noun: subjectNoun([subject]),
    heading: write([heading(subject)]),
    results: worstFirst(bySubject.get(subject.id) ?? []),
  }));
  const blocks = [
    verdictLines,
    write(reportHead(report)),
    ...subjects.flatMap((subject) => details(subject, name, layout)),
    titled('Sources', write(notes.list), paint),
    titled('Waivers', write(waiversBlock(report, verbose)), paint),
    titled('What could not be read', write(unreadBlock(report.unread, verbose)), paint),
    titled('Warnings of the reading', write(warningsBlock(report.warnings, verbose)), paint),
    titled('Skipped', write(skippedBlock(report.skipped)), paint),
    verbose ? titled('About this run', write(reportDetails(report)), paint) : [],
    ...subjects.map(({ noun, heading: title, results }) => [
      ...title,
      ...(results.length === 0
        ? [`No requirement was evaluated for this ${noun}.`]
        : requirementsTable(results, name, columns, paint)),
    ]),
    subjects.length > 1 ? subjectsTable(report, columns, paint) : [],
    verbose || !report.results.some(isProblem) ? [] : write([{ text: moreToSay, styles: ['dim'] }]),
    verdictLines,
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const moreToSay =
  'Steps are for Lightning Experience. --verbose adds those for Salesforce Classic, the reasons and the quotes.';

/** Requirements are named with their pack only where there are several packs. */
const requirementName =
  ({ packs }: Report) =>
  ({ pack, requirement }: Result): string =>
    packs.length > 1 ? `${pack}/${requirement}` : requirement;

const heading = (subject: Subject): Paragraph => ({
  label: `${capitalised(subjectNoun([subject]))} `,
  text: subjectName(subject),
  styles: ['bold'],
});

const titled = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint(title, 'bold'), ...lines];

/** The results of one subject that are told in full; none, if all is well. */
function details(
  subject: { readonly heading: readonly string[]; readonly results: readonly Result[] },
  name: (result: Result) => string,
  context: BlockContext,
): readonly (readonly string[])[] {
  const shown = subject.results.filter((result) => context.verbose || isProblem(result));
  const blocks = shown.map((result) => problemBlock(result, name(result), context));
  return blocks.length === 0 ? [] : [subject.heading, ...blocks];
}
