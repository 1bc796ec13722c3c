import type { Report, Result } from '../model/report.ts';
import { placeName } from '../salesforce/place-name.ts';
import { baselineMark } from './baseline-words.ts';
import { csvCell } from './csv-cell.ts';
import { grounds, nearestWays } from './grounds.ts';

/** Stable: columns are added at the end, and none is taken away or given another meaning. */
export const csvColumns = [
  'org',
  'subject',
  'pack',
  'requirement',
  'title',
  'level',
  'verdict',
  'waived_until',
  'waived_by',
  'waiver_reason',
  'baseline',
  'message',
  'evidence',
  'mend',
  'why',
  'source',
  'file',
  'line',
  'collected_at',
] as const;

export type CsvRow = Readonly<Record<(typeof csvColumns)[number], string>>;

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** The heading. Without the mark before it Excel takes UTF-8 for something else. */
export const csvOpen = `\ufeff${csvLine(csvColumns)}`;

export const csvRow = (row: CsvRow): string => csvLine(csvColumns.map((column) => row[column]));

/** A report as CSV (RFC 4180), one row for each result, for spreadsheets: no cell of it can be a formula. */
export const renderCsv = (report: Report): string => `${csvOpen}${csvRows(report)}`;

/** The rows alone; `org` is its name among several, else its Id, or the folders that were read. */
export const csvRows = (report: Report, org = placeName(report.source)): string =>
  report.results.map((result) => csvRow(rowOf(result, org, report.source.collectedAt))).join('');

function rowOf(result: Result, org: string, collectedAt: string): CsvRow {
  const { waiver, at, source } = result;
  return {
    org,
    subject: result.subject.name,
    pack: result.pack,
    requirement: result.requirement,
    title: result.title,
    level: result.level,
    verdict: result.verdict,
    waived_until: waiver?.expires ?? '',
    waived_by: waiver?.owner ?? '',
    waiver_reason: waiver?.reason ?? '',
    baseline: baselineMark(result) ?? result.baseline?.state ?? '',
    message: result.message,
    evidence: grounds(result).join(' '),
    mend: nearestWays(result).join(' '),
    why: result.why,
    source: source.page?.url ?? '',
    file: at?.file ?? '',
    line: at === null ? '' : String(at.line),
    collected_at: collectedAt,
  };
}
