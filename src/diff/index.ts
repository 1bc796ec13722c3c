export { compareRecords, type RecordSide } from './compare-records.ts';
export { compareReports, type ReportSide } from './compare-reports.ts';
export { type LeftOut, type More, moreInAfter } from './more-in-after.ts';
export { comparisonExitCode } from './verdict.ts';
