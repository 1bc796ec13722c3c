import type { Baseline, BaselineFinding } from '../model/baseline.ts';
import type { Report } from '../model/report.ts';
import { findingIdentity } from '../salesforce/finding-identity.ts';
import { findingProblems } from '../salesforce/finding-problems.ts';
import { parseReportFile } from './parse-report-file.ts';
import type { ReportFile, WrongFile } from './report-file.ts';

/**
 * An earlier report as a baseline: JSON of one org or many, or SARIF.
 * @param file as the user named it.
 */
export function readBaseline(text: string, file: string): { readonly baseline: Baseline } | WrongFile {
  const read = parseReportFile(text);
  if ('problem' in read) return read;
  const told = toldBy(read);
  return {
    baseline: {
      file,
      collectedAt: earliest(told.map(({ collectedAt }) => collectedAt)),
      onlyProblems: read.kind === 'sarif',
      findings: told.flatMap(({ findings }) => findings),
    },
  };
}

type Told = Pick<Baseline, 'collectedAt' | 'findings'>;

function toldBy(read: ReportFile): readonly Told[] {
  switch (read.kind) {
    case 'report':
      return [reportTold(read.report)];
    case 'set':
      return read.orgs.flatMap((org) => (org.status === 'audited' ? [reportTold(org.report)] : []));
    case 'sarif':
      return read.runs;
  }
}

const reportTold = ({ results, source }: Report): Told => ({
  collectedAt: source.collectedAt,
  findings: results.map(
    (result): BaselineFinding => ({
      identity: findingIdentity(result, source),
      verdict: result.verdict,
      level: result.level,
      waived: result.waiver !== null,
      problems: findingProblems(result),
    }),
  ),
});

const earliest = (times: readonly (string | null)[]): string | null =>
  times.filter((time) => time !== null).sort()[0] ?? null;
