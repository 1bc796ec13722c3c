import { validateReport } from '../generated/validate-report.js';
import type { Report } from '../model/report.ts';
import type { OrgOutcome } from '../model/report-set.ts';
import { has, type ReportFile, saidShard, type WrongFile } from './report-file.ts';

/** A report, held against its schema. */
export function readReport(
  data: Readonly<Record<'reportVersion', unknown>>,
): (ReportFile & { readonly kind: 'report' }) | WrongFile {
  const { reportVersion } = data;
  if (reportVersion !== 1) return wrongVersion('report', reportVersion);
  if (validateReport(data)) return { kind: 'report', report: data as unknown as Report };
  const [first] = validateReport.errors ?? [];
  return {
    problem: `${first?.instancePath || 'it'} ${first?.message ?? 'does not follow the report schema'}`,
  };
}

/** The reports of many orgs, each held against the schema. */
export function readOrgs(data: Readonly<Record<'reportSetVersion', unknown>>): ReportFile | WrongFile {
  const { reportSetVersion } = data;
  if (reportSetVersion !== 1) return wrongVersion('report set', reportSetVersion);
  if (!has(data, 'orgs') || !Array.isArray(data.orgs)) return { problem: 'it has no list of orgs' };
  if (!has(data, 'tool') || !isTool(data.tool)) return { problem: 'it does not say what wrote it' };
  const shard = saidShard(data);
  if (shard === undefined) return { problem: 'its shard is no part of a whole' };
  const orgs: OrgOutcome[] = [];
  for (const [index, each] of data.orgs.entries()) {
    const read = readOutcome(each);
    if ('problem' in read) return { problem: `/orgs/${index}: ${read.problem}` };
    orgs.push(read);
  }
  const counted = has(data, 'summary') && has(data.summary, 'orgs') ? data.summary.orgs : undefined;
  if (counted !== orgs.length)
    return { problem: `it has ${amountOfOrgs(orgs)}, and not as many as it counts` };
  return { kind: 'set', tool: data.tool, orgs, shard };
}

function readOutcome(data: unknown): OrgOutcome | WrongFile {
  if (!has(data, 'org') || typeof data.org !== 'string') return { problem: 'it names no org' };
  const { org } = data;
  if (has(data, 'report') && has(data, 'status') && data.status === 'audited') {
    if (!has(data.report, 'reportVersion')) return { problem: 'it has no report' };
    const read = readReport(data.report);
    return 'problem' in read ? read : { org, status: 'audited', report: read.report };
  }
  if (has(data, 'failure') && has(data, 'status') && data.status === 'unread') {
    const { failure } = data;
    if (has(failure, 'message') && has(failure, 'exitCode')) {
      const { message, exitCode } = failure;
      if (typeof message === 'string' && (exitCode === 2 || exitCode === 4 || exitCode === 70)) {
        return { org, status: 'unread', failure: { exitCode, message } };
      }
    }
  }
  return { problem: 'it has neither a report nor why there is none' };
}

const amountOfOrgs = ({ length }: readonly unknown[]): string =>
  length === 0 ? 'no org' : length === 1 ? 'one org' : `${length} orgs`;

const isTool = (data: unknown): data is Report['tool'] =>
  has(data, 'name') && data.name === 'syncgate' && has(data, 'version') && typeof data.version === 'string';

const wrongVersion = (what: string, version: unknown): WrongFile => ({
  problem: `it has ${what} version ${JSON.stringify(version)}, and this syncgate reads version 1`,
});
