import type { Log } from 'sarif';
import type { Report } from '../../src/model/report.ts';
import { renderSarif } from '../../src/reporters/report-sarif.ts';

export const logOf = (report: Report) => JSON.parse(renderSarif(report)) as Log;

/** The one run of a report's log. */
export function runOf(report: Report) {
  const [run] = logOf(report).runs;
  if (run === undefined) throw new Error('The log has no run');
  return { ...run, results: run.results ?? [], rules: run.tool.driver.rules ?? [] };
}
