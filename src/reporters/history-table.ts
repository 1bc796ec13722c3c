import type { PlaceTimeline, RequirementTimeline, SubjectTimeline, Timeline } from '../model/timeline.ts';
import { dayOf } from '../plain/days.ts';
import { amountText } from './amounts.ts';
import { changeLines } from './history-changes.ts';
import { type Paint, painter } from './paint.ts';
import { capitalised, subjectNoun } from './subject-name.ts';
import { textWidth } from './table-context.ts';
import { labelled, type Paragraph, paragraph } from './text-block.ts';
import { textTable } from './text-table.ts';
import { timeText } from './time-text.ts';
import { legend, notAsked, signOf } from './verdict-signs.ts';

/** More runs than this are cut in any width: nobody counts that many signs. */
const mostRuns = 60;

/** Every requirement's verdicts over the recorded runs, and under them what changed and why. Ends with a line break. */
export function renderHistoryTable(
  timeline: Timeline,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const blocks = timeline.places.flatMap((place) =>
    place.subjects.map((subject) => subjectLines(place, subject, columns, paint)),
  );
  if (blocks.length === 0) return 'No run was recorded since then.\n';
  const signs = paragraph({ text: legend, styles: ['dim'] }, columns, paint);
  return `${[...blocks, signs].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function subjectLines(
  { place }: PlaceTimeline,
  timeline: SubjectTimeline,
  columns: number,
  paint: Paint,
): readonly string[] {
  const { subject, runs, requirements } = timeline;
  const fits = Math.min(runs.length, mostRuns, runsThatFit(requirements, columns));
  const head: readonly Paragraph[] = [
    {
      label: `${capitalised(subjectNoun([subject]))} `,
      text: `${subject.name} (${subject.title})`,
      styles: ['bold'],
    },
    labelled(place.kind === 'org' ? 'Org' : 'Source', placeText(place)),
    labelled('Runs', `${runsText(runs)}${fits < runs.length ? `; the last ${fits} are shown` : ''}`),
  ];
  return [
    ...head.flatMap((each) => paragraph(each, columns, paint)),
    '',
    ...textTable(
      ['Now', 'Requirement', 'Runs', 'Since'],
      requirements.map((each) => rowOf(each, fits)),
      columns,
      paint,
    ),
    ...changeLines(timeline, columns, paint),
  ];
}

const placeText = ({ kind, name, title }: PlaceTimeline['place']): string =>
  kind === 'org' ? `${title} (${name})` : title;

function runsText(runs: readonly string[]): string {
  const [first = '', last = ''] = [runs[0], runs.at(-1)];
  return runs.length === 1
    ? `1 run, ${timeText(first)}`
    : `${amountText(runs.length, 'run')}, ${timeText(first)} to ${timeText(last)}`;
}

/** What the other columns leave: the mark, the longest id, a day, and three gaps. */
function runsThatFit(requirements: readonly RequirementTimeline[], columns: number): number {
  const longest = Math.max(...requirements.map(({ requirement }) => requirement.length));
  return Math.max(columns - longest - '- not applicable'.length - '2026-10-04'.length - 6, 8);
}

function rowOf({ requirement, last, verdicts, since }: RequirementTimeline, fits: number) {
  const [sign, word, style] = signOf(last);
  const line = verdicts.slice(-fits).map((each) => (each === null ? notAsked : signOf(each)[0]));
  return [
    { text: `${sign} ${word}`, styles: [style] },
    { text: requirement },
    { text: line.join('') },
    { text: dayOf(since) },
  ];
}
