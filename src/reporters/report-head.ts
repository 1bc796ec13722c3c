import type { Report, ReportPack } from '../model/report.ts';
import { labelled, type Paragraph } from './text-block.ts';
import { timeText } from './time-text.ts';

/** What was audited against what, and when it was read. */
export function reportHead({ source, packs }: Report): readonly Paragraph[] {
  const { collected, collectedAt, snapshot } = source;
  const org = `${collected.instanceUrl} (${collected.organizationId ?? 'organization Id not known'})`;
  return [
    labelled('Org', org),
    labelled('Read', `${timeText(collectedAt)}${from(snapshot)}`),
    ...packs.map((pack) => labelled('Pack', packLine(pack))),
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
    ...packs.flatMap(({ notes }) => notes.map((note) => labelled('Note', note))),
    labelled('Cost', `${roundTrips} round trips, ${apiCalls} API calls counted against the daily limit`),
    labelled('API', `version ${source.collected.apiVersion}`),
    labelled('Fails on', `${failOn} and above`),
    labelled('Made by', `${tool.name} ${tool.version}`),
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
