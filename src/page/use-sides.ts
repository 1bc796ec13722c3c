import { useMemo, useState } from 'preact/hooks';
import type { Change } from '../model/change.ts';
import type { PageDocument } from '../model/page.ts';
import { judgedSides } from './judged.ts';
import { triedReport } from './tried-report.ts';
import type { ViewProps } from './view.ts';

/** What of a document is looked at, and what is being tried on it. */
export type Sides = Omit<ViewProps, 'place' | 'setPlace' | 'printing'> & {
  /** What comes of the changes that are tried on the first side, whichever is looked at. */
  readonly triedFirst: ViewProps['report'];
  readonly setSide: (side: number) => void;
};

export function useSides(document: PageDocument): Sides {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [side, setSide] = useState(0);
  const [chosen, setSubjectId] = useState<string | null>(null);
  const { read, tried } = useMemo(() => judgedSides(document, changes), [document, changes]);
  const [first] = document.sides;
  const triedFirst = useMemo(
    () => (changes.length === 0 ? first.report : triedReport(first.report, tried.results)),
    [first, changes, tried],
  );
  const shown = side === 0 ? tried : (read[side] ?? tried);
  const report = side === 0 ? triedFirst : (document.sides[side] ?? first).report;
  const subjects = shown.accesses.map(({ subject }) => subject);
  const subjectId = (subjects.find(({ id }) => id === chosen) ?? subjects[0])?.id ?? null;
  const looked = { side, setSide, shown, report, subjectId, setSubjectId };
  return { document, read, tried, changes, setChanges, triedFirst, ...looked };
}
