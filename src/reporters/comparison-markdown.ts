import type {
  ComparedSubjects,
  Comparison,
  DecisionDifference,
  RequirementDifference,
} from '../model/comparison.ts';
import { numberText } from './amounts.ts';
import {
  aloneText,
  conclusionOf,
  notAskedOf,
  pairText,
  requirementTurn,
  sideText,
} from './comparison-words.ts';
import { fitted, type Section } from './markdown/fitted.ts';
import { inert } from './markdown/inert.ts';
import { terminalText } from './terminal-text.ts';
import { signOf } from './verdict-signs.ts';
import { cutText } from './wrap-text.ts';

/** A comment on GitHub takes no more characters. */
const commentSize = 65_536;
/** For the sentence that tells what was left out. */
const reserve = 500;

/** A comparison as a comment on a pull request or ticket. @param most how many characters there is room for */
export function renderComparisonMarkdown(comparison: Comparison, most = commentSize): string {
  const { before, after, remarks, tool, onlyBefore, onlyAfter } = comparison;
  const head = [
    '<!-- syncgate comparison -->',
    `### ${short(conclusionOf(comparison), 1000)}`,
    `- A: ${short(sideText(before), 400)}\n- B: ${short(sideText(after), 400)}`,
  ];
  const foot = `<sub>${inert(`${tool.name} ${tool.version}`)}</sub>`;
  const sections = [
    ...comparison.subjects.flatMap(subjectSections),
    listed('note', '**Notes**', [...aloneText(onlyBefore, 'A'), ...aloneText(onlyAfter, 'B'), ...remarks]),
  ];
  const room = most - [...head, foot].join('\n\n').length - reserve;
  const { blocks, left } = fitted(sections, room);
  const cut =
    left.length === 0
      ? []
      : [
          `Left out here, where there is room for ${numberText(most)} characters: ${left.join(', ')}. The formats json and table have everything.`,
        ];
  return `${[...head, ...blocks, ...cut, foot].join('\n\n')}\n`;
}

const short = (text: string, width: number): string => inert(cutText(terminalText(text), width)[0]);

function subjectSections(subjects: ComparedSubjects): readonly Section[] {
  const { decisions, facts, requirements, notKnown } = subjects;
  const name = `**${short(pairText(subjects), 300)}**`;
  return [
    {
      noun: 'decision',
      head: `${name}\n\n| A | B | Permission | Why |\n| --- | --- | --- | --- |`,
      items: decisions.map((each) => () => decisionRow(each)),
      gap: '\n',
    },
    listed(
      'fact',
      `${name}: facts`,
      facts.map(({ text }) => text),
    ),
    {
      noun: 'requirement',
      head: `${name}: requirements\n\n| | Requirement | A → B | Why |\n| --- | --- | --- | --- |`,
      items: requirements.map((each) => () => requirementRow(each)),
      gap: '\n',
    },
    listed(
      'open question',
      `${name}: known on neither side`,
      notKnown.map(({ what, before, after }) =>
        before === after ? `${what}: ${before}` : `${what}: A: ${before} B: ${after}`,
      ),
    ),
    ...notAskedOf(subjects).map(([where, names]) =>
      listed('thing that was not asked', `${name}: ${where.replace('Not', 'not')}`, names),
    ),
  ];
}

const decisionRow = ({ permission, before, after, because }: DecisionDifference): string =>
  `| ${before} | ${after} | ${short(permission, 200)} | ${short(because.join(' '), 600)} |`;

const requirementRow = (difference: RequirementDifference): string =>
  `| ${signOf(difference.after)[0]} | ${inert(difference.requirement)} | ${short(requirementTurn(difference), 300)} | ${short(difference.because.join(' '), 600)} |`;

const listed = (noun: string, head: string, texts: readonly string[]): Section => ({
  noun,
  head: `${head}\n`,
  items: texts.map((text) => () => `- ${inert(text)}`),
  gap: '\n',
});
