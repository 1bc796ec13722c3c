import type { Diagnosis } from '../model/diagnosis.ts';
import { conclusionOf, unknownCodesText } from './diagnosis-conclusion.ts';
import {
  type DiagnosisSection,
  diagnosisHead,
  fitSection,
  messageSection,
  type SectionLine,
} from './diagnosis-words.ts';
import { inert } from './markdown/inert.ts';

/** The same as the table, for a ticket or a comment. */
export function renderDiagnosisMarkdown(diagnosis: Diagnosis): string {
  const unknown = unknownCodesText(diagnosis);
  const blocks = [
    '## Diagnosis',
    `**${inert(conclusionOf(diagnosis).text)}**`,
    list(diagnosisHead(diagnosis)),
    ...diagnosis.messages.map((message, index) => section(messageSection(message, diagnosis), index)),
    ...diagnosis.fits.map((fit, index) => section(fitSection(fit, diagnosis), index)),
    ...(unknown === null ? [] : [inert(unknown)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const section = ({ mark, title, lines }: DiagnosisSection, index: number): string =>
  `### ${index + 1}\\. ${inert(mark)}: ${inert(title)}\n\n${list(lines)}`;

/** What has no label of its own goes on under the one before. */
const list = (lines: readonly SectionLine[]): string =>
  lines
    .map(({ label, text }) =>
      label === '' ? `  - ${inert(text.replace(/^- /, ''))}` : `- ${label}: ${inert(text)}`,
    )
    .join('\n');
