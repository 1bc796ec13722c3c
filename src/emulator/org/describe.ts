import type { ObjectView } from '../soql/source.ts';
import type { CallerAccess } from './caller.ts';
import { describeColumn } from './describe-column.ts';
import type { Column } from './schema/column.ts';
import type { ObjectType } from './schema/object-type.ts';

/** Lookups of other objects that point at a described one. */
export interface ChildRelationship {
  readonly childSObject: string;
  readonly field: string;
  readonly relationshipName: string | null;
  readonly cascadeDelete: boolean;
}

/**
 * A `describeSObjectResult`, key by key as recorded answers of a real org have it (API 50.0). What a
 * caller may do to records of the org's data follows the caller's own rights.
 */
export function describeObject(
  type: ObjectType,
  columns: readonly Column[],
  children: readonly ChildRelationship[],
  caller: CallerAccess,
  apiVersion: number,
): Readonly<Record<string, unknown>> {
  const rights = caller.grants.objects.get(type.name);
  const mayAll = caller.may('ModifyAllData');
  const createable = type.allows.has('create') && (!type.isData || rights?.has('create') === true);
  const updateable = type.allows.has('update') && (!type.isData || mayAll || rights?.has('edit') === true);
  const deletable = type.allows.has('delete') && (!type.isData || mayAll || rights?.has('delete') === true);
  return {
    actionOverrides: [],
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: children.map(describeChild),
    compactLayoutable: type.allows.has('layout'),
    createable,
    custom: type.name.endsWith('__c'),
    customSetting: false,
    deepCloneable: false,
    defaultImplementation: null,
    deletable,
    deprecatedAndHidden: false,
    extendedBy: null,
    extendsInterfaces: null,
    feedEnabled: type.allows.has('layout'),
    fields: columns.map((column) => describeColumn(column, fieldRights(type, column, caller))),
    hasSubtypes: false,
    implementedBy: null,
    implementsInterfaces: null,
    isInterface: false,
    isSubtype: false,
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: type.allows.has('layout'),
    listviewable: null,
    lookupLayoutable: null,
    mergeable: false,
    mruEnabled: type.allows.has('recentlyUsed'),
    name: type.name,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    queryable: true,
    recordTypeInfos: [],
    replicateable: type.allows.has('replicate'),
    retrieveable: true,
    searchLayoutable: type.allows.has('layout'),
    searchable: type.allows.has('search'),
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${type.label.toLowerCase().replace(/s?$/, 's')}`, name: 'everything' }],
    triggerable: type.allows.has('layout'),
    undeletable: type.allows.has('undelete') && deletable,
    updateable,
    urls: urlsOf(type, apiVersion),
  };
}

/** What the caller may write: of the org's data what field-level security allows, of Setup what the type allows. */
function fieldRights(type: ObjectType, column: Column, caller: CallerAccess): { readonly writable: boolean } {
  return { writable: !type.isData || caller.mayEditField(type.name, column.name) };
}

function describeChild(child: ChildRelationship): Readonly<Record<string, unknown>> {
  return {
    cascadeDelete: child.cascadeDelete,
    childSObject: child.childSObject,
    deprecatedAndHidden: false,
    field: child.field,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: child.relationshipName,
    restrictedDelete: false,
  };
}

function urlsOf(type: ObjectType, apiVersion: number): Readonly<Record<string, string>> {
  const tooling = type.surfaces.includes('data') ? '' : '/tooling';
  const sobject = `/services/data/v${apiVersion}.0${tooling}/sobjects/${type.name}`;
  return { rowTemplate: `${sobject}/{ID}`, describe: `${sobject}/describe`, sobject };
}

/** Deleting a permission set deletes what it holds (v: a recorded describe of PermissionSet). */
const heldByParent: ReadonlySet<string> = new Set(['ParentId']);

const childNames: Readonly<Record<string, string>> = {
  'FieldPermissions.ParentId': 'FieldPerms',
  'ObjectPermissions.ParentId': 'ObjectPerms',
  'PermissionSetAssignment.PermissionSetId': 'Assignments',
  'PermissionSetAssignment.PermissionSetGroupId': 'Assignments',
  'PermissionSetAssignment.AssigneeId': 'PermissionSetAssignments',
  'PermissionSetGroupComponent.PermissionSetId': 'PermissionSetGroupComponents',
  'PermissionSetGroupComponent.PermissionSetGroupId': 'PermissionSetGroupComponents',
  'PermissionSetLicenseAssign.AssigneeId': 'PermissionSetLicenseAssignments',
  'SessionPermSetActivation.PermissionSetId': 'SessionActivations',
  'SetupEntityAccess.ParentId': 'SetupEntityAccessItems',
};

/** Lookups, among the objects the caller sees, that point at this one. */
export function childRelationships(name: string, views: readonly ObjectView[]): readonly ChildRelationship[] {
  return views.flatMap(({ table, columns }) =>
    [...columns.values()]
      .filter((column) => column.type === 'reference' && column.referenceTo?.includes(name) === true)
      .map((column) => ({
        childSObject: table.type.name,
        field: column.name,
        relationshipName: childNames[`${table.type.name}.${column.name}`] ?? null,
        cascadeDelete: heldByParent.has(column.name),
      })),
  );
}
