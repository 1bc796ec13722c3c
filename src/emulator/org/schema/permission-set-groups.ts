import {
  auditColumns,
  available,
  boolean,
  type Column,
  id,
  isDeleted,
  picklist,
  reference,
  string,
  textarea,
} from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';
import type { OrgVocabulary } from './org-vocabulary.ts';
import { permissionColumns } from './permission-columns.ts';

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
