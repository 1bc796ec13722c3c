import type { Report, ReportPack } from '../model/report.ts';
import type { Paragraph } from './text-block.ts';
import { timeText } from './time-text.ts';

const entry = (label: string, text: string): Paragraph => ({
  indent: 2,
  label: `${label}:`.padEnd(11),
  text,
});

/** What was audited against what, and when it was read. */
export function reportHead({ source, packs }: Report): readonly Paragraph[] {
  const { collected, collectedAt, snapshot } = source;
  const org = `${collected.instanceUrl} (${collected.organizationId ?? 'organization Id not known'})`;
  return [
    entry('Org', org),
    entry('Read', `${timeText(collectedAt)}${from(snapshot)}`),
    ...packs.map((pack) => entry('Pack', packLine(pack))),
  ];
}

const from = (snapshot: string | null): string =>
  snapshot === null ? '' : `, from the snapshot ${snapshot}`;

function packLine({ id, version, title, variant, features }: ReportPack): string {
  const choices = [
    ...(variant === null ? [] : [`variant ${variant}`]),
    ...(features.length === 0 ? [] : [`features ${features.join(', ')}`]),
  ];
  return `${title} (${id} ${version}${choices.map((choice) => `; ${choice}`).join('')})`;
}

/** What only somebody who wants to know everything wants to know. */
export function reportDetails({ source, packs, tool, failOn }: Report): readonly Paragraph[] {
  const { roundTrips, apiCalls } = source.cost;
  return [
    ...packs.flatMap(({ notes }) => notes.map((note) => entry('Note', note))),
    entry('Cost', `${roundTrips} round trips, ${apiCalls} API calls counted against the daily limit`),
    entry('API', `version ${source.collected.apiVersion}`),
    entry('Fails on', `${failOn} and above`),
    entry('Made by', `${tool.name} ${tool.version}`),
  ];
}

/** Each thing that could not be read, and what would make it known. */
export function unreadBlock(unread: Report['unread'], verbose: boolean): readonly Paragraph[] {
  return unread.flatMap(({ message, mend, errorCode, query }) => [
    { indent: 2, label: '? ', labelStyles: ['yellow'], text: message } as const,
    ...(mend === undefined ? [] : [{ indent: 4, label: 'To know: ', text: mend }]),
    ...(verbose && errorCode !== undefined ? [{ indent: 4, label: 'Answer: ', text: errorCode }] : []),
    ...(verbose && query !== undefined ? [{ indent: 4, label: 'Query: ', text: query }] : []),
  ]);
}
