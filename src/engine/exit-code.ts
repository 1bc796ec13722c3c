import type { Report } from '../model/report.ts';
import { gateOf, isGated } from './gate.ts';
import { atOrAbove } from './levels.ts';

/** What a run may end with once there is a report: docs/exit-codes.md has the whole table. */
export type ReportExitCode = 0 | 1 | 3 | 70;

/**
 * The exit code of a report: of its verdict alone, never of format or destination.
 * Rules that broke come to light even where doubts are allowed. `allowInconclusive` lets requirements
 * pass by that could not be decided; it does not make up for a subject of whom nothing was asked.
 */
export function exitCode(
  report: Pick<Report, 'verdict' | 'failOn' | 'results' | 'subjects' | 'baseline'>,
  { allowInconclusive }: { allowInconclusive: boolean },
): ReportExitCode {
  if (report.verdict === 'non-compliant') return 1;
  const gate = gateOf(report);
  if (report.results.some((result) => result.verdict === 'error' && isGated(result, gate))) return 70;
  if (report.verdict === 'compliant' || report.verdict === 'unchanged') return 0;
  const asked = report.results.filter(
    ({ level, verdict }) => atOrAbove(level, report.failOn) && verdict !== 'not-applicable',
  );
  const askedOf = new Set(asked.map(({ subject }) => subject.id));
  const everyone = report.subjects.length > 0 && report.subjects.every(({ id }) => askedOf.has(id));
  return allowInconclusive && everyone ? 0 : 3;
}
