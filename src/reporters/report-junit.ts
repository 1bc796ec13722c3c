import type { Report } from '../model/report.ts';
import { junitSuites } from './junit/suites.ts';

/** What stands before and after the suites. Their sums are for whoever adds suites to find. */
export const junitOpen = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="syncgate">\n';
export const junitClose = '\n</testsuites>\n';

/** A report as JUnit XML: one suite for each subject, one test for each requirement. */
export const renderJunit = (report: Report): string =>
  `${junitOpen}${junitSuites(report).join('\n')}${junitClose}`;
