import {
  auditColumns,
  available,
  boolean,
  datetime,
  id,
  picklist,
  reference,
  string,
  systemModstamp,
} from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import type { OrgVocabulary } from './org-vocabulary.ts';
import { permissionColumns } from './permission-columns.ts';

const permissionSetTypes = ['Regular', 'Profile', 'Group', 'Session', 'Integration', 'Standard'];

export function permissionSetType(vocabulary: OrgVocabulary): ObjectType {
  return objectType({
    name: 'PermissionSet',
    label: 'Permission Set',
    keyPrefix: '0PS',
    surfaces: ['data', 'tooling'],
    since: 22,
    allows: new Set(['create', 'update', 'delete', 'search', 'recentlyUsed']),
    columns: [
      id('PermissionSet ID'),
      string('Name', 'Permission Set Name', 80, 'createable', 'nameField', 'updateable'),
      string('Label', 'Permission Set Label', 80, 'createable', 'updateable'),
      available(
        38,
        reference(
          'LicenseId',
          'License ID',
          'License',
          ['PermissionSetLicense', 'UserLicense'],
          'createable',
          'nillable',
        ),
      ),
      reference('ProfileId', 'Profile ID', 'Profile', 'Profile', 'nillable'),
      boolean('IsOwnedByProfile', 'Is Owned By Profile'),
      available(39, boolean('IsCustom', 'Is Custom')),
      ...permissionColumns(vocabulary.permissions, 'PermissionSet'),
      string('Description', 'Description', 255, 'createable', 'nillable', 'updateable'),
      ...auditColumns,
      available(23, string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable')),
      available(
        37,
        boolean('HasActivationRequired', 'Session Activation Required', 'createable', 'updateable'),
      ),
      available(
        45,
        reference(
          'PermissionSetGroupId',
          'PermissionSetGroup ID',
          'PermissionSetGroup',
          'PermissionSetGroup',
          'nillable',
        ),
      ),
      available(46, {
        ...picklist(
          'Type',
          'Permission Set Type',
          255,
          permissionSetTypes.map((value) => ({ value, label: null })),
          'defaultedOnCreate',
          'nillable',
        ),
        defaultValue: 'Regular',
      }),
    ],
  });
}

export function permissionSetAssignmentType(vocabulary: OrgVocabulary): ObjectType {
  return objectType({
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    keyPrefix: '0Pa',
    surfaces: ['data', 'tooling'],
    since: 22,
    allows: new Set(['create', 'delete']),
    columns: [
      id('PermissionSetAssignment ID'),
      reference(
        'PermissionSetId',
        'PermissionSet ID',
        'PermissionSet',
        'PermissionSet',
        'createable',
        'nillable',
      ),
      available(
        45,
        reference(
          'PermissionSetGroupId',
          'PermissionSetGroup ID',
          'PermissionSetGroup',
          'PermissionSetGroup',
          'createable',
          'nillable',
        ),
      ),
      reference('AssigneeId', 'Assignee ID', 'Assignee', 'User', 'createable'),
      { ...systemModstamp, label: 'Date Assigned' },
      available(52, datetime('ExpirationDate', 'Expires On', 'createable', 'nillable', 'updateable')),
      available(52, boolean('IsActive', 'Is Active')),
      ...(vocabulary.hasRevokedAssignments
        ? [available(57, boolean('IsRevoked', 'Is Revoked', 'updateable'))]
        : []),
    ],
  });
}

export function userPermissionAccessType(vocabulary: OrgVocabulary): ObjectType {
  return objectType({
    name: 'UserPermissionAccess',
    label: 'User Permission Access',
    labelPlural: 'User Permission Access',
    keyPrefix: null,
    since: 41,
    columns: [
      id('User Permission Access ID'),
      datetime('LastCacheUpdate', 'Last Cache Update', 'nillable'),
      ...permissionColumns(vocabulary.permissions, 'UserPermissionAccess'),
    ],
  });
}
