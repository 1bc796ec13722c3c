import type { FlowEntry } from '../../../model/container.ts';
import type { Gap, Part } from '../../../model/part.ts';
import type { Flow } from '../../../model/snapshot.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import { isObject } from '../reader/outcome.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { longId } from '../salesforce-id.ts';
import { type SoqlFragment, soql } from '../soql.ts';
import type { Sight } from './auditor.ts';
import { grouped, parsed, text, textOrNull } from './cells.ts';

/** So many flows' metadata is read in one trip. */
export const flowsPerTrip = 25;

/**
 * Flows with an active version. Not by `IsActive`, which only says whether the latest version is the active
 * one (Object Reference, FlowDefinitionView).
 */
export const flowsRead: RowsRead = {
  kind: 'rows',
  part: 'flows',
  soql: [
    soql`SELECT DurableId, ApiName, Label, ProcessType, TriggerType, NamespacePrefix, ActiveVersionId FROM FlowDefinitionView WHERE ActiveVersionId != null`,
  ],
  mend: mends.viewSetup,
};

/** A flow, and the version whose metadata tells whether it restricts access; null where nobody need look. */
export interface SeenFlow extends Omit<Flow, 'restricted'> {
  readonly versionId: string | null;
  readonly restricted: Flow['restricted'];
}

export function seenFlows(rows: Part<readonly Row[]>, sight: Sight): Part<readonly SeenFlow[]> {
  if (rows.status === 'ok' && !sight.seesSetup) return unavailable(sight.gap);
  return parsed(rows, (all) => all.map(seenFlow).toSorted((one, other) => (one.id < other.id ? -1 : 1)));
}

function seenFlow(row: Row): SeenFlow {
  const flow = {
    id: longId(text(row, 'DurableId')),
    name: text(row, 'ApiName'),
    label: textOrNull(row, 'Label') ?? text(row, 'ApiName'),
    namespace: textOrNull(row, 'NamespacePrefix'),
    processType: text(row, 'ProcessType'),
    triggerType: textOrNull(row, 'TriggerType'),
  };
  const gap = runsInSystemContext(flow) ? systemContext : flow.namespace === null ? undefined : managed;
  return gap === undefined
    ? { ...flow, versionId: text(row, 'ActiveVersionId'), restricted: unavailable(unread) }
    : { ...flow, versionId: null, restricted: unavailable(gap) };
}

/** What a trigger starts, and what Process Builder made, runs in system context: no restriction touches it. */
function runsInSystemContext({
  processType,
  triggerType,
}: Pick<Flow, 'processType' | 'triggerType'>): boolean {
  const triggered = triggerType !== null && triggerType !== '' && triggerType !== 'None';
  return triggered || ['Workflow', 'CustomEvent', 'InvocableProcess'].includes(processType);
}

/** Tooling answers metadata for one record a query alone. */
export const flowMetadataReads = (flows: readonly SeenFlow[]): readonly RowsRead[] =>
  flows.map(({ name, versionId }) => ({
    kind: 'rows',
    part: `the flow ${name}`,
    surface: 'tooling',
    soql: [soql`SELECT Id, Metadata FROM Flow WHERE Id = ${versionId}`],
    mend: mends.viewSetup,
  }));

/**
 * `isAdditionalPermissionRequiredToRun` (47.0); left out or null is the default, false (docs/salesforce.md, "Run
 * Flow").
 */
export function restrictionIn(rows: Part<readonly Row[]>): Flow['restricted'] {
  if (rows.status === 'unavailable') return rows;
  const metadata = rows.value[0]?.Metadata;
  if (!isObject(metadata)) return unavailable(unread);
  const restricted = metadata.isAdditionalPermissionRequiredToRun ?? false;
  return typeof restricted === 'boolean' ? ok(restricted) : unavailable(unread);
}

export function flowOf(
  { versionId: _, ...flow }: SeenFlow,
  restricted: Flow['restricted'] | undefined,
): Flow {
  return { ...flow, restricted: restricted ?? flow.restricted };
}

/** Explicit grants to run a flow; the API shows them since 58.0. */
export const flowGrantsRead = (parents: readonly SoqlFragment[]): RowsRead => ({
  kind: 'rows',
  part: 'flow access',
  soql: parents.map(
    (parent) =>
      soql`SELECT ParentId, SetupEntityId FROM SetupEntityAccess WHERE SetupEntityType = 'FlowDefinition' AND ParentId IN ${parent}`,
  ),
  mend: mends.viewSetup,
});

/** By parent Id. */
export function flowEntries(rows: readonly Row[]): ReadonlyMap<string, readonly FlowEntry[]> {
  return new Map(
    [...grouped(rows, 'ParentId')].map(([parent, own]) => [
      parent,
      [...new Set(own.map((row) => longId(text(row, 'SetupEntityId'))))]
        .toSorted()
        .map((flowId) => ({ flowId })),
    ]),
  );
}

const managed: Gap = {
  code: 'unreadable',
  message: 'The flow belongs to a managed package: Salesforce shows nobody whether it restricts access',
};

const systemContext: Gap = {
  code: 'not-collected',
  message: 'The flow runs in system context, where no restriction applies, so its metadata was not read',
};

const unread: Gap = {
  code: 'query-failed',
  message: "The org did not show the flow's metadata, which tells whether it restricts access",
  mend: mends.viewSetup,
};
