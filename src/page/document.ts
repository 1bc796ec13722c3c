import type { PageDocument, PageSide } from '../model/page.ts';

/** What both sides are held against. */
export type PageQuestion = Pick<PageDocument, 'packs' | 'settings'>;

/** The document of a page about one reading; or about two, to be held side by side. */
export const pageDocumentOf = (
  { packs, settings }: PageQuestion,
  ...sides: PageDocument['sides']
): PageDocument => ({ pageVersion: 1, packs, settings, sides });

/**
 * A side with one subject of a reading alone: two of them are two users side by side.
 * @throws Error where the reading has no subject with this Id: the caller chose it from elsewhere.
 */
export function sideOfSubject({ snapshot, report }: Omit<PageSide, 'name'>, subjectId: string): PageSide {
  const record = snapshot.subjects.find(({ subject }) => subject.id === subjectId);
  if (record === undefined) throw new Error(`The snapshot has no subject ${subjectId}`);
  const isIts = ({ id }: { readonly id: string }) => id === subjectId;
  return {
    name: record.subject.name,
    snapshot: { ...snapshot, subjects: [record] },
    report: {
      ...report,
      subjects: report.subjects.filter(isIts),
      results: report.results.filter(({ subject }) => isIts(subject)),
    },
  };
}
