import type { Report } from '../model/report.ts';
import { jsonText } from './json-text.ts';
import { logOf } from './sarif/log.ts';
import { sarifRun } from './sarif/run.ts';

/**
 * A report as SARIF 2.1.0 for code scanning: a file even where there is nothing to tell, since only a new
 * upload closes old alerts.
 */
export const renderSarif = (report: Report): string => jsonText(logOf([sarifRun(report)]));
