import type { Report, Result } from '../../model/report.ts';
import { enumerated } from '../../plain/lists.ts';
import { amountText } from '../amounts.ts';
import { isKnown } from '../counted.ts';
import { grounds, mendSentences, opening } from '../grounds.ts';
import { repositoryPath } from '../repository-path.ts';
import { isProblem, worstFirst } from '../result-mark.ts';
import type { WorkflowCommand } from './workflow-command.ts';

/** GitHub shows no more of each kind from one step, and says nothing of the others. */
const most = 10;

const kinds = ['error', 'warning', 'notice'] as const satisfies readonly WorkflowCommand['level'][];

/** The annotations of a report, worst first; `org` is its name among several. */
export function annotations(report: Report, org: string | null = null): readonly WorkflowCommand[] {
  const problems = worstFirst(report.results.filter(isProblem)).map((result) => ({
    result,
    level: annotationLevel(report, result),
  }));
  return kinds.flatMap((level) => {
    const found = problems.filter((each) => each.level === level).map(({ result }) => result);
    const shown = found.length > most ? found.slice(0, most - 1) : found;
    const left = found.slice(shown.length);
    return [
      ...shown.map((result) => annotation(result, level, org)),
      ...(left.length === 0 ? [] : [summedUp(left, level, org)]),
    ];
  });
}

/** What counts for nothing here is told, and no more. A rule that broke fails the run, whatever its level. */
function annotationLevel(report: Report, result: Result): WorkflowCommand['level'] {
  if (result.verdict === 'error') return 'error';
  if (result.waiver !== null || isKnown(report, result)) return 'notice';
  if (result.verdict === 'inconclusive') return 'warning';
  return result.level === 'note' ? 'notice' : result.level;
}

const inOrg = (org: string | null, title: string): string => (org === null ? title : `${org}: ${title}`);

function annotation(result: Result, level: WorkflowCommand['level'], org: string | null): WorkflowCommand {
  const { subject, title, message, waiver, at } = result;
  const waived =
    waiver === null ? [] : [`Waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`];
  return {
    level,
    title: inOrg(org, `${title} (${subject.name})`),
    at: at === null ? null : { ...at, file: repositoryPath(at.file) },
    message: [
      `${opening(result)}${message}`,
      ...waived,
      ...grounds(result).map((text) => `- ${text}`),
      ...mendSentences(result),
    ],
  };
}

function summedUp(
  left: readonly Result[],
  level: WorkflowCommand['level'],
  org: string | null,
): WorkflowCommand {
  const names = left.map(({ requirement, subject }) => `${requirement} (${subject.name})`);
  return {
    level,
    title: inOrg(org, `${amountText(left.length, 'more requirement')}, not shown one by one`),
    at: null,
    message: [`${enumerated(names, 20)}. The job summary and the log have them all.`],
  };
}
