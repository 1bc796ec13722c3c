import type { OrgOutcome, SetSummary, SetTotals, SetVerdict } from '../model/report-set.ts';
import { exitCode } from './exit-code.ts';
import { NothingToAudit } from './make-report.ts';

/** What orgs came to so far. It is as small for a thousand of them as for one, and their order does not matter. */
export interface Tally {
  readonly summary: SetSummary;
  /** How many orgs alone would have ended with which exit code. */
  readonly codes: Readonly<Record<number, number>>;
}

export const noTally: Tally = {
  summary: { orgs: 0, compliant: 0, nonCompliant: 0, inconclusive: 0, unchanged: 0, unread: 0 },
  codes: {},
};

/** Adds what one more org came to. */
export function tallied(
  tally: Tally,
  outcome: OrgOutcome,
  { allowInconclusive }: { readonly allowInconclusive: boolean },
): Tally {
  return outcome.status === 'unread'
    ? talliedAs(tally, 'unread', outcome.failure.exitCode)
    : talliedAs(tally, outcome.report.verdict, exitCode(outcome.report, { allowInconclusive }));
}

const counters = {
  compliant: 'compliant',
  'non-compliant': 'nonCompliant',
  inconclusive: 'inconclusive',
  unchanged: 'unchanged',
  unread: 'unread',
} as const satisfies Readonly<Record<SetVerdict, keyof SetSummary>>;

/** Adds one more org of which only its verdict and exit code are known. */
export function talliedAs({ summary, codes }: Tally, verdict: SetVerdict, code: number): Tally {
  const counter = counters[verdict];
  return {
    summary: { ...summary, orgs: summary.orgs + 1, [counter]: summary[counter] + 1 },
    codes: { ...codes, [code]: (codes[code] ?? 0) + 1 },
  };
}

const worstFirst = ['non-compliant', 'unread', 'inconclusive', 'compliant', 'unchanged'] as const;

/** What all of them came to. Throws {@link NothingToAudit} where there are none: that must not look like a pass. */
export function totalsOf({ summary }: Tally, tool: SetTotals['tool']): SetTotals {
  const verdict = worstFirst.find((each) => summary[counters[each]] > 0);
  if (verdict === undefined) throw new NothingToAudit('There is no org to audit.');
  return { tool, verdict, summary };
}

/** A failure that was found comes before a bug, and both before what could not be looked at. */
const gravestFirst = [1, 70, 2, 4, 3, 0] as const;

/** The exit code of a run over all of them. Throws {@link NothingToAudit} where there are none. */
export function setExitCode({ codes, summary }: Tally): number {
  if (summary.orgs === 0) throw new NothingToAudit('There is no org to audit.');
  return gravestFirst.find((code) => (codes[code] ?? 0) > 0) ?? 70;
}
