import type { Diagnosis } from '../model/diagnosis.ts';
import { conclusionOf, unknownCodesText } from './diagnosis-conclusion.ts';
import { type DiagnosisSection, diagnosisHead, fitSection, messageSection } from './diagnosis-words.ts';
import { painter } from './paint.ts';
import { type TableContext, textWidth } from './table-context.ts';
import { labelled, type Paragraph, paragraph } from './text-block.ts';

/** What a text says is wrong, and what of it is so; the likeliest first. Ends with a line break. */
export function renderDiagnosisTable(diagnosis: Diagnosis, { width, colour }: TableContext): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const unknown = unknownCodesText(diagnosis);
  const conclusion = conclusionOf(diagnosis);
  const blocks: readonly (readonly Paragraph[])[] = [
    diagnosisHead(diagnosis).map(({ label, text }) => labelled(label, text)),
    ...diagnosis.messages.map((message, index) => block(messageSection(message, diagnosis), index)),
    ...diagnosis.fits.map((fit, index) => block(fitSection(fit, diagnosis), index)),
    ...(unknown === null ? [] : [[{ text: unknown }]]),
    [{ text: conclusion.text, styles: ['bold', conclusion.style] }],
  ];
  const printed = blocks.map((paragraphs) =>
    paragraphs.flatMap((each) => paragraph(each, columns, paint)).join('\n'),
  );
  return `${printed.join('\n\n')}\n`;
}

const block = ({ mark, style, title, lines }: DiagnosisSection, index: number): readonly Paragraph[] => [
  { label: `${index + 1}. ${mark}  `, labelStyles: ['bold', style], text: title, styles: ['bold'] },
  ...lines.map(({ label, text }) => labelled(label, text)),
];
