import type * as Sarif from 'sarif';
import type { Report } from '../model/report.ts';
import { jsonText } from './json-text.ts';
import { sarifRun } from './sarif/run.ts';

/**
 * A report as SARIF 2.1.0 for code scanning: a file even where there is nothing to tell, since only a new
 * upload closes old alerts.
 */
export const renderSarif = (report: Report): string => jsonText(logOf([sarifRun(report)]));

/** Runs as one log; the list of them stands last. */
export const logOf = (runs: Sarif.Run[], properties?: Sarif.PropertyBag): Sarif.Log => ({
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  ...(properties === undefined ? {} : { properties }),
  runs,
});
