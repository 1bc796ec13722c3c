import type { Entries } from '../model/container.ts';
import type { PermissionSetDraft } from '../model/permission-set.ts';
import type { Flow } from '../model/snapshot.ts';
import { flowName } from '../salesforce/names.ts';
import { requiredRights } from '../salesforce/required-rights.ts';
import { xmlText } from './xml-text.ts';

/** Where a permission set stands in a project in source format, from the folder of the package. */
export const permissionSetPath = ({ name }: Pick<PermissionSetDraft, 'name'>): string =>
  `permissionsets/${name}.permissionset-meta.xml`;

/** Where it stands in metadata format, beside the package.xml. */
export const metadataPermissionSetPath = ({ name }: Pick<PermissionSetDraft, 'name'>): string =>
  `permissionsets/${name}.permissionset`;

/**
 * A permission set as metadata, elements and their children in the order in which Salesforce writes them (Metadata
 * API, PermissionSet). A right stands with all that it requires, as an org saves it.
 * @param flows The flows whose Ids the draft names; a flow that is not among them is left out.
 */
export function permissionSetXml(
  { label, description, entries }: PermissionSetDraft,
  flows: readonly Flow[] = [],
): string {
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...(description === '' ? [] : [element('description', description)]),
    ...fieldPermissions(entries),
    ...flowAccesses(entries, flows),
    element('hasActivationRequired', false),
    element('label', label),
    ...objectPermissions(entries),
    ...userPermissions(entries),
    '</PermissionSet>',
  ].join('\n')}\n`;
}

type Scalar = string | boolean;

const indent = '    ';

const element = (name: string, value: Scalar): string =>
  `${indent}<${name}>${xmlText(String(value))}</${name}>`;

const block = (name: string, children: Readonly<Record<string, Scalar>>): readonly string[] => [
  `${indent}<${name}>`,
  ...Object.entries(children).map(([child, value]) => `${indent}${element(child, value)}`),
  `${indent}</${name}>`,
];

function fieldPermissions({ fields }: Entries): readonly string[] {
  const byName = Map.groupBy(fields, ({ object, field }) => `${object}.${field}`);
  return sorted(byName).flatMap(([name, same]) => {
    const editable = same.some(({ edit }) => edit);
    const readable = editable || same.some(({ read }) => read);
    return block('fieldPermissions', { editable, field: name, readable });
  });
}

function flowAccesses({ flows: granted }: Entries, flows: readonly Flow[]): readonly string[] {
  const names = flows.filter(({ id }) => granted.some(({ flowId }) => flowId === id)).map(flowName);
  return [...new Set(names)].sort().flatMap((flow) => block('flowAccesses', { enabled: true, flow }));
}

function objectPermissions({ objects }: Entries): readonly string[] {
  return sorted(Map.groupBy(objects, ({ object }) => object)).flatMap(([object, same]) => {
    const rights = new Set(
      same.flatMap((entry) => entry.rights).flatMap((right) => [right, ...requiredRights[right]]),
    );
    return block('objectPermissions', {
      allowCreate: rights.has('create'),
      allowDelete: rights.has('delete'),
      allowEdit: rights.has('edit'),
      allowRead: rights.has('read'),
      modifyAllRecords: rights.has('modifyAllRecords'),
      object,
      // Versions before 63.0 refuse the element, whatever it says.
      ...(rights.has('viewAllFields') && { viewAllFields: true }),
      viewAllRecords: rights.has('viewAllRecords'),
    });
  });
}

const userPermissions = ({ systemPermissions }: Entries): readonly string[] =>
  [...new Set(systemPermissions.map(({ permission }) => permission))]
    .sort()
    .flatMap((name) => block('userPermissions', { enabled: true, name }));

const sorted = <T>(groups: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
