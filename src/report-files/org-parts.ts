import type { Report } from '../model/report.ts';
import type { OrgOutcome } from '../model/report-set.ts';
import { inKeyOrder } from '../reporters/json-text.ts';
import { keyOrders } from '../reporters/report-json.ts';
import { placeName } from '../salesforce/place-name.ts';
import type { Part } from './join-parts.ts';
import type { ReportFile } from './report-file.ts';

/** What a JSON file tells of orgs. A report of one names it by what was read. */
export const outcomesOf = (read: ReportFile & { readonly kind: 'report' | 'set' }): readonly OrgOutcome[] =>
  read.kind === 'set'
    ? read.orgs
    : [{ org: placeName(read.report.source), status: 'audited', report: read.report }];

/** Who wrote it: the versions of syncgate that had a hand in it. */
export const toolsOf = (read: ReportFile & { readonly kind: 'report' | 'set' }): readonly Report['tool'][] =>
  read.kind === 'report'
    ? [read.report.tool]
    : [read.tool, ...read.orgs.flatMap((each) => (each.status === 'audited' ? [each.report.tool] : []))];

/** @param code the exit code of a run on this org alone. */
export const orgPart = (outcome: OrgOutcome, file: string, code: number): Part => ({
  org: outcome.org,
  file,
  verdict: outcome.status === 'audited' ? outcome.report.verdict : 'unread',
  code,
  audited: outcome.status === 'audited' ? subjectsOf(outcome.report) : null,
  text: JSON.stringify(inKeyOrder(outcome, keyOrders)),
});

export const outcomeOf = ({ text }: Part): OrgOutcome => JSON.parse(text) as OrgOutcome;

const subjectsOf = ({ subjects, skipped }: Report): readonly string[] => [
  ...subjects.map(({ id }) => id),
  ...skipped.map(({ subject }) => subject.id),
];
