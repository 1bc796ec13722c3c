import { type CsvRow, csvColumns, csvOpen, csvRow, csvRows } from '../report-csv.ts';
import type { Frame } from './frame.ts';

/** The rows of every org; of one that was not read a row that says so. */
export const csvFrame: Frame = {
  open: () => csvOpen,
  part: (outcome) =>
    outcome.status === 'unread'
      ? csvRow({ ...empty, org: outcome.org, verdict: 'unread', message: outcome.failure.message })
      : csvRows(outcome.report, outcome.org),
  separator: '',
  close: () => '',
};

const empty = Object.fromEntries(csvColumns.map((column) => [column, ''])) as CsvRow;
