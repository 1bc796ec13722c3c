import type { ObjectRightName } from '../../org-description.ts';
import type { Grants } from '../grants.ts';
import { makeId, PLACEHOLDER_ID } from '../ids.ts';
import type { OrgRecord } from '../table.ts';

/** A permission set, aggregate or muting set, by the Id its rows name as parent. */
export interface Parent {
  readonly parentId: string;
  readonly grants: Grants;
  /** A muting set's rows show what it takes away. */
  readonly isMuting: boolean;
}

const rightColumns: Readonly<Record<ObjectRightName, string>> = {
  read: 'PermissionsRead',
  create: 'PermissionsCreate',
  edit: 'PermissionsEdit',
  delete: 'PermissionsDelete',
  viewAllRecords: 'PermissionsViewAllRecords',
  modifyAllRecords: 'PermissionsModifyAllRecords',
  viewAllFields: 'PermissionsViewAllFields',
};

/**
 * What a system permission over all data amounts to on each object. Never Create: Modify All Data, like
 * Modify All, does not include it (docs/salesforce.md, trap 10).
 */
const inferredRights: Readonly<Record<string, readonly ObjectRightName[]>> = {
  ViewAllData: ['read', 'viewAllRecords'],
  ModifyAllData: ['read', 'edit', 'delete', 'viewAllRecords', 'modifyAllRecords'],
};

/** Rows of ObjectPermissions: one a granted object, and placeholders for access that is only inferred. */
export function objectPermissionRecords(
  parents: readonly Parent[],
  permissionableObjects: readonly string[],
): readonly OrgRecord[] {
  let number = 0;
  const row = (parent: Parent, object: string, rights: Iterable<ObjectRightName>, id: string): OrgRecord => ({
    cells: {
      Id: id,
      ParentId: parent.parentId,
      SobjectType: object,
      ...Object.fromEntries([...rights].map((right) => [rightColumns[right], true])),
    },
  });
  return parents.flatMap((parent) => {
    const explicit = [...parent.grants.objects].map(([object, rights]) =>
      row(parent, object, rights, makeId('110', ++number)),
    );
    if (parent.isMuting) return explicit;
    const inferred = Object.entries(inferredRights).flatMap(([permission, rights]) =>
      parent.grants.system.has(permission) ? rights : [],
    );
    if (inferred.length === 0) return explicit;
    return [
      ...explicit,
      ...permissionableObjects.map((object) => row(parent, object, inferred, PLACEHOLDER_ID)),
    ];
  });
}

/** Rows of FieldPermissions; `lookupSpelling` gives the spelling of before 50.0 where it differs. */
export function fieldPermissionRecords(
  parents: readonly Parent[],
  lookupSpelling: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  let number = 0;
  return parents.flatMap((parent) =>
    [...parent.grants.fields].map(([field, right]) => ({
      cells: {
        Id: makeId('01k', ++number),
        ParentId: parent.parentId,
        SobjectType: field.slice(0, field.indexOf('.')),
        Field: field,
        FieldBefore50: lookupSpelling.get(field) ?? field,
        PermissionsRead: parent.isMuting ? right === 'read' : true,
        PermissionsEdit: parent.isMuting || right === 'edit',
      },
    })),
  );
}

/** Rows of SetupEntityAccess: flows a container enables, which the API shows since 58.0 (V). */
export function setupEntityAccessRecords(
  parents: readonly Parent[],
  flowDefinitionIds: ReadonlyMap<string, string>,
): readonly OrgRecord[] {
  let number = 0;
  return parents.flatMap((parent) =>
    [...parent.grants.flows].map((flow) => ({
      cells: {
        Id: makeId('0J0', ++number),
        ParentId: parent.parentId,
        SetupEntityId: flowDefinitionIds.get(flow) ?? null,
        SetupEntityType: 'FlowDefinition',
      },
      since: 58,
    })),
  );
}
