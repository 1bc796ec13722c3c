import type { Report, Result } from '../model/report.ts';
import { baselineMark } from './baseline-words.ts';
import type { Paint } from './paint.ts';
import { resultMark, worstFirst } from './result-mark.ts';
import { capitalised, subjectNoun } from './subject-name.ts';
import type { Cell } from './text-table.ts';
import { textTable } from './text-table.ts';
import { counts } from './verdict-line.ts';

/**
 * Every requirement of one subject, worst first, on a line each: what was found where there is room for it, else
 * its title. Why one does not apply is told in full: it stands nowhere else.
 */
export function requirementsTable(
  results: readonly Result[],
  name: (result: Result) => string,
  width: number,
  paint: Paint,
): readonly string[] {
  const rows = results.map((result): readonly Cell[] => [
    markCell(result),
    { text: name(result) },
    {
      text: result.message,
      styles: ['dim'],
      ...(result.verdict === 'not-applicable' ? {} : { short: result.title }),
    },
  ]);
  return textTable(['Verdict', 'Requirement', 'Found'], rows, width, paint);
}

/** Every subject on a line, with the worst of its results and how many came to what. */
export function subjectsTable({ subjects, results }: Report, width: number, paint: Paint): readonly string[] {
  const bySubject = Map.groupBy(results, (result) => result.subject.id);
  const rows = subjects.map((subject) => {
    const own = bySubject.get(subject.id) ?? [];
    const [worst] = worstFirst(own);
    return [
      worst === undefined ? { text: '' } : markCell(worst),
      { text: subject.name },
      { text: counts(own) },
    ];
  });
  return textTable(['Worst', capitalised(subjectNoun(subjects)), 'Requirements'], rows, width, paint);
}

function markCell(result: Result): Cell {
  const { text, style } = resultMark(result);
  const since = baselineMark(result);
  const words = [...(result.verdict === 'fail' ? [result.level] : []), ...(since === null ? [] : [since])];
  return { text: words.length === 0 ? text : `${text} (${words.join(', ')})`, styles: [style] };
}
