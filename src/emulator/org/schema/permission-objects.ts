import {
  auditColumns,
  available,
  boolean,
  type Column,
  datetime,
  id,
  isDeleted,
  type PicklistEntry,
  picklist,
  reference,
  string,
  systemModstamp,
  textarea,
} from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import { permissionColumns } from './permission-columns.ts';

/** What depends on the org: which permissions it knows, and which objects and fields can be granted. */
export interface OrgVocabulary {
  readonly permissions: readonly string[];
  readonly permissionableObjects: readonly PicklistEntry[];
  readonly objectsWithFields: readonly PicklistEntry[];
  readonly permissionableFields: readonly PicklistEntry[];
  /** Lookups were spelled by their relationship before 50.0: `Contact.Account`. */
  readonly permissionableFieldsBefore50: readonly PicklistEntry[];
  /** From 50.0 a filter may leave the `Id` off a lookup: lower-case spelling → the one rows have. */
  readonly fieldSpellings: ReadonlyMap<string, string>;
  readonly hasRevokedAssignments: boolean;
}

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

const developerName = (label: string): Column =>
  string('DeveloperName', label, 80, 'createable', 'updateable', 'nameField');
const language = picklist(
  'Language',
  'Master Language',
  40,
  ['en_US'],
  'createable',
  'defaultedOnCreate',
  'nillable',
  'updateable',
);
const masterLabel = (label: string): Column => string('MasterLabel', label, 80, 'createable', 'updateable');

export const permissionSetGroupType = objectType({
  name: 'PermissionSetGroup',
  label: 'Permission Set Group',
  keyPrefix: '0PG',
  surfaces: ['data', 'tooling'],
  since: 45,
  allows: new Set(['create', 'update', 'delete']),
  columns: [
    id('PermissionSetGroup ID'),
    isDeleted,
    developerName('API Name'),
    language,
    masterLabel('Label'),
    string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
    ...auditColumns,
    textarea('Description', 'Description', 255, 'createable', 'nillable', 'updateable'),
    picklist(
      'Status',
      'Status',
      40,
      ['Updated', 'Outdated', 'Updating', 'Failed'],
      'defaultedOnCreate',
      'nillable',
    ),
    available(
      53,
      boolean('HasActivationRequired', 'Session Activation Required', 'createable', 'updateable'),
    ),
  ],
});

export const permissionSetGroupComponentType = objectType({
  name: 'PermissionSetGroupComponent',
  label: 'Permission Set Group Component',
  keyPrefix: '0PM',
  surfaces: ['data', 'tooling'],
  since: 45,
  allows: new Set(['create', 'delete']),
  columns: [
    id('PermissionSetGroupComponent ID'),
    isDeleted,
    ...auditColumns,
    reference(
      'PermissionSetGroupId',
      'Permission Set Group ID',
      'PermissionSetGroup',
      'PermissionSetGroup',
      'createable',
    ),
    reference('PermissionSetId', 'Permission Set ID', 'PermissionSet', 'PermissionSet', 'createable'),
  ],
});

export function mutingPermissionSetType(vocabulary: OrgVocabulary): ObjectType {
  return objectType({
    name: 'MutingPermissionSet',
    label: 'Muting Permission Set',
    keyPrefix: '0QM',
    surfaces: ['data', 'tooling'],
    since: 46,
    allows: new Set(['create', 'update', 'delete']),
    columns: [
      id('MutingPermissionSet ID'),
      isDeleted,
      developerName('Muting Permission Set Name'),
      language,
      masterLabel('Muting Permission Set Label'),
      ...auditColumns,
      ...permissionColumns(vocabulary.permissions, 'MutingPermissionSet'),
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
