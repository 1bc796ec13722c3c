import type { BaselineState, Report } from '../../src/model/report.ts';
import { drifted } from './report-fixture.ts';

const states: readonly BaselineState[] = ['new', 'unchanged', 'changed'];

/** The drifted org beside an earlier report: something new, changed, fixed and waived. */
export const compared: Report = {
  ...drifted,
  baseline: { file: 'reports/last.json', collectedAt: '2026-10-01T00:00:00Z', onlyNew: true },
  results: drifted.results.map((result, index) => ({
    ...result,
    baseline:
      result.verdict === 'pass'
        ? { state: 'fixed', was: 'fail', worse: false }
        : { state: states[index % states.length] ?? 'new', was: 'fail', worse: index % 2 === 0 },
  })),
};
