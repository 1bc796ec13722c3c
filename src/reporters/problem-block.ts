import type { Remedy, ReportedEvidence, Result, ResultSource } from '../model/report.ts';
import type { Paint } from './paint.ts';
import { isProblem, resultMark } from './result-mark.ts';
import type { SourceNotes } from './source-notes.ts';
import { type Paragraph, paragraph } from './text-block.ts';

export interface BlockContext {
  readonly width: number;
  readonly verbose: boolean;
  readonly notes: SourceNotes;
  readonly paint: Paint;
}

/** One result in full: what was found, on what grounds, how to mend it, and who asks for it. */
export function problemBlock(
  result: Result,
  name: string,
  { width, verbose, notes, paint }: BlockContext,
): readonly string[] {
  const mark = resultMark(result);
  const paragraphs: readonly Paragraph[] = [
    {
      label: `${mark.text}${isProblem(result) ? ` (${result.level})` : ''}  `,
      labelStyles: ['bold', mark.style],
      text: name === result.title ? name : `${name}: ${result.title}`,
      styles: ['bold'],
    },
    { indent: 2, text: result.message },
    ...result.evidence.map(({ text }): Paragraph => ({ indent: 4, label: '- ', text })),
    ...(result.remedy === null ? [] : mend(result.remedy, result.evidence)),
    ...(verbose ? [entry('Why', result.why)] : []),
    ...source(result.source, verbose, notes),
    ...(result.waiver === null
      ? []
      : [entry('Waived', `until ${result.waiver.until}: ${result.waiver.reason}`)]),
  ];
  return paragraphs.flatMap((each) => paragraph(each, width, paint));
}

const labelWidth = 11;

/** A labelled line; the labels' texts stand under each other. */
const entry = (label: string, text: string) => ({
  indent: 2,
  label: `${label}:`.padEnd(labelWidth),
  text,
});

/** The nearest ways that the evidence has not told already, then the steps in Setup. */
function mend(
  { nearest, setup: { lightning, classic } }: Remedy,
  evidence: readonly ReportedEvidence[],
): readonly Paragraph[] {
  const untold = nearest.filter((way) => !evidence.some(({ text }) => text.includes(way)));
  const alike = lightning.join('\n') === classic.join('\n');
  return [
    ...untold.map((text, index) => entry(index === 0 ? 'Mend' : 'or', text)),
    ...(alike ? steps('Setup', lightning) : [...steps('Lightning', lightning), ...steps('Classic', classic)]),
  ];
}

const steps = (label: string, texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text, index) => {
    const { indent, label: first } = entry(index === 0 ? label : '', text);
    const number = texts.length > 1 ? `${index + 1}. ` : '';
    return { indent, label: `${index === 0 ? first : ' '.repeat(labelWidth)}${number}`, text };
  });

function source(
  { page, section, quote }: ResultSource,
  verbose: boolean,
  notes: SourceNotes,
): readonly Paragraph[] {
  const where = [page === null ? '' : `[${notes.numberOf(page)}]`, section ?? page?.title ?? '']
    .join(' ')
    .trim();
  return [
    ...(where === '' ? [] : [entry('Source', where)]),
    ...(verbose && quote !== null ? [{ indent: 2 + labelWidth, text: `"${quote}"` }] : []),
  ];
}
