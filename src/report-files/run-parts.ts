import type { Run } from 'sarif';
import type { Part } from './join-parts.ts';
import type { WrittenRun, WrongFile } from './report-file.ts';

/**
 * A run of a SARIF log as a part. Code scanning tells runs apart by their id, which says of whom they are: so two of
 * one id are two answers to one question.
 */
export function runPart(written: WrittenRun, file: string): Part | WrongFile {
  const { run } = written;
  const judged = judgedBy(written);
  const id = run.automationDetails?.id;
  if (judged === undefined || id === undefined) return { problem: 'one of its runs has no verdict or no id' };
  const org = run.properties?.org;
  return {
    org: typeof org === 'string' ? org : id,
    file,
    audited: judged.verdict === 'unread' ? null : [id],
    ...judged,
    text: JSON.stringify(run),
  };
}

export const runOf = ({ text }: Part): Run => JSON.parse(text) as Run;

/**
 * What a run came to, and with which exit code a run on it alone would have ended; undefined where its verdict is none
 * of ours. SARIF has no passes, so whether a doubt may be allowed, or a rule broke at a level that counts, is not told:
 * then it is the worse of the two.
 */
function judgedBy({ run, findings }: WrittenRun): Pick<Part, 'verdict' | 'code'> | undefined {
  switch (run.properties?.verdict) {
    case 'non-compliant':
      return { verdict: 'non-compliant', code: 1 };
    case 'inconclusive':
      return { verdict: 'inconclusive', code: findings.some(({ verdict }) => verdict === 'error') ? 70 : 3 };
    case 'compliant':
      return { verdict: 'compliant', code: 0 };
    case 'unchanged':
      return { verdict: 'unchanged', code: 0 };
    case 'unread':
      return {
        verdict: 'unread',
        code: run.properties.exitCode === 2 ? 2 : run.properties.exitCode === 4 ? 4 : 70,
      };
    default:
      return undefined;
  }
}
