import type {
  FieldDescription,
  FlowDescription,
  OrgDescription,
} from '../../src/emulator/org-description.ts';
import { booleanText } from './container-elements.ts';
import { type Document, documentOf } from './documents.ts';
import type { Layout } from './layout.ts';
import { type Element, element } from './write-xml.ts';

/** Objects with their fields: those that Salesforce lets anybody retrieve. */
export function objectDocuments(org: OrgDescription, layout: Layout): readonly Document[] {
  return Object.entries(org.objects).flatMap(([name, { fields }]) => {
    const own = [element('enableFeeds', 'false'), element('sharingModel', 'ReadWrite')];
    const retrieved = fields.filter(isRetrieved).map((field) => fieldElements(field, layout));
    if (layout.format === 'older') {
      const inside = retrieved.map((children) => element('fields', children));
      return [documentOf(`objects/${name}.object`, 'CustomObject', [...own, ...inside])];
    }
    return [
      documentOf(`objects/${name}/${name}.object`, 'CustomObject', own),
      ...retrieved.map((children) =>
        documentOf(`objects/${name}/fields/${children[0]?.content}.field`, 'CustomField', children),
      ),
    ];
  });
}

/** Custom fields, and those standard ones that are customised: no others are in metadata. */
const isRetrieved = ({ name }: FieldDescription): boolean => /__c$|^ParentId$|^OwnerId$/.test(name);

function fieldElements(
  { name, label, type, required }: FieldDescription,
  layout: Layout,
): readonly Element[] {
  if (name === 'OwnerId') return [element('fullName', name), element('type', 'Lookup')];
  const isCustom = name.endsWith('__c');
  const saysRequired = isCustom && !type.startsWith('Master-Detail');
  const isRequired = required === true;
  return [
    element('fullName', name),
    ...(isCustom ? [element('label', label)] : []),
    ...typeElements(type),
    ...(saysRequired && (isRequired || layout.falsehoods === 'written')
      ? [element('required', booleanText(isRequired, layout))]
      : []),
  ];
}

/** A type as Tooling's text has it, as metadata has it. */
function typeElements(type: string): readonly Element[] {
  const [, kind = '', detail = ''] = /^([^(]*?) ?(?:\((.*)\))?$/.exec(type) ?? [];
  switch (kind) {
    case 'Formula':
      return [element('formula', 'IF(1 < 2 && TRUE, "<fields>", Name)'), element('type', detail)];
    case 'Auto Number':
      return [element('displayFormat', 'A-{0000}'), element('type', 'AutoNumber')];
    case 'Roll-Up Summary':
      return [
        element('summaryFilterItems', [element('field', 'Contact.F0__c'), element('value', 'true')]),
        element('summaryOperation', 'count'),
        element('type', 'Summary'),
      ];
    case 'Master-Detail':
      return [
        element('referenceTo', detail),
        // Else nobody could write it once the record is there; the org has only those that anybody can.
        element('reparentableMasterDetail', 'true'),
        element('type', 'MasterDetail'),
      ];
    case 'Text':
      return [element('length', detail), element('type', 'Text')];
    default:
      return [element('referenceTo', detail), element('type', kind)];
  }
}

/** Flows: those of packages are in no file. */
export function flowDocuments({ flows = [] }: OrgDescription, layout: Layout): readonly Document[] {
  return flows
    .filter(({ namespace }) => namespace === undefined)
    .flatMap((flow) =>
      layout.flows === 'by name'
        ? [flowDocument(flow, flow.name, flow.active === false ? 'Draft' : 'Active', layout)]
        : versionedFlow(flow, layout),
    );
}

/**
 * As before API 44.0: a file a version, and a definition that says which one is active, whatever the versions say
 * of themselves (Metadata API, "FlowDefinition").
 */
function versionedFlow(flow: FlowDescription, layout: Layout): readonly Document[] {
  const other = { ...flow, restrictsAccess: flow.restrictsAccess !== true };
  return [
    flowDocument(other, `${flow.name}-1`, 'Active', layout),
    flowDocument(flow, `${flow.name}-2`, 'Draft', layout),
    flowDocument(other, `${flow.name}-3`, 'Draft', layout),
    documentOf(`flowDefinitions/${flow.name}.flowDefinition`, 'FlowDefinition', [
      element('activeVersionNumber', flow.active === false ? '0' : '2'),
      element('masterLabel', flow.label),
    ]),
  ];
}

function flowDocument(flow: FlowDescription, name: string, status: string, layout: Layout): Document {
  const restricts = flow.restrictsAccess === true || layout.falsehoods === 'written';
  const trigger = flow.triggerType === undefined ? [] : [element('triggerType', flow.triggerType)];
  return documentOf(`flows/${name}.flow`, 'Flow', [
    element('label', flow.label),
    element('processType', flow.processType),
    element('start', [
      element('locationX', '50'),
      ...trigger,
      element('connector', [element('status', 'Draft')]),
    ]),
    element('status', status),
    element('variables', [element('name', 'status'), element('isInput', 'true')]),
    ...(restricts
      ? [element('isAdditionalPermissionRequiredToRun', booleanText(flow.restrictsAccess === true, layout))]
      : []),
  ]);
}
