import type * as Sarif from 'sarif';
import type { Report } from '../../model/report.ts';
import type { OrgOutcome } from '../../model/report-set.ts';
import { encoded, fileUri } from '../../plain/file-uri.ts';
import { orgName, placeName } from '../../salesforce/place-name.ts';
import { terminalText } from '../terminal-text.ts';
import { artifacts } from './artifacts.ts';
import { invocation, notificationDescriptors, unreadOrg } from './invocation.ts';
import { sourceRoot } from './locations.ts';
import { fixedResults, sarifResults } from './results.ts';
import { ruleDescriptors } from './rules.ts';

/**
 * A report as a run. Paths are relative to the repository's root, where syncgate was started.
 * @param org its name, where it is one of many.
 */
export function sarifRun(report: Report, org?: string): Sarif.Run {
  const rules = ruleDescriptors(report.results);
  return {
    tool: { driver: driver(report.tool, rules) },
    automationDetails: { id: `${automationId(report)}${org === undefined ? '' : `${encoded(org)}/`}` },
    invocations: [invocation(report)],
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: "The folder syncgate was started in: the repository's root." } },
    },
    artifacts: artifacts(report),
    results: sarifResults(report, rules),
    columnKind: 'utf16CodeUnits',
    properties: {
      ...(org === undefined ? {} : { org }),
      verdict: report.verdict,
      summary: report.summary,
      collectedAt: report.source.collectedAt,
      ...(report.source.names !== undefined && { names: report.source.names }),
      ...baselineProperties(report, rules),
    },
  };
}

/**
 * One org of many as a run, whether or not it could be audited. Its name ends the id that code scanning keeps its
 * alerts under, so that two orgs never close each other's.
 */
export const orgRun = (outcome: OrgOutcome, tool: Report['tool']): Sarif.Run =>
  outcome.status === 'audited' ? sarifRun(outcome.report, outcome.org) : unreadRun(outcome, tool);

/** Without results: of an org that was not read, nothing is known, so its alerts may not be closed by an upload. */
const unreadRun = (
  { org, failure }: OrgOutcome & { readonly status: 'unread' },
  tool: Report['tool'],
): Sarif.Run => ({
  tool: { driver: driver(tool, []) },
  automationDetails: { id: `syncgate/unread/${encoded(org)}/` },
  invocations: [unreadOrg(failure)],
  results: [],
  columnKind: 'utf16CodeUnits',
  properties: { org, verdict: 'unread', exitCode: failure.exitCode },
});

function baselineProperties(report: Report, rules: readonly Sarif.ReportingDescriptor[]): Sarif.PropertyBag {
  if (report.baseline === null) return {};
  const { file, collectedAt, onlyNew } = report.baseline;
  return {
    baseline: { file: fileUri(file), collectedAt, onlyNew },
    fixed: fixedResults(report, rules),
  };
}

const driver = (tool: Report['tool'], rules: Sarif.ReportingDescriptor[]): Sarif.ToolComponent => ({
  name: tool.name,
  version: tool.version,
  semanticVersion: tool.version,
  informationUri: 'https://www.npmjs.com/package/syncgate',
  shortDescription: { text: 'Preflight check for Salesforce integration users.' },
  rules,
  notifications: notificationDescriptors(),
});

/**
 * Code scanning keeps the results of each such id apart, and replaces them by the next upload with the same. So a run
 * that left somebody out has an id of its own: their alerts must not close because nobody looked.
 */
function automationId({ packs, source, subjects, skipped }: Report): string {
  const { collected } = source;
  const facts = collected.kind === 'source' && collected.facts !== null ? [orgName(collected.facts.org)] : [];
  const audited = subjects.map(({ name }) => name);
  const parts = [
    'syncgate',
    packs.map(({ id }) => id).join('+'),
    placeName(source),
    ...facts,
    ...(audited.length === 1 || skipped.length > 0 ? [audited.join('+') || 'unchanged'] : []),
  ];
  return `${parts.map(segment).join('/')}/`;
}

const segment = (part: string): string => terminalText(part).replaceAll('/', '|');
