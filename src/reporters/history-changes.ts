import type { Change, Moment, SubjectTimeline } from '../model/timeline.ts';
import { dayOf } from '../plain/days.ts';
import { firstOf } from '../plain/lists.ts';
import type { Paint } from './paint.ts';
import { type Paragraph, paragraph } from './text-block.ts';
import { timeText } from './time-text.ts';
import { signOf } from './verdict-signs.ts';

/** The changes from one run to the next, the latest first. */
export function changeLines(
  { requirements }: SubjectTimeline,
  columns: number,
  paint: Paint,
): readonly string[] {
  const changes = requirements.flatMap(({ requirement, changes }) =>
    changes.map((change) => ({ requirement, change })),
  );
  if (changes.length === 0) return ['', 'Nothing changed.'];
  const byTime = Map.groupBy(changes, ({ change: { from, to } }) => `${to.at} ${from.at}`);
  return [...byTime]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([, together]) => [
      '',
      ...together.slice(0, 1).map(({ change }) => paint(span(change), 'bold')),
      ...together.flatMap(({ requirement, change }) => oneChange(requirement, change, columns, paint)),
    ]);
}

/** By days; by times where it happened within one. */
function span({ from, to }: Change): string {
  const text = dayOf(from.at) === dayOf(to.at) ? timeText : dayOf;
  return `${text(from.at)} → ${text(to.at)}`;
}

function oneChange(
  requirement: string,
  { from, to, because }: Change,
  columns: number,
  paint: Paint,
): readonly string[] {
  const [sign, , style] = signOf(to);
  const head: Paragraph = {
    indent: 2,
    label: `${sign} `,
    labelStyles: [style],
    text: `${requirement}: ${turnText(from, to)}`,
  };
  const [first = '', ...more] = because;
  const reasons = [
    { indent: 4, label: 'Because: ', text: first },
    ...more.map((text) => ({ indent: 4, label: 'And:     ', text })),
  ];
  return [head, ...reasons].flatMap((each) => paragraph(each, columns, paint));
}

function turnText(from: Moment, to: Moment): string {
  const [was, is] = [from, to].map((moment) => signOf(moment)[1]);
  if (was !== is) return `${was} → ${is}`;
  if (from.level !== to.level) return `still ${is}, at level ${to.level}`;
  const more = to.lacks.filter((name) => !from.lacks.includes(name));
  const less = from.lacks.filter((name) => !to.lacks.includes(name));
  const told = [
    ...(more.length > 0 ? [`without ${firstOf(more, 4)} too`] : []),
    ...(less.length > 0 ? [`no longer for ${firstOf(less, 4)}`] : []),
  ];
  return [`still ${is}`, ...told].join(', ');
}
