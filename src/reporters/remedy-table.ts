import type { DoubtedRequirement, LeftRequirement, RemedyPlan } from '../model/remedy-plan.ts';
import { enumerated } from '../plain/lists.ts';
import { type Paint, painter } from './paint.ts';
import { mendSentences, strongSentences } from './remedy-words.ts';
import { subjectName } from './subject-name.ts';
import { textWidth } from './table-context.ts';
import { labelled, type Paragraph, paragraph } from './text-block.ts';
import { textTable } from './text-table.ts';
import { timeText } from './time-text.ts';

/** What is to be done for whom, right by right, and what is left. Ends with a line break. */
export function renderRemedyTable(
  plan: RemedyPlan,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const print = (paragraphs: readonly Paragraph[]): readonly string[] =>
    paragraphs.flatMap((each) => paragraph(each, columns, paint));
  const blocks = [
    print([
      {
        text: `Remedy for ${subjectName(plan.subject)}, as of ${timeText(plan.collectedAt)}`,
        styles: ['bold'],
      },
      ...mendSentences(plan).map((text) => ({ text, indent: 2 })),
    ]),
    rightsTable(plan, columns, paint),
    print(strongSentences(plan).map((text) => ({ text, indent: 2, styles: ['yellow'] as const }))),
    mendedTable(plan, columns, paint),
    print(plan.left.flatMap(leftBlock)),
    print(plan.doubts.flatMap(doubtBlock)),
    print(waivedLine(plan)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function rightsTable({ mend, set }: RemedyPlan, columns: number, paint: Paint): readonly string[] {
  if (mend !== 'new-set' || set === null) return [];
  const rows = set.entries.map(({ text, neededBy }) => [{ text }, { text: enumerated(neededBy) }]);
  return textTable(['Right', 'Needed by'], rows, columns, paint);
}

function mendedTable({ mended }: RemedyPlan, columns: number, paint: Paint): readonly string[] {
  if (mended.length === 0) return [];
  const rows = mended.map(({ requirement, title, before, after }) => [
    { text: requirement },
    { text: before, styles: ['red'] as const },
    { text: after, styles: ['green'] as const },
    { text: title },
  ]);
  return textTable(['Mended', 'Now', 'Then', ''], rows, columns, paint);
}

const leftBlock = ({ requirement, title, message, who, setup }: LeftRequirement): readonly Paragraph[] => [
  { text: `Left: ${requirement}: ${title}`, styles: ['red'] },
  { text: message, indent: 2 },
  labelled('Who', who),
  ...setup.lightning.map((step, index) => labelled(index === 0 ? 'Setup' : '', step)),
];

const doubtBlock = ({ requirement, title, message, nearest }: DoubtedRequirement): readonly Paragraph[] => [
  { text: `In doubt: ${requirement}: ${title}`, styles: ['yellow'] },
  { text: message, indent: 2 },
  ...nearest.map((step, index) => labelled(index === 0 ? 'Nearest' : '', step)),
];

const waivedLine = ({ waived }: RemedyPlan): readonly Paragraph[] =>
  waived.length === 0 ? [] : [{ text: `Waived, and so not mended: ${enumerated(waived)}.`, styles: ['dim'] }];
