import { boolean, type Column, id, int, string } from './column.ts';
import { type ObjectType, objectType } from './object-type.ts';

/** The catalogue points at its objects by DurableId, not by a record Id. */
const entity: Column = {
  ...string('EntityDefinitionId', 'Entity Definition ID', 255, 'nillable'),
  relationshipName: 'EntityDefinition',
  referenceTo: ['EntityDefinition'],
};

const catalogue = (name: string, label: string, columns: readonly Column[]): ObjectType =>
  objectType({
    name,
    label,
    keyPrefix: null,
    surfaces: ['data', 'tooling'],
    since: 34,
    isCatalogue: true,
    columns,
  });

const flags = (...names: readonly (readonly [string, string])[]): readonly Column[] =>
  names.map(([name, label]) => boolean(name, label));

export const entityDefinitionType = catalogue('EntityDefinition', 'Entity Definition', [
  id('ID'),
  string('DurableId', 'Durable ID', 255, 'nillable'),
  string('QualifiedApiName', 'Qualified API Name', 70, 'nillable'),
  string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
  string('DeveloperName', 'Developer Name', 40, 'nillable'),
  string('MasterLabel', 'Master Label', 80, 'nillable'),
  string('Label', 'Label', 80, 'nillable', 'nameField'),
  string('PluralLabel', 'Plural Label', 80, 'nillable'),
  string('KeyPrefix', 'Key Prefix', 3, 'nillable'),
  ...flags(
    ['IsCustomizable', 'Is Customizable'],
    ['IsQueryable', 'Is Queryable'],
    ['IsCustomSetting', 'Is Custom Setting'],
  ),
]);

export const fieldDefinitionType = catalogue('FieldDefinition', 'Field Definition', [
  id('ID'),
  string('DurableId', 'Durable ID', 255, 'nillable'),
  string('QualifiedApiName', 'Qualified API Name', 70, 'nillable'),
  entity,
  string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
  string('DeveloperName', 'Developer Name', 40, 'nillable'),
  string('MasterLabel', 'Master Label', 80, 'nillable'),
  string('Label', 'Label', 80, 'nillable', 'nameField'),
  int('Length', 'Length', 'nillable'),
  string('DataType', 'Data Type', 255, 'nillable'),
  int('Precision', 'Precision', 'nillable'),
  int('Scale', 'Scale', 'nillable'),
  string('RelationshipName', 'Relationship Name', 80, 'nillable'),
  ...flags(
    ['IsCalculated', 'Is Calculated'],
    ['IsNameField', 'Is Name Field'],
    ['IsNillable', 'Is Nillable'],
    ['IsFlsEnabled', 'Is Field Level Security Enabled'],
  ),
]);

export const entityParticleType = catalogue('EntityParticle', 'Entity Particle', [
  id('ID'),
  string('DurableId', 'Durable ID', 255, 'nillable'),
  string('QualifiedApiName', 'Qualified API Name', 70, 'nillable'),
  string('Name', 'Name', 80, 'nillable', 'nameField'),
  entity,
  {
    ...string('FieldDefinitionId', 'Field Definition ID', 255, 'nillable'),
    relationshipName: 'FieldDefinition',
    referenceTo: ['FieldDefinition'],
  },
  string('NamespacePrefix', 'Namespace Prefix', 15, 'nillable'),
  string('DeveloperName', 'Developer Name', 40, 'nillable'),
  string('MasterLabel', 'Master Label', 80, 'nillable'),
  string('Label', 'Label', 80, 'nillable'),
  int('Length', 'Length', 'nillable'),
  string('DataType', 'Data Type', 255, 'nillable'),
  int('Precision', 'Precision', 'nillable'),
  int('Scale', 'Scale', 'nillable'),
  string('RelationshipName', 'Relationship Name', 80, 'nillable'),
  ...flags(
    ['IsAutonumber', 'Is Auto Number'],
    ['IsCalculated', 'Is Calculated'],
    ['IsCreatable', 'Is Createable'],
    ['IsNameField', 'Is Name Field'],
    ['IsNillable', 'Is Nillable'],
    ['IsPermissionable', 'Is Permissionable'],
    ['IsUpdatable', 'Is Updateable'],
  ),
]);
