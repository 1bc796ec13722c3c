import type { Access } from '../model/access.ts';
import type { AccessRow } from '../model/access-row.ts';
import type { ReportSource, Result } from '../model/report.ts';

/** One subject, as it was decided and judged. */
export interface SubjectFacts {
  readonly access: Access;
  /** Of the chosen packs, on this subject. */
  readonly results: readonly Result[];
  /** The access in words. */
  readonly rows: readonly AccessRow[];
}

export interface Facts {
  readonly source: ReportSource;
  readonly subjects: readonly SubjectFacts[];
}
