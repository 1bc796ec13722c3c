import type { LeftRequirement, RemedyPlan } from '../model/remedy-plan.ts';
import type { SetupSteps } from '../model/rule.ts';
import { enumerated } from '../plain/lists.ts';
import { inert } from './markdown/inert.ts';
import { isBefore, mendSentences, mendSteps, strongSentences } from './remedy-words.ts';
import { subjectName } from './subject-name.ts';
import { timeText } from './time-text.ts';

/** Commands that carry a plan out, as they were written beside it; none where there is nothing to deploy. */
export interface RemedyCommands {
  readonly deploy: string | null;
  readonly assign: string | null;
}

/** A plan as steps for whoever carries it out: commands, or clicks in either interface, and what is left to others. */
export function renderRemedyMarkdown(plan: RemedyPlan, commands: RemedyCommands): string {
  const before = plan.left.filter(isBefore);
  const others = plan.left.filter((each) => !isBefore(each));
  const sections: readonly (readonly string[])[] = [
    [`# Remedy for ${inert(subjectName(plan.subject))}`],
    [`As of ${timeText(plan.collectedAt)}.`, ...mendSentences(plan).map(inert)],
    strongSentences(plan).map((text) => `**Strong.** ${inert(text)}`),
    section('First: what limits what the user can be given', before.flatMap(leftLines)),
    section('By commands', [...commandLines(commands), ...nameWarning(plan)]),
    section('Or by clicks, in Lightning Experience', numbered(mendSteps(plan, 'lightning'))),
    section('Or by clicks, in Salesforce Classic', numbered(mendSteps(plan, 'classic'))),
    section('What it gives, and what for', rightLines(plan)),
    section('What it mends', mendedLines(plan)),
    section('What no permission set mends', others.flatMap(leftLines)),
    section('What could not be known', doubtLines(plan)),
    plan.waived.length === 0 ? [] : [`Waived, and so not mended: ${plan.waived.map(inert).join(', ')}.`],
    ['Then audit again: what was mended must pass.'],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, ...lines];

const numbered = (steps: readonly string[]): readonly string[] =>
  steps.length === 0 ? [] : [steps.map((step, index) => `${index + 1}. ${inert(step)}`).join('\n')];

const bullets = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];

/** Four spaces make it code, whatever stands in it. */
const commandLines = ({ deploy, assign }: RemedyCommands): readonly string[] => {
  const lines = [deploy, assign].filter((line) => line !== null);
  return lines.length === 0 ? [] : [lines.map((line) => `    ${line}`).join('\n')];
};

/** A deployment takes from a set of that name all that the file does not have. */
const nameWarning = ({ mend, set }: RemedyPlan): readonly string[] =>
  mend !== 'new-set' || set === null
    ? []
    : [
        `Not every permission set of the org was read. Where it has one called ${inert(set.name)}, plan again with another --name: a deployment would replace it.`,
      ];

function rightLines({ mend, set }: RemedyPlan): readonly string[] {
  if (mend !== 'new-set' || set === null) return [];
  return bullets(set.entries.map(({ text, neededBy }) => `${inert(text)}: ${inert(enumerated(neededBy))}`));
}

const mendedLines = ({ mended }: RemedyPlan): readonly string[] =>
  bullets(
    mended.map(
      ({ requirement, title, before, after }) =>
        `${inert(requirement)}: ${inert(title)} (${before}, then ${after})`,
    ),
  );

function leftLines({ requirement, title, message, who, setup }: LeftRequirement): readonly string[] {
  return [
    `### ${inert(title)} (${inert(requirement)})`,
    inert(message),
    `Who: ${inert(who)}.`,
    ...surfaces(setup),
  ];
}

function surfaces({ lightning, classic }: SetupSteps): readonly string[] {
  if (lightning.join('\n') === classic.join('\n')) return numbered(lightning);
  return [
    ...(lightning.length === 0 ? [] : ['In Lightning Experience:', ...numbered(lightning)]),
    ...(classic.length === 0 ? [] : ['In Salesforce Classic:', ...numbered(classic)]),
  ];
}

const doubtLines = ({ doubts }: RemedyPlan): readonly string[] =>
  bullets(
    doubts.map(({ requirement, message, nearest }) =>
      [`${inert(requirement)}: ${inert(message)}`, ...nearest.map(inert)].join(' '),
    ),
  );
