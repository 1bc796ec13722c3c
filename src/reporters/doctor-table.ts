import type {
  CheckedRead,
  CheckedRight,
  Checkup,
  DoubtfulRequirement,
  RightState,
} from '../model/checkup.ts';
import { eitherOf, enumerated, listed } from '../plain/lists.ts';
import { amountText } from './amounts.ts';
import { costText } from './cost-text.ts';
import { mending, tooMuch } from './doctor-advice.ts';
import { jsonText } from './json-text.ts';
import { type Paint, painter, type Style } from './paint.ts';
import { type TableContext, textWidth } from './table-context.ts';
import { labelled, type Paragraph, paragraph } from './text-block.ts';
import { type Cell, textTable } from './text-table.ts';
import { timeText } from './time-text.ts';

/** A checkup as JSON that `schemas/checkup.schema.json` describes; the same checkup gives the same bytes. */
export const renderCheckupJson = (checkup: Checkup): string => jsonText(checkup);

/** Who audits, what they can see and cannot, what that leaves undecided, and how to mend it. Ends with a line break. */
export function renderCheckupTable(checkup: Checkup, { width, colour, verbose }: TableContext): string {
  const paint = painter(colour);
  const columns = textWidth(width);
  const print = (paragraphs: readonly Paragraph[]) =>
    paragraphs.flatMap((each) => paragraph(each, columns, paint));
  const blocks: readonly (readonly string[])[] = [
    print(head(checkup, verbose)),
    textTable(
      ['Right', 'State', 'Shows'],
      checkup.rights.map((right) => rightCells(right, verbose)),
      columns,
      paint,
    ),
    checkup.reads.length === 0
      ? []
      : textTable(['Read', '', 'Why not'], checkup.reads.map(readCells), columns, paint),
    requirementLines(checkup, columns, paint),
    print(mending(checkup)),
    print(tooMuch(checkup, verbose)),
    print([conclusion(checkup)]),
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function head(
  { org, auditor, checkedAt, cost, users, tool }: Checkup,
  verbose: boolean,
): readonly Paragraph[] {
  return [
    labelled('Auditor', auditor.username ?? 'not known: the org does not tell whose session it is'),
    labelled('Org', `${org.instanceUrl} (${org.organizationId ?? 'organization Id not known'})`),
    labelled('Session', `good for the API, version ${org.apiVersion}, ${timeText(checkedAt)}`),
    ...(users.asked.length > 0 ? [labelled('About', enumerated(users.asked))] : []),
    ...(verbose
      ? [labelled('Cost', costText(cost)), labelled('Made by', `${tool.name} ${tool.version}`)]
      : []),
  ];
}

const states: Readonly<Record<RightState, { readonly text: string; readonly style: Style }>> = {
  held: { text: '✔ held', style: 'green' },
  missing: { text: '✖ missing', style: 'red' },
  'not-told': { text: '? not told', style: 'yellow' },
};

function rightCells(
  { label, state, needed, shows, source }: CheckedRight,
  verbose: boolean,
): readonly Cell[] {
  const { text, style } = states[state];
  const alike = state === 'held' || needed;
  return [
    { text: label },
    alike ? { text, styles: [style] } : { text: '- not needed', styles: ['dim'] },
    {
      text: [needed ? shows : `${shows}; these packs do not ask for it`, ...(verbose ? [`(${source})`] : [])],
    },
  ];
}

function readCells({ what, gap }: CheckedRead): readonly Cell[] {
  return gap === null
    ? [{ text: what }, { text: '✔ read', styles: ['green'] }, { text: '' }]
    : [{ text: what }, { text: '? not read', styles: ['yellow'] }, { text: gap.message }];
}

const outlooks: Readonly<Record<DoubtfulRequirement['outlook'], string>> = {
  inconclusive: '? inconclusive',
  'may-be-inconclusive': '? may be',
};

function requirementLines(
  { requirements, rights }: Checkup,
  columns: number,
  paint: Paint,
): readonly string[] {
  if (requirements.length === 0) return [];
  const labels = new Map(rights.map(({ permission, label }) => [permission, label]));
  const labelled = (missing: readonly string[]) => missing.map((name) => labels.get(name) ?? name);
  const rows = requirements.map(
    ({ requirement, title, level, outlook, missing, untold }): readonly Cell[] => [
      { text: outlooks[outlook], styles: ['yellow'] },
      { text: `${requirement} (${level})` },
      { text: [title, ...(missing.length > 0 ? [`for want of ${listed(labelled(missing))}`] : untold)] },
    ],
  );
  return textTable(['Outlook', 'Requirement', 'What, and why'], rows, columns, paint);
}

/** What it comes to, in a line. */
export const checkupLine = (checkup: Checkup): string => conclusion(checkup).text;

function conclusion({ requirements, asked, users }: Checkup): Paragraph {
  if (users.hidden !== null) {
    return {
      text: `✖ NOT SEEN: the auditor does not see ${eitherOf(users.asked)}, so nothing could be audited.`,
      styles: ['bold', 'red'],
    };
  }
  const [sure, perhaps] = (['inconclusive', 'may-be-inconclusive'] as const).map(
    (outlook) => requirements.filter((each) => each.outlook === outlook).length,
  );
  if (requirements.length === 0) {
    const of = amountText(asked, 'requirement');
    return {
      text: `✔ FIT TO AUDIT: as far as the auditor goes, all ${of} can be known.`,
      styles: ['bold', 'green'],
    };
  }
  const perhapsText =
    perhaps === 0 ? '' : `, and ${perhaps} may be, depending on the audited user and the org`;
  return {
    text: `? PARTLY BLIND: ${sure} of ${asked} requirements would be inconclusive${perhapsText}.`,
    styles: ['bold', 'yellow'],
  };
}
