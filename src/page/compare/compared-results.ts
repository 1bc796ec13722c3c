import type { Result } from '../../model/report.ts';
import type { Judged } from '../judged.ts';
import type { SubjectPair } from './subject-pairs.ts';

/** `grounds`: the same verdict with another message. */
export type Difference = 'verdict' | 'grounds' | 'none';

/** One requirement on both sides; null where a side was not held against it. */
export interface ComparedResult {
  readonly key: string;
  readonly title: string;
  readonly a: Result | null;
  readonly b: Result | null;
  readonly difference: Difference;
}

/** Every requirement for a pair of subjects: what differs first, and within that in the order of the report. */
export function comparedResults(a: Judged, b: Judged, pair: SubjectPair): readonly ComparedResult[] {
  const ofA = resultsByKey(a, pair.a?.id);
  const ofB = resultsByKey(b, pair.b?.id);
  const all = [...new Set([...ofA.keys(), ...ofB.keys()])].map((key) =>
    compared(key, ofA.get(key) ?? null, ofB.get(key) ?? null),
  );
  return differencesFirst(all);
}

function resultsByKey({ results }: Judged, subjectId: string | undefined): ReadonlyMap<string, Result> {
  const its = results.filter(({ subject }) => subject.id === subjectId);
  return new Map(its.map((result) => [`${result.pack} ${result.requirement}`, result]));
}

function compared(key: string, a: Result | null, b: Result | null): ComparedResult {
  return { key, title: (a ?? b)?.title ?? key, a, b, difference: differenceOf(a, b) };
}

function differenceOf(a: Result | null, b: Result | null): Difference {
  if (a?.verdict !== b?.verdict || (a?.waiver === null) !== (b?.waiver === null)) return 'verdict';
  return a?.message === b?.message ? 'none' : 'grounds';
}

const order: Readonly<Record<string, number>> = { verdict: 0, decision: 0, grounds: 1, none: 2 };

/** What differs most comes first; what differs alike keeps its order. */
export const differencesFirst = <T extends { readonly difference: string }>(
  all: readonly T[],
): readonly T[] =>
  all.toSorted((one, other) => (order[one.difference] ?? 0) - (order[other.difference] ?? 0));
