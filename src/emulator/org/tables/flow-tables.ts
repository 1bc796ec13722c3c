import type { FlowDescription, OrgDescription } from '../../org-description.ts';
import { apiDateTime, setUpAt } from '../clock.ts';
import { makeId, PLACEHOLDER_ID } from '../ids.ts';
import type { OrgRecord } from '../table.ts';

export interface NumberedFlow {
  readonly description: FlowDescription;
  /** The name by which metadata and grants know it. */
  readonly definitionId: string;
  readonly versionId: string;
}

export function numberFlows(description: OrgDescription): readonly NumberedFlow[] {
  return (description.flows ?? []).map((flow, index) => ({
    description: flow,
    definitionId: makeId('300', index + 1),
    versionId: makeId('301', index + 1),
  }));
}

const manageableState = (flow: FlowDescription): string =>
  flow.namespace === undefined ? 'unmanaged' : 'installed';

export function flowDefinitionViewRecords(
  flows: readonly NumberedFlow[],
  { packages, now }: OrgDescription,
): readonly OrgRecord[] {
  return flows.map(({ description, definitionId, versionId }) => ({
    cells: {
      Id: PLACEHOLDER_ID,
      DurableId: definitionId,
      ApiName: description.name,
      Label: description.label,
      ProcessType: description.processType,
      TriggerType: description.triggerType ?? null,
      NamespacePrefix: description.namespace ?? null,
      ActiveVersionId: description.active === false ? null : versionId,
      LatestVersionId: versionId,
      LastModifiedDate: apiDateTime(setUpAt(now)),
      IsActive: description.active ?? true,
      Builder: 'Flow Builder',
      ManageableState: manageableState(description),
      InstalledPackageName: packages?.[description.namespace ?? ''] ?? null,
    },
  }));
}

export function flowDefinitionRecords(flows: readonly NumberedFlow[]): readonly OrgRecord[] {
  return flows.map(({ description, definitionId, versionId }) => ({
    cells: {
      Id: definitionId,
      DeveloperName: description.name,
      ActiveVersionId: description.active === false ? null : versionId,
      LatestVersionId: versionId,
      MasterLabel: description.label,
      NamespacePrefix: description.namespace ?? null,
      ManageableState: manageableState(description),
    },
  }));
}

/** Flow versions. The metadata of a managed flow stays with its package (docs/salesforce.md, trap 6). */
export function flowRecords(flows: readonly NumberedFlow[]): readonly OrgRecord[] {
  return flows.map(({ description, definitionId, versionId }) => ({
    cells: {
      Id: versionId,
      DefinitionId: definitionId,
      MasterLabel: description.label,
      FullName: `${description.name}-1`,
      Metadata: description.namespace === undefined ? flowMetadata(description) : null,
      ProcessType: description.processType,
      ManageableState: manageableState(description),
      Status: description.active === false ? 'Draft' : 'Active',
      VersionNumber: 1,
    },
  }));
}

function flowMetadata(flow: FlowDescription): Readonly<Record<string, unknown>> {
  return {
    actionCalls: [],
    decisions: [],
    isAdditionalPermissionRequiredToRun: flow.restrictsAccess ?? null,
    isTemplate: null,
    label: flow.label,
    processType: flow.processType,
    runInMode: null,
    screens: [],
    start: { triggerType: flow.triggerType ?? null },
    status: flow.active === false ? 'Draft' : 'Active',
    variables: [],
  };
}
