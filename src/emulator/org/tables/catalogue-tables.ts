import type { ObjectDescription, OrgDescription } from '../../org-description.ts';
import { PLACEHOLDER_ID } from '../ids.ts';
import { namespaceOf } from '../schema/data-object.ts';
import { type FieldType, readFieldType, relationshipNameOf } from '../schema/field-type.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Cells, OrgRecord } from '../table.ts';

/** Every object of the org's data, whoever asks. */
export function entityDefinitionRecords(dataObjects: readonly ObjectType[]): readonly OrgRecord[] {
  return dataObjects.map(({ name, label, labelPlural, keyPrefix }) => ({
    cells: {
      Id: PLACEHOLDER_ID,
      DurableId: name,
      ...nameCells(name, label),
      PluralLabel: labelPlural,
      KeyPrefix: keyPrefix,
      IsCustomizable: true,
      IsQueryable: true,
    },
  }));
}

function nameCells(name: string, label: string): Cells {
  const namespace = namespaceOf(name);
  const bare = name.replace(/__[a-z]+$/i, '');
  return {
    QualifiedApiName: name,
    NamespacePrefix: namespace,
    DeveloperName: namespace === null ? bare : bare.slice(namespace.length + 2),
    MasterLabel: label,
    Label: label,
  };
}

interface CatalogueField {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly dataType: string;
  readonly type: FieldType;
  readonly permissionable: boolean;
  readonly required: boolean;
}

const systemFields: readonly Pick<CatalogueField, 'name' | 'label' | 'dataType'>[] = [
  { name: 'Id', label: 'ID', dataType: 'Id' },
  { name: 'IsDeleted', label: 'Deleted', dataType: 'Checkbox' },
  { name: 'CreatedDate', label: 'Created Date', dataType: 'Date/Time' },
  { name: 'CreatedById', label: 'Created By', dataType: 'Lookup(User)' },
  { name: 'LastModifiedDate', label: 'Last Modified Date', dataType: 'Date/Time' },
  { name: 'LastModifiedById', label: 'Last Modified By', dataType: 'Lookup(User)' },
  { name: 'SystemModstamp', label: 'System Modstamp', dataType: 'Date/Time' },
];

function fieldsOf(object: string, { fields }: ObjectDescription): readonly CatalogueField[] {
  const named = new Set(fields.map(({ name }) => name.toLowerCase()));
  const described = fields.map((field) => ({
    name: field.name,
    label: field.label,
    dataType: field.type,
    permissionable: field.permissionable ?? true,
    required: field.required ?? false,
  }));
  const system = systemFields
    .filter(({ name }) => !named.has(name.toLowerCase()))
    .map((field) => ({ ...field, permissionable: false, required: true }));
  return [...described, ...system].flatMap((field) => {
    const type = readFieldType(field.dataType);
    return type === undefined ? [] : [{ object, ...field, type }];
  });
}

/**
 * FieldDefinition and EntityParticle show every field, also those the caller cannot read (docs/salesforce.md, "Does a
 * field exist?").
 */
export function fieldCatalogue(objects: OrgDescription['objects']): {
  readonly fieldDefinitions: readonly OrgRecord[];
  readonly entityParticles: readonly OrgRecord[];
} {
  const fields = Object.entries(objects)
    .flatMap(([object, description]) => fieldsOf(object, description))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
  return {
    fieldDefinitions: fields.map((field) => ({
      cells: { ...sharedCells(field), DataType: field.dataType, IsFlsEnabled: field.permissionable },
    })),
    entityParticles: fields.map((field) => ({ cells: { ...sharedCells(field), ...particleCells(field) } })),
  };
}

/** Rows come in the order in which `DurableId >` pages through them. */
const sortKey = (field: CatalogueField): string => durableId(field).toLowerCase();
const durableId = ({ object, name }: CatalogueField): string => `${object}.${name}`;

function sharedCells(field: CatalogueField): Cells {
  const { type } = field;
  return {
    Id: PLACEHOLDER_ID,
    DurableId: durableId(field),
    EntityDefinitionId: field.object,
    ...nameCells(field.name, field.label),
    Length: type.length ?? 0,
    Precision: type.precision ?? 0,
    Scale: type.scale ?? 0,
    RelationshipName: type.type === 'reference' ? (relationshipNameOf(field) ?? null) : null,
    IsCalculated: type.isCalculated,
    IsNameField: field.name === 'Name',
    IsNillable: !field.required && type.type !== 'boolean',
  };
}

/** EntityParticle says what a describe says: the API's type names, and what clients may write. */
function particleCells(field: CatalogueField): Cells {
  const isWritable =
    !field.type.isCalculated &&
    !field.type.isAutoNumber &&
    !systemFields.some(({ name }) => name === field.name);
  return {
    Name: field.name,
    FieldDefinitionId: durableId(field),
    DataType: field.type.type,
    IsAutonumber: field.type.isAutoNumber,
    IsCreatable: isWritable,
    IsUpdatable: isWritable,
    IsPermissionable: field.permissionable,
  };
}
