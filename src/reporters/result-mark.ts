import type { Result } from '../model/report.ts';
import type { Style } from './paint.ts';

export interface Mark {
  /** A symbol and a word: the colour alone tells nobody anything. */
  readonly text: string;
  readonly style: Style;
}

/** How a result's verdict is shown: a failure in the colour of its level, and apart where a waiver covers it. */
export function resultMark({ verdict, level, waiver }: Result): Mark {
  if (verdict !== 'fail') return marks[verdict];
  if (waiver !== null) return { text: '~ waived', style: 'dim' };
  return { text: '✖ fail', style: level === 'error' ? 'red' : level === 'warning' ? 'yellow' : 'cyan' };
}

const marks = {
  pass: { text: '✔ pass', style: 'green' },
  inconclusive: { text: '? inconclusive', style: 'yellow' },
  error: { text: '! error', style: 'red' },
  'not-applicable': { text: '- not applicable', style: 'dim' },
} as const satisfies Record<Exclude<Result['verdict'], 'fail'>, Mark>;

const verdictOrder = ['fail', 'inconclusive', 'error', 'pass', 'not-applicable'] as const;
const levelOrder = ['error', 'warning', 'note'] as const;

/** Worst first; what is equally bad keeps the order of the report. */
export function worstFirst(results: readonly Result[]): readonly Result[] {
  const rank = ({ verdict, level, waiver }: Result): number =>
    verdictOrder.indexOf(verdict) * 10 + (waiver === null ? 0 : 5) + levelOrder.indexOf(level);
  return results.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a person has something to do or to find out about it. */
export const isProblem = ({ verdict }: Result): boolean => verdict !== 'pass' && verdict !== 'not-applicable';
