import type { Report, ReportVerdict } from './report.ts';

/**
 * What many orgs came to: a report of each, or why there is none. The same orgs give the same document, in however
 * many parts they were audited. `schemas/report-set.schema.json` is its schema.
 */
export interface ReportSet extends SetTotals {
  readonly reportSetVersion: 1;
  /** By name. */
  readonly orgs: readonly OrgOutcome[];
}

/** What all orgs together came to. */
export interface SetTotals {
  readonly tool: Report['tool'];
  readonly verdict: SetVerdict;
  readonly summary: SetSummary;
  /** Which part of the whole this is; absent where it is the whole. */
  readonly shard?: Shard;
}

/** One of several equal parts of a run: the `index`th of `count`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The worst of its orgs. `unread`: none failed, and one could not be audited at all. */
export type SetVerdict = ReportVerdict | 'unread';

/** How many orgs came to what, and how many results of all of them. */
export interface SetSummary {
  readonly orgs: number;
  readonly compliant: number;
  readonly nonCompliant: number;
  readonly inconclusive: number;
  readonly unchanged: number;
  readonly unread: number;
}

/** One org of a run over many, by the name that the configuration gives it. */
export type OrgOutcome =
  | { readonly org: string; readonly status: 'audited'; readonly report: Report }
  | { readonly org: string; readonly status: 'unread'; readonly failure: OrgFailure };

/** Why an org could not be audited. */
export interface OrgFailure {
  /** That of a run on this org alone: 2 wrong configuration, 4 nothing could be read, 70 a bug. */
  readonly exitCode: 2 | 4 | 70;
  /** What happened, to which thing, what to do now. */
  readonly message: string;
}
