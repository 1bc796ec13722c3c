import type { Level } from '../../model/pack.ts';
import type { Result } from '../../model/report.ts';
import { isProblem } from '../../reporters/result-mark.ts';
import { type Kind, kindOf } from './sorted.ts';

/** What the reader wants to see; what is empty asks for nothing. */
export interface Filter {
  /** Words, each of which stands somewhere in a result. */
  readonly text: string;
  readonly kind: Kind | '';
  readonly level: Level | '';
  readonly subjectId: string;
  /** Only problems that the baseline does not have. */
  readonly onlyNew: boolean;
}

export const noFilter: Filter = { text: '', kind: '', level: '', subjectId: '', onlyNew: false };

export function filtered(results: readonly Result[], filter: Filter): readonly Result[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return results.filter(
    (result) =>
      (filter.kind === '' || kindOf(result) === filter.kind) &&
      (filter.level === '' || result.level === filter.level) &&
      (filter.subjectId === '' || result.subject.id === filter.subjectId) &&
      (!filter.onlyNew || (isProblem(result) && result.baseline?.worse === true)) &&
      words.every((word) => searched(result).includes(word)),
  );
}

const texts = new WeakMap<Result, string>();

/** Everything that a result says, in lower case; put together once. */
function searched(result: Result): string {
  const known = texts.get(result);
  if (known !== undefined) return known;
  const { requirement, title, message, impact, evidence, remedy, why, source, subject, rule } = result;
  const said = [
    ...[requirement, title, message, impact ?? '', why, rule, subject.name, subject.title],
    ...evidence.flatMap(({ about, text }) => [about, text]),
    ...(remedy === null ? [] : [...remedy.nearest, ...remedy.setup.lightning, ...remedy.setup.classic]),
    ...[source.page?.title ?? '', source.section ?? '', source.quote ?? ''],
  ];
  const text = said.join('\n').toLowerCase();
  texts.set(result, text);
  return text;
}
