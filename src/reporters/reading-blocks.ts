import type { Report } from '../model/report.ts';
import { amountText } from './amounts.ts';
import { capitalised, subjectName, subjectNoun } from './subject-name.ts';
import type { Paragraph } from './text-block.ts';
import { waiverNotes } from './waiver-notes.ts';

/** Each thing that could not be read, where, and what would make it known. */
export function unreadBlock(unread: Report['unread'], verbose: boolean): readonly Paragraph[] {
  return unread.flatMap(({ message, mend, errorCode, query, at }): readonly Paragraph[] => [
    { indent: 2, label: '? ', labelStyles: ['yellow'], text: message },
    ...(at === undefined ? [] : [{ indent: 4, label: 'At: ', text: '', place: at }]),
    ...(mend === undefined ? [] : [{ indent: 4, label: 'To know: ', text: mend }]),
    ...(verbose && errorCode !== undefined ? [{ indent: 4, label: 'Answer: ', text: errorCode }] : []),
    ...(verbose && query !== undefined ? [{ indent: 4, label: 'Query: ', text: query }] : []),
  ]);
}

/** More of them only for who wants to know everything. */
const mostWarnings = 10;

/** What is odd in what was read, each at its place. */
export function warningsBlock(warnings: Report['warnings'], verbose: boolean): readonly Paragraph[] {
  const shown = verbose ? warnings : warnings.slice(0, mostWarnings);
  const more = warnings.length - shown.length;
  return [
    ...shown.map(({ message, at }): Paragraph => ({ indent: 2, text: message, place: at })),
    ...(more === 0
      ? []
      : [
          {
            indent: 2,
            text: `And ${amountText(more, 'more warning')}: --verbose shows ${more === 1 ? 'it' : 'them'}.`,
          },
        ]),
  ];
}

/** Who was left out, and why. */
export const skippedBlock = (skipped: Report['skipped']): readonly Paragraph[] =>
  skipped.map(({ subject, because }) => ({
    indent: 2,
    label: `${capitalised(subjectNoun([subject]))} `,
    text: `${subjectName(subject)}: ${because}`,
  }));

/** The waivers that somebody has to do something about; for who wants to know everything, all of them. */
export const waiversBlock = (
  report: Pick<Report, 'waivers' | 'subjects'>,
  verbose: boolean,
): readonly Paragraph[] =>
  waiverNotes(report, verbose).flatMap(({ urgent, text, at }): readonly Paragraph[] => [
    { indent: 2, label: urgent ? '! ' : '- ', labelStyles: [urgent ? 'yellow' : 'dim'], text },
    ...(at === null ? [] : [{ indent: 4, label: 'At: ', text: '', place: at }]),
  ]);
