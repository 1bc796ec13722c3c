import type { OrgOutcome, SetTotals } from '../../model/report-set.ts';

/**
 * A format for many orgs, of whose reports only one is in memory at a time: `open`, the parts that are not empty with
 * `separator` between them, and `close` make one document. No part knows of another.
 */
export interface Frame {
  readonly open: (totals: SetTotals) => string;
  /** One org's part; may be empty. Orgs come sorted by name. */
  readonly part: (outcome: OrgOutcome, by: Pick<SetTotals, 'tool'>) => string;
  readonly separator: string;
  readonly close: (totals: SetTotals) => string;
}
