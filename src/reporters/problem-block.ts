import type { Remedy, Result, ResultSource } from '../model/report.ts';
import { baselineSentence, standing } from './baseline-words.ts';
import { grounds, nearestWays, toKnow } from './grounds.ts';
import { levelWords } from './level-words.ts';
import type { Paint } from './paint.ts';
import { resultMark } from './result-mark.ts';
import type { SourceNotes } from './source-notes.ts';
import { labelled, labelWidth, type Paragraph, paragraph } from './text-block.ts';

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
  const change = levelWords(result);
  const before = baselineSentence(result);
  const paragraphs: readonly Paragraph[] = [
    {
      label: `${mark.text}${standing(result)}  `,
      labelStyles: ['bold', mark.style],
      text: name === result.title ? name : `${name}: ${result.title}`,
      styles: ['bold'],
    },
    { indent: 2, text: result.message },
    ...grounds(result).map((text): Paragraph => ({ indent: 4, label: '- ', text })),
    ...(result.at === null ? [] : [{ ...labelled('At', ''), place: result.at }]),
    ...waysToMend(result),
    ...(result.remedy === null ? [] : setupSteps(result.remedy, verbose)),
    ...(change === null ? [] : [labelled('Level', change)]),
    ...(before === null ? [] : [labelled('Baseline', before)]),
    ...(verbose ? [labelled('Why', result.why)] : []),
    ...source(result.source, verbose, notes),
    ...(result.waiver === null
      ? []
      : [
          labelled(
            'Waived',
            `until ${result.waiver.expires} by ${result.waiver.owner}: ${result.waiver.reason}`,
          ),
        ]),
  ];
  return paragraphs.flatMap((each) => paragraph(each, width, paint));
}

/** First what would mend it, one way or another; then all that would make it known. */
function waysToMend(result: Result): readonly Paragraph[] {
  const ways = nearestWays(result);
  const mends = ways.filter((way) => !way.startsWith(toKnow));
  const knows = ways.filter((way) => way.startsWith(toKnow));
  return [
    ...mends.map((way, index) => labelled(index === 0 ? 'Mend' : 'or', way)),
    ...knows.map((way, index) =>
      labelled(index === 0 ? 'To know' : '', capitalised(way.slice(toKnow.length))),
    ),
  ];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lightning's steps; Classic's only for who asks: most who read this have the one or the other. */
function setupSteps({ setup: { lightning, classic } }: Remedy, verbose: boolean): readonly Paragraph[] {
  const alike = lightning.join('\n') === classic.join('\n');
  if (alike || !verbose) return steps('Setup', lightning);
  return [...steps('Lightning', lightning), ...steps('Classic', classic)];
}

const steps = (label: string, texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text, index) => {
    const first = labelled(index === 0 ? label : '', text);
    return texts.length === 1 ? first : { ...first, label: `${first.label}${index + 1}. ` };
  });

function source(
  { page, section, quote }: ResultSource,
  verbose: boolean,
  notes: SourceNotes,
): readonly Paragraph[] {
  const where = page === null ? 'syncgate itself' : `[${notes.numberOf(page)}] ${section ?? page.title}`;
  return [
    labelled('Source', where),
    ...(verbose && quote !== null ? [{ indent: 2 + labelWidth, text: `"${quote}"` }] : []),
  ];
}
