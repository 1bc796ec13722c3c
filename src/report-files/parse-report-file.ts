import { readLog } from './read-log.ts';
import { readOrgs, readReport } from './read-report.ts';
import { has, type ReportFile, type WrongFile } from './report-file.ts';

/** Reads back what syncgate wrote as JSON or SARIF. Anything else, whole or broken, is refused with what it is. */
export function parseReportFile(text: string): ReportFile | WrongFile {
  if (text.trim() === '') return { problem: 'it is empty' };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    // What the parser says quotes the file, and it may be a key that was named by mistake.
    return { problem: 'it is not JSON, or it was cut off' };
  }
  if (has(data, 'reportVersion')) return readReport(data);
  if (has(data, 'reportSetVersion')) return readOrgs(data);
  if (has(data, 'runs')) return readLog(data);
  if (has(data, 'snapshotVersion')) {
    return {
      problem: 'it is a snapshot, which has no verdicts yet (`syncgate audit --snapshot` gives them)',
    };
  }
  return { problem: 'it is neither a report of syncgate nor its SARIF' };
}
