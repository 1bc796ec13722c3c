import type * as Sarif from 'sarif';
import type { Report } from '../model/report.ts';
import { orgName, placeName } from '../salesforce/place-name.ts';
import { jsonText } from './json-text.ts';
import { artifacts } from './sarif/artifacts.ts';
import { invocation, notificationDescriptors } from './sarif/invocation.ts';
import { sourceRoot } from './sarif/locations.ts';
import { sarifResults } from './sarif/results.ts';
import { ruleDescriptors } from './sarif/rules.ts';
import { terminalText } from './terminal-text.ts';

/**
 * A report as SARIF 2.1.0 for code scanning: a file even where there is nothing to tell, since only a new
 * upload closes old alerts. Paths are relative to the repository's root, where syncgate was started.
 */
export function renderSarif(report: Report): string {
  const rules = ruleDescriptors(report.results);
  const run: Sarif.Run = {
    tool: { driver: driver(report, rules) },
    automationDetails: { id: automationId(report) },
    invocations: [invocation(report)],
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: "The folder syncgate was started in: the repository's root." } },
    },
    artifacts: artifacts(report),
    results: sarifResults(report, rules),
    columnKind: 'utf16CodeUnits',
    properties: {
      verdict: report.verdict,
      summary: report.summary,
      collectedAt: report.source.collectedAt,
    },
  };
  const log: Sarif.Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return jsonText(log);
}

const driver = ({ tool }: Report, rules: Sarif.ReportingDescriptor[]): Sarif.ToolComponent => ({
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
  return `${parts.map((part) => terminalText(part).replaceAll('/', '|')).join('/')}/`;
}
