import type {
  ComparedSubjects,
  Comparison,
  DecisionDifference,
  DecisionWord,
  RequirementDifference,
} from '../model/comparison.ts';
import {
  aloneText,
  conclusionOf,
  notAskedOf,
  pairText,
  requirementTurn,
  sideText,
} from './comparison-words.ts';
import { type Paint, painter, type Style } from './paint.ts';
import { textWidth } from './table-context.ts';
import { type Paragraph, paragraph } from './text-block.ts';
import { type Cell, textTable } from './text-table.ts';
import { signOf } from './verdict-signs.ts';

type Print = (paragraphs: readonly Paragraph[]) => readonly string[];

/** What differs, what explains it, and what could not be compared. Ends with a line break. */
export function renderComparisonTable(
  comparison: Comparison,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const print: Print = (paragraphs) => paragraphs.flatMap((each) => paragraph(each, columns, paint));
  const { before, after, remarks, subjects, onlyBefore, onlyAfter } = comparison;
  const blocks: readonly (readonly string[])[] = [
    print([
      { label: 'A  ', labelStyles: ['bold'], text: sideText(before) },
      { label: 'B  ', labelStyles: ['bold'], text: sideText(after) },
    ]),
    ...subjects.flatMap((each) => subjectBlocks(each, columns, paint, print)),
    print([...aloneText(onlyBefore, 'A'), ...aloneText(onlyAfter, 'B')].map((text) => ({ text }))),
    print(remarks.map((text) => ({ label: 'Note: ', text }))),
    print([conclusion(comparison)]),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

const conclusionSigns: Readonly<Record<Comparison['verdict'], readonly [sign: string, style: Style]>> = {
  equal: ['✔', 'green'],
  different: ['✖', 'red'],
  'not-known': ['?', 'yellow'],
};

function conclusion(comparison: Comparison): Paragraph {
  const [sign, style] = conclusionSigns[comparison.verdict];
  return { text: `${sign} ${conclusionOf(comparison)}`, styles: ['bold', style] };
}

function subjectBlocks(
  subjects: ComparedSubjects,
  columns: number,
  paint: Paint,
  print: Print,
): readonly (readonly string[])[] {
  const { decisions, facts, requirements, notKnown } = subjects;
  const isEqual = decisions.length + facts.length + requirements.length === 0;
  return [
    [
      ...print([{ text: pairText(subjects), styles: ['bold'] }]),
      ...(isEqual ? print([{ indent: 2, text: 'Nothing was found to differ.' }]) : []),
    ],
    decisions.length === 0
      ? []
      : textTable(['A → B', 'Permission', 'Why'], decisions.map(decisionCells), columns, paint),
    facts.length === 0
      ? []
      : [paint('Facts', 'bold'), ...print(facts.map(({ text }) => ({ indent: 2, label: '- ', text })))],
    requirements.length === 0
      ? []
      : [paint('Requirements', 'bold'), ...print(requirements.flatMap(requirementLines))],
    notKnown.length === 0
      ? []
      : [
          paint('Known on neither side', 'bold'),
          ...textTable(
            ['', 'What', 'Why not'],
            notKnown.map(({ what, before, after }): readonly Cell[] => [
              { text: '?', styles: ['yellow'] },
              { text: what },
              { text: before === after ? before : [`A: ${before}`, `B: ${after}`] },
            ]),
            columns,
            paint,
          ),
        ],
    ...notAskedOf(subjects).map(([where, names]) => [
      paint(where, 'bold'),
      ...print([{ indent: 2, text: names.join(', ') }]),
    ]),
  ];
}

const words: Readonly<Record<DecisionWord, string>> = { granted: '✔', denied: '✖', unknown: '?' };

/** Signs alone would have to be looked up, words alone take the room. */
function decisionCells({ permission, before, after, because }: DecisionDifference): readonly Cell[] {
  return [
    { text: `${words[before]} ${before} → ${words[after]} ${after}`, styles: [styles[after]] },
    { text: permission },
    { text: because },
  ];
}

const styles: Readonly<Record<DecisionWord, Style>> = { granted: 'green', denied: 'red', unknown: 'yellow' };

function requirementLines(difference: RequirementDifference): readonly Paragraph[] {
  const { requirement, changed, after, because } = difference;
  const [sign, , style] = signOf(after);
  const [first, ...more] = because;
  return [
    {
      indent: 2,
      label: `${sign} `,
      labelStyles: [style],
      text: `${requirement}: ${requirementTurn(difference)}${changed ? '' : ', and rests on what differs'}`,
    },
    ...(first === undefined ? [] : [{ indent: 4, label: 'Because: ', text: first }]),
    ...more.map((text) => ({ indent: 4, label: 'And:     ', text })),
  ];
}
