import {
  auditColumns,
  available,
  boolean,
  type Column,
  flag,
  id,
  picklist,
  reference,
  string,
  systemModstamp,
} from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import type { OrgVocabulary } from './org-vocabulary.ts';

const parent = reference('ParentId', 'Parent ID', 'Parent', 'PermissionSet', 'createable');

/** A right over all records; the columns that show them carry the right's own names (object reference, V). */
const right = (name: string, label: string): Column =>
  flag(`Permissions${name}`, label, 'createable', 'updateable');

export function objectPermissionsType(vocabulary: OrgVocabulary): ObjectType {
  return objectType({
    name: 'ObjectPermissions',
    label: 'Object Permissions',
    labelPlural: 'Object Permissions',
    keyPrefix: '110',
    since: 24,
    allows: new Set(['create', 'update', 'delete']),
    columns: [
      id('ObjectPermissions ID'),
      parent,
      picklist('SobjectType', 'Entity Name', 40, vocabulary.permissionableObjects, 'createable'),
      right('Create', 'Create Records'),
      right('Read', 'Read Records'),
      right('Edit', 'Edit Records'),
      right('Delete', 'Delete Records'),
      right('ViewAllRecords', 'Read All Records'),
      right('ModifyAllRecords', 'Edit All Records'),
      available(63, right('ViewAllFields', 'View All Fields')),
      ...auditColumns,
    ],
  });
}

export function fieldPermissionsType(vocabulary: OrgVocabulary): ObjectType {
  const field = (values: OrgVocabulary['permissionableFields']): Column =>
    picklist('Field', 'Field Name', 40, values, 'createable');
  return objectType({
    name: 'FieldPermissions',
    label: 'Field Permissions',
    labelPlural: 'Field Permissions',
    keyPrefix: '01k',
    since: 24,
    allows: new Set(['create', 'update', 'delete']),
    columns: [
      id('FieldPermissions ID'),
      parent,
      picklist('SobjectType', 'Entity Name', 40, vocabulary.objectsWithFields, 'createable'),
      { ...available(50, field(vocabulary.permissionableFields)), spellings: vocabulary.fieldSpellings },
      { ...available(0, field(vocabulary.permissionableFieldsBefore50), 49), cell: 'FieldBefore50' },
      boolean('PermissionsEdit', 'Edit Field', 'createable', 'updateable'),
      boolean('PermissionsRead', 'Read Field', 'createable', 'updateable'),
      systemModstamp,
    ],
  });
}

const setupEntities = [
  'ApexClass',
  'ApexPage',
  'ConnectedApplication',
  'CustomPermission',
  'ExternalDataSource',
  'NamedCredential',
];

export const setupEntityAccessType = objectType({
  name: 'SetupEntityAccess',
  label: 'Setup Entity Access',
  labelPlural: 'Setup Entity Access',
  keyPrefix: '0J0',
  since: 25,
  allows: new Set(['create', 'delete']),
  columns: [
    id('SetupEntityAccess ID'),
    parent,
    reference('SetupEntityId', 'Setup Entity ID', 'SetupEntity', setupEntities, 'createable'),
    picklist('SetupEntityType', 'Setup Entity Type', 40, [...setupEntities, 'FlowDefinition'], 'nillable'),
    systemModstamp,
  ],
});

export const permissionSetTabSettingType = objectType({
  name: 'PermissionSetTabSetting',
  label: 'Permission Set Tab Setting',
  keyPrefix: '01P',
  since: 45,
  allows: new Set(['create', 'update', 'delete']),
  columns: [
    id('PermissionSetTabSetting ID'),
    parent,
    picklist('Visibility', 'Visibility', 40, ['DefaultOff', 'DefaultOn'], 'createable', 'updateable'),
    string('Name', 'Name', 40, 'createable'),
    systemModstamp,
  ],
});

export const sessionPermSetActivationType = objectType({
  name: 'SessionPermSetActivation',
  label: 'Session Permission Set Activation',
  keyPrefix: '2Ni',
  since: 37,
  allows: new Set(['create', 'delete']),
  columns: [
    id('Session Permission Set Activation ID'),
    boolean('IsDeleted', 'Deleted'),
    ...auditColumns,
    reference('AuthSessionId', 'Auth Session ID', 'AuthSession', 'AuthSession', 'createable'),
    reference('PermissionSetId', 'Permission Set ID', 'PermissionSet', 'PermissionSet', 'createable'),
    available(
      53,
      reference(
        'PermissionSetGroupId',
        'Permission Set Group ID',
        'PermissionSetGroup',
        'PermissionSetGroup',
        'createable',
        'nillable',
      ),
    ),
    reference('UserId', 'User ID', 'User', 'User', 'createable'),
    string('Description', 'Description', 255, 'createable', 'nillable'),
  ],
});
