export { compareRecords, type RecordSide } from './compare-records.ts';
export { compareReports, type ReportSide } from './compare-reports.ts';
export { comparisonExitCode } from './verdict.ts';
