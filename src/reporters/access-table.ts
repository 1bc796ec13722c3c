import type { AccessRow } from '../model/access-row.ts';
import type { Subject } from '../model/subject.ts';
import { painter, type Style } from './paint.ts';
import { capitalised, subjectNoun } from './subject-name.ts';
import { textWidth } from './table-context.ts';
import { paragraph } from './text-block.ts';
import { textTable } from './text-table.ts';
import { timeText } from './time-text.ts';

/** What one subject can do, in words. */
export interface AccessSection {
  readonly subject: Subject;
  /** When it was so, ISO 8601 UTC. */
  readonly asOf: string;
  readonly rows: readonly AccessRow[];
}

const marks: Readonly<Record<AccessRow['decision'], { readonly text: string; readonly style: Style }>> = {
  granted: { text: '✔ granted', style: 'green' },
  denied: { text: '✖ denied', style: 'red' },
  unknown: { text: '? unknown', style: 'yellow' },
};

/** What each subject can do, and who grants it, what would, or why it could not be known. Ends with a line break. */
export function renderAccessTable(
  sections: readonly AccessSection[],
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const blocks = sections.map(({ subject, asOf, rows }) => [
    ...paragraph(
      {
        label: `${capitalised(subjectNoun([subject]))} `,
        text: `${subject.name} (${subject.title}), as of ${timeText(asOf)}`,
        styles: ['bold'],
      },
      columns,
      paint,
    ),
    '',
    ...(rows.length === 0
      ? ['Nothing was asked for.']
      : textTable(['Decision', 'What', 'Why'], rows.map(cells), columns, paint)),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function cells({ decision, what, sentences }: AccessRow) {
  const { text, style } = marks[decision];
  return [{ text, styles: [style] }, { text: what }, { text: sentences }];
}
