import type { Report, Result } from '../model/report.ts';
import type { Subject } from '../model/snapshot.ts';
import { type Paint, painter } from './paint.ts';
import { type BlockContext, problemBlock } from './problem-block.ts';
import { reportDetails, reportHead, unreadBlock } from './report-head.ts';
import { isProblem, resultMark, worstFirst } from './result-mark.ts';
import { sourceNotes } from './source-notes.ts';
import { type TableContext, textWidth } from './table-context.ts';
import { type Paragraph, paragraph } from './text-block.ts';
import { textTable } from './text-table.ts';
import { counts, verdictLine } from './verdict-line.ts';

/**
 * A report for a person at a terminal: the verdict first and last; for each subject what is wrong, in full and
 * worst first, then every requirement in one line. Ends with a line break.
 */
export function renderTable(report: Report, { width, colour, verbose }: TableContext): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const shown = verbose ? report.results : report.results.filter(isProblem);
  const notes = sourceNotes(shown);
  const layout = { width: columns, verbose, notes, name: requirementName(report), paint };
  const write = (paragraphs: readonly Paragraph[]) =>
    paragraphs.flatMap((each) => paragraph(each, columns, paint));
  const verdict = verdictLine(report);
  const verdictLines = write([{ text: verdict.text, styles: ['bold', verdict.style] }]);
  const blocks = [
    verdictLines,
    write(reportHead(report)),
    ...report.subjects.flatMap((subject) => subjectBlocks(report.results, subject, layout)),
    titled('Sources', write(notes.list), paint),
    titled('What could not be read', write(unreadBlock(report.unread, verbose)), paint),
    ...(verbose ? [titled('About this run', write(reportDetails(report)), paint)] : []),
    report.subjects.length > 1 ? subjectsTable(report, columns, paint) : [],
    verdictLines,
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

interface Layout extends BlockContext {
  readonly name: (result: Result) => string;
}

/** Requirements are named with their pack only where there are several packs. */
const requirementName =
  ({ packs }: Report) =>
  ({ pack, requirement }: Result): string =>
    packs.length > 1 ? `${pack}/${requirement}` : requirement;

const titled = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : [paint(title, 'bold'), ...lines];

function subjectBlocks(
  all: readonly Result[],
  subject: Subject,
  layout: Layout,
): readonly (readonly string[])[] {
  const results = worstFirst(all.filter((result) => result.subject.id === subject.id));
  const title = subject.title === subject.name ? subject.name : `${subject.name} (${subject.title})`;
  const { width, paint, name } = layout;
  const shown = layout.verbose ? results : results.filter(isProblem);
  return [
    paragraph({ label: 'User ', text: title, styles: ['bold'] }, width, paint),
    ...shown.map((result) => problemBlock(result, name(result), layout)),
    results.length === 0 ? ['No requirement was evaluated for this user.'] : overview(results, layout),
  ];
}

/** Every requirement in a line: those shown in full above by title alone, the others by what was found. */
function overview(results: readonly Result[], { width, name, paint }: Layout): readonly string[] {
  const rows = results.map((result) => {
    const mark = resultMark(result);
    return [
      {
        text: result.verdict === 'fail' ? `${mark.text} (${result.level})` : mark.text,
        styles: [mark.style],
      },
      { text: name(result) },
      { text: isProblem(result) ? result.title : result.message, styles: ['dim'] as const },
    ];
  });
  return textTable(['Verdict', 'Requirement', 'About'], rows, width, paint);
}

function subjectsTable({ subjects, results }: Report, width: number, paint: Paint): readonly string[] {
  const rows = subjects.map((subject) => {
    const own = results.filter((result) => result.subject.id === subject.id);
    const worst = worstFirst(own)[0];
    const mark = worst === undefined ? undefined : resultMark(worst);
    return [
      { text: mark?.text ?? '', styles: mark === undefined ? [] : [mark.style] },
      { text: subject.name },
      { text: counts(own) },
    ];
  });
  return textTable(['Worst', 'User', 'Requirements'], rows, width, paint);
}
