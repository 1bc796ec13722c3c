import type { Gap, Part } from '../../../model/part.ts';
import type { Flow } from '../../../model/snapshot.ts';
import { firstOf } from '../../../plain/lists.ts';
import { nameKey } from '../../../salesforce/names.ts';
import { ok, unavailable } from '../../parts.ts';
import type { BrokenFile, FileReading, FlowDefinitionFile, FlowFile } from '../files/file-reading.ts';
import { addFacts, placeText, unreadableFile } from './gaps.ts';

type Told = FlowFile | FlowDefinitionFile | BrokenFile;

/** Statuses of a version that is not active (Metadata API Developer Guide, "Flow"). */
const inactive: readonly string[] = ['Draft', 'InvalidDraft', 'Obsolete', 'UnderReview'];

/** Flows that are active, or may be; sorted by Id. */
export function activeFlows(readings: readonly FileReading[]): readonly Flow[] {
  const own = readings
    .filter((reading): reading is Told => ['flow', 'flow-definition'].includes(reading.of.kind))
    .toSorted((one, other) => (one.of.file < other.of.file ? -1 : 1));
  return [...Map.groupBy(own, ({ of }) => nameKey(of.name)).values()]
    .flatMap(activeFlow)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Why an org may have active flows beside these. */
export const otherFlows: Gap = {
  code: 'source-cannot-tell',
  message:
    'the org may have active flows, or other versions of these, that are not in the files, those of managed packages for example',
  mend: addFacts,
};

function activeFlow(told: readonly Told[]): readonly Flow[] {
  const name = told.find(({ of }) => of.kind === 'flow')?.of.name ?? told[0]?.of.name ?? '';
  const broken = told.find((each) => each.kind === 'broken');
  const versions = told.filter((each) => each.kind === 'flow');
  if (broken !== undefined)
    return [flowOf(name, versions, unavailable(unreadableFile(`flow '${name}'`, broken)))];
  const definitions = told.filter((each) => each.kind === 'flow-definition');
  const active = activeVersions(definitions);
  if (active === 'none') return [];
  if (active === 'by-status') {
    const candidates = versions.filter(({ status }) => status === null || !inactive.includes(status));
    return candidates.length === 0 ? [] : [flowOf(name, candidates, restrictionIn(name, candidates))];
  }
  const candidates = versions.filter((file) => isVersion(file, active));
  if (candidates.length > 0) return [flowOf(name, candidates, restrictionIn(name, candidates))];
  return [flowOf(name, versions, unavailable(noSuchVersion(name, active, definitions)))];
}

/** A flow definition says which version is active, whatever the versions say (Metadata API Developer Guide, "FlowDefinition"). */
function activeVersions(
  definitions: readonly FlowDefinitionFile[],
): 'by-status' | 'none' | readonly (number | null)[] {
  if (definitions.length === 0) return 'by-status';
  const said = [...new Set(definitions.map(({ activeVersion }) => activeVersion))];
  return said.every((version) => version === 0) ? 'none' : said;
}

/** A file without a version is the latest one, or the active one: the latter where it says that it is active. */
const isVersion = ({ of, status }: FlowFile, active: readonly (number | null)[]): boolean =>
  of.version === undefined ? status === 'Active' : active.includes(of.version);

function restrictionIn(name: string, candidates: readonly FlowFile[]): Part<boolean> {
  const [value, another] = [...new Set(candidates.map(({ restricted }) => restricted.value))];
  const files = firstOf(
    candidates.map(({ of }) => of.file),
    3,
  );
  if (typeof value === 'boolean' && another === undefined) return ok(value);
  const what =
    candidates.length > 1
      ? `flow '${name}' is defined by several files, any of which may be active, that differ in whether access is restricted (${files})`
      : `flow '${name}' does not tell plainly whether access to it is restricted (${files})`;
  return unavailable({ code: 'source-cannot-tell', message: what, mend: addFacts });
}

function noSuchVersion(
  name: string,
  active: readonly (number | null)[],
  definitions: readonly FlowDefinitionFile[],
): Gap {
  const places = definitions.map((definition) => placeText(definition));
  const version = active.map((each) => each ?? 'that it does not tell').join(' or ');
  return {
    code: 'source-cannot-tell',
    message: `of flow '${name}' version ${version} is active (${firstOf(places, 3)}), and no file has that version`,
    mend: `retrieve that version of the flow, or ${addFacts}`,
  };
}

/** Of several files the one that runs for a user tells the kind: what a trigger starts needs no permission. */
function flowOf(name: string, candidates: readonly FlowFile[], restricted: Part<boolean>): Flow {
  const file = candidates.find(({ triggerType }) => triggerType === null) ?? candidates[0];
  const at =
    file?.restricted.at ??
    file?.at ??
    (restricted.status === 'unavailable' ? restricted.reason.at : undefined);
  return {
    id: `flow:${name}`,
    name,
    label: file?.label ?? name,
    namespace: null,
    processType: file?.processType ?? '',
    triggerType: file?.triggerType ?? null,
    restricted,
    ...(at && { at }),
  };
}
