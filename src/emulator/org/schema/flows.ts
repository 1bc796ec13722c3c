import {
  auditColumns,
  available,
  boolean,
  datetime,
  id,
  int,
  picklist,
  reference,
  string,
  textarea,
  typed,
} from './column.ts';
import { objectType } from './object-type.ts';

const processTypes = [
  'AutoLaunchedFlow',
  'Flow',
  'Workflow',
  'CustomEvent',
  'InvocableProcess',
  'ContactRequestFlow',
];
const triggerTypes = [
  'RecordBeforeSave',
  'RecordAfterSave',
  'RecordBeforeDelete',
  'Scheduled',
  'PlatformEvent',
];
const manageableStates = ['beta', 'deleted', 'deprecated', 'installed', 'released', 'unmanaged'];

/** One row a flow; no column tells whether the flow restricts who may run it (docs/salesforce.md, "Run Flow"). */
export const flowDefinitionViewType = objectType({
  name: 'FlowDefinitionView',
  label: 'Flow Definition View',
  keyPrefix: '3dd',
  since: 46,
  columns: [
    id('Flow Definition View ID'),
    string('DurableId', 'Durable ID', 18, 'nillable'),
    string('ApiName', 'Flow API Name', 255, 'nillable'),
    string('Label', 'Flow Label', 255, 'nillable', 'nameField'),
    string('Description', 'Flow Description', 255, 'nillable'),
    picklist('ProcessType', 'Process Type', 40, processTypes, 'nillable'),
    available(47, picklist('TriggerType', 'Trigger', 40, triggerTypes, 'nillable')),
    string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
    string('ActiveVersionId', 'Active Version ID', 18, 'nillable'),
    string('LatestVersionId', 'Latest Version ID', 18, 'nillable'),
    string('LastModifiedBy', 'Last Modified By', 255, 'nillable'),
    available(47, boolean('IsActive', 'Active')),
    available(47, boolean('IsOutOfDate', 'Is Using an Older Version')),
    datetime('LastModifiedDate', 'Last Modified Date', 'nillable'),
    boolean('IsTemplate', 'Template'),
    boolean('IsSwingFlow', 'Is Desktop Flow Designer'),
    available(47, string('Builder', 'Built with', 40, 'nillable')),
    available(47, picklist('ManageableState', 'Package State', 40, manageableStates, 'nillable')),
    available(47, string('InstalledPackageName', 'Installed Package', 255, 'nillable')),
  ],
});

/** Tooling: one row a flow. */
export const flowDefinitionType = objectType({
  name: 'FlowDefinition',
  label: 'Flow Definition',
  keyPrefix: '300',
  surfaces: ['tooling'],
  columns: [
    id('Flow Definition ID'),
    string('DeveloperName', 'API Name', 80, 'nameField'),
    reference('ActiveVersionId', 'Active Version ID', 'ActiveVersion', 'Flow', 'nillable'),
    reference('LatestVersionId', 'Latest Version ID', 'LatestVersion', 'Flow', 'nillable'),
    string('MasterLabel', 'Label', 80, 'nillable'),
    string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
    picklist('ManageableState', 'Manageable State', 40, manageableStates, 'nillable'),
    textarea('Description', 'Description', 255, 'nillable'),
    ...auditColumns,
  ],
});

/** Tooling: one row a flow version. `Metadata` and `FullName` may be asked for one row at a time only. */
export const flowType = objectType({
  name: 'Flow',
  label: 'Flow Version',
  keyPrefix: '301',
  surfaces: ['tooling'],
  columns: [
    id('Flow Version ID'),
    reference('DefinitionId', 'Flow Definition ID', 'Definition', 'FlowDefinition'),
    string('MasterLabel', 'Label', 255, 'nameField', 'nillable'),
    string('FullName', 'Full Name', 255, 'nillable', 'notGroupable'),
    typed('complexvalue', 'Metadata', 'Metadata', {}, 'nillable'),
    picklist('ProcessType', 'Process Type', 40, processTypes, 'nillable'),
    picklist('ManageableState', 'Manageable State', 40, manageableStates, 'nillable'),
    picklist('Status', 'Status', 40, ['Active', 'Draft', 'Obsolete', 'InvalidDraft'], 'nillable'),
    int('VersionNumber', 'Version Number', 'nillable'),
    textarea('Description', 'Description', 255, 'nillable'),
    ...auditColumns,
  ],
});
