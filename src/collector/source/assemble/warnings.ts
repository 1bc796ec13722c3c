import type { Location } from '../../../model/part.ts';
import type { ReadingWarning } from '../../../model/snapshot.ts';
import type { FileReading } from '../files/file-reading.ts';
import { mostWarnings } from '../files/notes.ts';
import type { SourceProblem } from '../project/find-metadata.ts';

/** All that is odd, sorted by place; of one file no more than a screen can take, and how many there are more. */
export function warningsOf(
  readings: readonly FileReading[],
  others: readonly ReadingWarning[],
  problems: readonly SourceProblem[],
): readonly ReadingWarning[] {
  const untold = new Map(readings.map((reading) => [reading.of.file, reading.untold]));
  const all = [
    ...readings.flatMap(({ warnings }) => warnings),
    ...readings.flatMap((reading) => (reading.kind === 'broken' ? [brokenFile(reading)] : [])),
    ...others,
    ...problems.map(({ message, at }): ReadingWarning => ({ code: 'unreadable', message, at })),
  ];
  const byFile = Map.groupBy(all.toSorted(byPlace), ({ at }) => at.file);
  return [...byFile].flatMap(([file, own]) => fewOf(own, untold.get(file) ?? 0));
}

const brokenFile = ({ of, trouble }: FileReading & { readonly kind: 'broken' }): ReadingWarning => ({
  code: 'unreadable',
  message: `'${of.file.slice(of.file.lastIndexOf('/') + 1)}' ${trouble.message}, so nothing of it was taken`,
  at: trouble.at,
});

function fewOf(own: readonly ReadingWarning[], untold: number): readonly ReadingWarning[] {
  const rest = own.length - mostWarnings + untold;
  const next = own[mostWarnings] ?? own.at(-1);
  if (rest <= 0 || next === undefined) return own;
  const message = `${rest} more ${rest === 1 ? 'oddity' : 'oddities'} of this file ${rest === 1 ? 'is' : 'are'} not listed`;
  return [...own.slice(0, mostWarnings), { code: 'passed-over', message, at: next.at }];
}

function byPlace(one: ReadingWarning, other: ReadingWarning): number {
  return (
    text(one.at.file, other.at.file) ||
    one.at.line - other.at.line ||
    one.at.column - other.at.column ||
    text(one.code, other.code) ||
    text(one.message, other.message)
  );
}

const text = (one: Location['file'], other: Location['file']): number =>
  one < other ? -1 : one > other ? 1 : 0;
