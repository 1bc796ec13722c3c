import type { OrgOutcome } from '../../model/report-set.ts';
import { type Paint, painter } from '../paint.ts';
import { countsText, headOf, outcomeText, setHeads, setLine } from '../set-words.ts';
import { type TableContext, textWidth } from '../table-context.ts';
import { paragraph } from '../text-block.ts';
import type { Frame } from './frame.ts';

/** A block for each org: its verdict and counts, what the sync would lose or why it was not read; verdict first and last. */
export function tableFrame({ width, colour }: TableContext): Frame {
  const paint = painter(colour);
  const columns = textWidth(width);
  return {
    open: (totals) => {
      const line = { text: setLine(totals), styles: ['bold', setHeads[totals.verdict].style] as const };
      return `${paragraph(line, columns, paint).join('\n')}\n\n`;
    },
    part: (outcome) => orgBlock(outcome, columns, paint),
    separator: '',
    close: (totals) => {
      const line = { text: setLine(totals), styles: ['bold', setHeads[totals.verdict].style] as const };
      return `\n${paragraph(line, columns, paint).join('\n')}\n`;
    },
  };
}

function orgBlock(outcome: OrgOutcome, columns: number, paint: Paint): string {
  const { words, style } = headOf(outcome);
  const counted = countsText(outcome);
  const lines = [
    ...paragraph(
      {
        label: `${words}  `.padEnd(17),
        labelStyles: ['bold', style],
        text: counted === '' ? outcome.org : `${outcome.org}: ${counted}`,
      },
      columns,
      paint,
    ),
    ...paragraph({ indent: 17, text: outcomeText(outcome) }, columns, paint),
  ];
  return `${lines.join('\n')}\n`;
}
