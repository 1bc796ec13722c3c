import type { OrgOutcome, SetTotals, SetVerdict } from '../model/report-set.ts';
import { closingLine } from './closing-line.ts';
import type { Style } from './paint.ts';
import { counts, verdictHeads } from './verdict-line.ts';

/** How the verdict of one org or of all is shown. */
export const setHeads: Readonly<Record<SetVerdict, { readonly words: string; readonly style: Style }>> = {
  ...verdictHeads,
  unread: { words: '! NOT READ', style: 'red' },
};

export const headOf = (outcome: OrgOutcome) =>
  setHeads[outcome.status === 'unread' ? 'unread' : outcome.report.verdict];

/** What one org came to, in one line. */
export const outcomeText = (outcome: OrgOutcome): string =>
  outcome.status === 'unread' ? outcome.failure.message : closingLine(outcome.report);

/** How many results came to what; none where nobody could be audited. */
export const countsText = (outcome: OrgOutcome): string =>
  outcome.status === 'unread' || outcome.report.verdict === 'unchanged' ? '' : counts(outcome.report.results);

/** What all orgs came to: `✖ NON-COMPLIANT: of 40 orgs 2 not compliant, 1 not audited at all, 37 compliant.` */
export function setLine({ verdict, summary }: SetTotals): string {
  const others = [
    [summary.nonCompliant, 'not compliant'],
    [summary.unread, 'not audited at all'],
    [summary.inconclusive, 'inconclusive'],
    [summary.compliant, 'compliant'],
    [summary.unchanged, 'unchanged'],
  ] as const;
  const words = others.filter(([amount]) => amount > 0).map(([amount, what]) => `${amount} ${what}`);
  const orgs = `${summary.orgs} ${summary.orgs === 1 ? 'org' : 'orgs'}`;
  return `${setHeads[verdict].words}: of ${orgs} ${words.join(', ') || 'none audited'}.`;
}
