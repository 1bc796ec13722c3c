import type { SetTotals } from '../../model/report-set.ts';
import type { Part } from '../../report-files/join-parts.ts';
import { junitText } from '../../report-files/junit-parts.ts';
import { outcomeOf } from '../../report-files/org-parts.ts';
import { runOf } from '../../report-files/run-parts.ts';
import type { SetFormat } from '../../reporters/format.ts';
import { frameOf } from '../../reporters/frames.ts';
import type { TableContext } from '../../reporters/table-context.ts';
import { wrongUsage } from '../failure.ts';
import type { Kind } from './read-parts.ts';

/** A report of many orgs, piece by piece. */
export interface SetText {
  readonly open: (totals: SetTotals, parts: readonly Part[]) => string;
  readonly part: (part: Part, totals: SetTotals) => string;
  readonly separator: string;
  readonly close: (totals: SetTotals) => string;
}

/** How parts of one kind are written in a format. SARIF and JUnit have forgotten too much to become another one. */
export async function setText(kind: Kind, format: SetFormat, context: TableContext): Promise<SetText> {
  if (kind !== 'json') return ownText(kind, format);
  const frame = await frameOf(format, context);
  return { ...frame, part: (part, totals) => frame.part(outcomeOf(part), totals) };
}

async function ownText(kind: 'sarif' | 'junit', format: SetFormat): Promise<SetText> {
  if (format !== kind) {
    const name = kind === 'sarif' ? 'SARIF' : 'JUnit';
    throw wrongUsage(
      `${name} is merged into ${name} alone: it does not tell what ${format} would. Merge the JSON reports, or leave out the other formats`,
    );
  }
  if (kind === 'junit') return junitText;
  const { sarifFrame, sarifPart } = await import('../../reporters/frames/sarif-frame.ts');
  return { ...sarifFrame, part: (part) => sarifPart(runOf(part)) };
}
