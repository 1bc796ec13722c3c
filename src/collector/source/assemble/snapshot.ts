import type { Needs } from '../../../model/needs.ts';
import type { FilesCost, FilesSource, Snapshot } from '../../../model/snapshot.ts';
import type { Profile } from '../../../model/subject.ts';
import { nameKey } from '../../../salesforce/names.ts';
import { notCollected, ok, unavailable } from '../../parts.ts';
import type { FileReading } from '../files/file-reading.ts';
import { neededObjects } from '../interest.ts';
import type { FoundMetadata } from '../project/find-metadata.ts';
import { containerWarnings } from './container-warnings.ts';
import { containerOf } from './containers.ts';
import { type DefinedContainer, definedContainers } from './definitions.ts';
import { activeFlows, otherFlows } from './flows.ts';
import { filesDoNotTell } from './gaps.ts';
import { type DefinedGroup, definedGroups } from './groups.ts';
import { profileOf } from './profiles.ts';
import { warningsOf } from './warnings.ts';

/** Everything that was read of files, before it is put together. */
export interface ReadMetadata {
  readonly directories: readonly string[];
  readonly needs: Needs;
  readonly collectedAt: string;
  readonly found: FoundMetadata;
  readonly apiVersion: number | null;
  readonly catalogue: Snapshot['catalogue'];
  readonly readings: readonly FileReading[];
}

export interface AssembledMetadata {
  readonly snapshot: Snapshot & { readonly source: FilesSource; readonly cost: FilesCost };
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly filesOf: ReadonlyMap<string, readonly string[]>;
}

/** Puts together what the files say, every list sorted, whatever the order they were read in. */
export function assembleMetadata(read: ReadMetadata): AssembledMetadata {
  const { needs, readings, found } = read;
  const defined = definedContainers(readings, found.problems);
  const ids = new Map(defined.map(({ id }) => [nameKey(id), id]));
  const groups = definedGroups(readings, (kind, name) => ids.get(nameKey(`${kind}:${name}`)));
  const flows = needs.flows ? activeFlows(readings) : [];
  const flowIds = new Map(flows.map(({ id }) => [nameKey(id), id]));
  const containers = defined.map((each) =>
    containerOf(each, {
      apiVersion: read.apiVersion,
      namespace: found.namespace,
      neededObjects: neededObjects(needs),
      flowId: (name) => flowIds.get(nameKey(`flow:${name}`)) ?? `flow:${name}`,
      groupOf: (id) => onlyGroupOf(id, groups),
    }),
  );
  const oddities = [...defined.flatMap(containerWarnings), ...groups.flatMap(({ warnings }) => warnings)];
  return {
    snapshot: {
      ...notInFiles(needs),
      snapshotVersion: 1,
      collectedAt: read.collectedAt,
      source: { kind: 'source', directories: read.directories, apiVersion: found.apiVersion, facts: null },
      cost: costOf(readings, defined.length + groups.length),
      needs,
      catalogue: read.catalogue,
      flows: needs.flows ? ok(flows) : notCollected('flows'),
      otherFlows: needs.flows ? otherFlows : null,
      subjects: [],
      containers,
      groups: groups.map(({ group }) => group),
      warnings: warningsOf(readings, oddities, found.problems),
    },
    profiles: new Map(
      defined.flatMap((each) => (each.kind === 'profile' ? [[each.id, profileOf(each)] as const] : [])),
    ),
    filesOf: new Map([
      ...defined.map(filesOfContainer),
      ...groups.map(({ group, files }) => [group.id, files] as const),
    ]),
  };
}

const filesOfContainer = ({ id, definitions }: DefinedContainer) =>
  [id, definitions.flatMap(({ files }) => files).toSorted()] as const;

function onlyGroupOf(id: string, groups: readonly DefinedGroup[]): string | null {
  const [one, another] = groups.filter(
    ({ group: { components } }) => components.status === 'ok' && components.value.muting.includes(id),
  );
  return one === undefined || another !== undefined ? null : one.group.id;
}

type NotInFiles = Pick<
  Snapshot,
  'auditor' | 'organization' | 'limits' | 'availablePermissions' | 'permissionableObjects'
>;

function notInFiles(needs: Needs): NotInFiles {
  return {
    auditor: unavailable(filesDoNotTell('whose eyes an org is read with')),
    organization: needs.organization
      ? unavailable(filesDoNotTell('which org they are deployed to'))
      : notCollected('the organization'),
    limits: needs.limits
      ? unavailable(filesDoNotTell('the API limits of an org'))
      : notCollected('the API limits'),
    // Which permissions an org has at all, files cannot tell. That a complete set does not grant one is known all
    // the same, so none of those asked for counts as absent.
    availablePermissions: ok(needs.systemPermissions ?? []),
    permissionableObjects: unavailable(filesDoNotTell('which objects have object permissions')),
  };
}

const costOf = (readings: readonly FileReading[], containers: number): FilesCost => ({
  files: readings.length,
  bytes: sum(readings.map(({ of }) => of.bytes)),
  containers,
  entries: sum(readings.map((reading) => (reading.kind === 'container' ? reading.entries : 0))),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
