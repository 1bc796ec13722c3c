import type { Subject } from '../model/subject.ts';
import { sameName } from '../salesforce/names.ts';

export interface Paired<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly onlyBefore: readonly T[];
  readonly onlyAfter: readonly T[];
}

/**
 * Who is held against whom: the same Id, else the same name. One alone on each side is held against the other,
 * whoever they are.
 */
export function pairSubjects<T extends { readonly subject: Subject }>(
  before: readonly T[],
  after: readonly T[],
): Paired<T> {
  const [one, other] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && one !== undefined && other !== undefined) {
    return { pairs: [[one, other]], onlyBefore: [], onlyAfter: [] };
  }
  const pairs: (readonly [T, T])[] = [];
  const left = new Set(after);
  const take = (is: (a: Subject, b: Subject) => boolean, of: readonly T[]) =>
    of.filter((each) => {
      const found = [...left].find((candidate) => is(each.subject, candidate.subject));
      if (found === undefined) return true;
      left.delete(found);
      pairs.push([each, found]);
      return false;
    });
  const unnamed = take((a, b) => a.id === b.id, before);
  const onlyBefore = take((a, b) => a.kind === b.kind && sameName(a.name, b.name), unnamed);
  return { pairs, onlyBefore, onlyAfter: [...left] };
}
