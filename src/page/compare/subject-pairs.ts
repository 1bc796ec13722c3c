import type { Access } from '../../model/access.ts';
import type { Subject } from '../../model/subject.ts';
import { sameName } from '../../salesforce/names.ts';
import type { Judged } from '../judged.ts';

/** A subject on both sides; null where one does not have it. */
export interface SubjectPair {
  readonly a: Subject | null;
  readonly b: Subject | null;
}

/**
 * Who is to be held against whom: the same Id, else the same name. Where that leaves one on each side, these two,
 * since somebody put them there.
 */
export function subjectPairs(a: Judged, b: Judged): readonly SubjectPair[] {
  const [ofA, ofB] = [subjectsOf(a), subjectsOf(b)];
  const partners = new Map(ofA.map((one) => [one, partnerOf(one, ofB)]));
  const taken = new Set(partners.values());
  const aloneA = ofA.filter((one) => partners.get(one) === undefined);
  const aloneB = ofB.filter((one) => !taken.has(one));
  const [lastA, lastB] = [aloneA[0], aloneB[0]];
  if (aloneA.length === 1 && aloneB.length === 1 && lastA && lastB) partners.set(lastA, lastB);
  const pairs = ofA.map((one): SubjectPair => ({ a: one, b: partners.get(one) ?? null }));
  const paired = new Set(pairs.map((pair) => pair.b));
  return [...pairs, ...aloneB.filter((one) => !paired.has(one)).map((one) => ({ a: null, b: one }))];
}

const subjectsOf = ({ accesses }: Judged): readonly Subject[] => accesses.map(({ subject }) => subject);

const partnerOf = (one: Subject, others: readonly Subject[]): Subject | undefined =>
  others.find(({ id }) => id === one.id) ?? others.find(({ name }) => sameName(name, one.name));

/** What a subject can do; null where there is none. */
export const accessOf = ({ accesses }: Judged, subject: Subject | null): Access | null =>
  accesses.find((access) => access.subject.id === subject?.id) ?? null;
