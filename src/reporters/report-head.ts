import type { Report, ReportBaseline, ReportPack, ReportSource } from '../model/report.ts';
import type { OrgSource, SnapshotSource } from '../model/snapshot.ts';
import { costText } from './cost-text.ts';
import { namesText } from './names-text.ts';
import { labelled, type Paragraph } from './text-block.ts';
import { timeText } from './time-text.ts';

/** What was audited against what, and when it was read. */
export function reportHead({ source, packs, baseline }: Report): readonly Paragraph[] {
  const { collected, collectedAt, snapshot, names } = source;
  return [
    ...placeRead(collected),
    labelled('Read', `${timeText(collectedAt)}${from(snapshot)}`),
    ...(names === undefined ? [] : [labelled('Names', namesText(names))]),
    ...packs.map((pack) => labelled('Pack', packLine(pack))),
    ...(baseline === null ? [] : [labelled('Baseline', baselineText(baseline))]),
  ];
}

function placeRead(collected: SnapshotSource): readonly Paragraph[] {
  if (collected.kind === 'org') return [labelled('Org', orgText(collected))];
  const { directories, apiVersion, facts } = collected;
  const version = apiVersion === null ? 'API version not known' : `API ${apiVersion}`;
  return [
    labelled('Source', `${directories.join(', ')} (${version})`),
    ...(facts === null
      ? []
      : [labelled('Facts', `org ${orgText(facts.org)}, read ${timeText(facts.collectedAt)}`)]),
  ];
}

const baselineText = ({ file, collectedAt }: ReportBaseline): string =>
  collectedAt === null ? file : `${file}, read ${timeText(collectedAt)}`;

const orgText = ({ instanceUrl, organizationId }: OrgSource): string =>
  `${instanceUrl} (${organizationId ?? 'organization Id not known'})`;

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
  return [
    ...packs.flatMap(({ notes }) => notes.map((note) => labelled('Note', note))),
    labelled('Cost', costText(source.cost)),
    ...apiVersions(source).map((version) => labelled('API', `version ${version}`)),
    labelled('Fails on', `${failOn} and above`),
    labelled('Made by', `${tool.name} ${tool.version}`),
  ];
}

/** That of the org; the head has that of files. */
function apiVersions({ collected }: ReportSource): readonly string[] {
  const org = collected.kind === 'org' ? collected : collected.facts?.org;
  return org === undefined ? [] : [org.apiVersion];
}
