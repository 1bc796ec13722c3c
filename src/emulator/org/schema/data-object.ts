import type { FieldDescription, ObjectDescription } from '../../org-description.ts';
import { auditColumns, type Column, id, isDeleted, type Trait } from './column.ts';
import { readFieldType, relationshipNameOf } from './field-type.ts';
import { type ObjectType, objectType } from './object-type.ts';

const standardPrefixes: Readonly<Record<string, string>> = {
  Account: '001',
  Asset: '02i',
  Campaign: '701',
  CampaignMember: '00v',
  Case: '500',
  Contact: '003',
  Contract: '800',
  Event: '00U',
  Lead: '00Q',
  Opportunity: '006',
  OpportunityLineItem: '00k',
  Order: '801',
  OrderItem: '802',
  Pricebook2: '01s',
  PricebookEntry: '01u',
  Product2: '01t',
  Task: '00T',
};

/** Whether a name is a custom one: `Region__c`, `iv__Account__c`. */
export const isCustomName = (name: string): boolean => /__[a-z]+$/i.test(name);

/** The namespace in `iv__Account__c`; null for names of the org's own. */
export function namespaceOf(name: string): string | null {
  return /^([a-z][a-z0-9]{0,14}?)__\w+__[a-z]+$/i.exec(name)?.[1] ?? null;
}

/** The column of a described field. */
export function fieldColumn(field: FieldDescription): Column {
  const described = readFieldType(field.type);
  if (described === undefined) throw new Error(`Field ${field.name}: the type '${field.type}' is not known.`);
  const { isCalculated, isAutoNumber, ...shape } = described;
  const written = isCalculated || isAutoNumber || shape.type === 'id';
  const traits: Trait[] = [
    ...(isCustomName(field.name) ? (['custom'] as const) : []),
    ...(isCalculated ? (['calculated'] as const) : []),
    ...(isAutoNumber ? (['autoNumber'] as const) : []),
    ...(written ? [] : (['createable', 'updateable'] as const)),
    ...(field.required === true || shape.type === 'boolean' ? [] : (['nillable'] as const)),
    ...(field.permissionable === false ? [] : (['permissionable'] as const)),
    ...(field.name === 'Name' ? (['nameField'] as const) : []),
  ];
  const relationshipName = shape.type === 'reference' ? relationshipNameOf(field) : undefined;
  return {
    name: field.name,
    label: field.label,
    ...shape,
    ...(shape.type === 'picklist' || shape.type === 'multipicklist' ? { picklist: [] } : {}),
    ...(relationshipName === undefined ? {} : { relationshipName }),
    traits: new Set(traits),
  };
}

/**
 * An object of the org's data. Fields every object has (Id, who made and changed it) are added where the
 * description leaves them out.
 */
export function dataObjectType(name: string, description: ObjectDescription, number: number): ObjectType {
  const described = description.fields.map(fieldColumn);
  const named = new Set(described.map((column) => column.name.toLowerCase()));
  const missing = [id(`${description.label} ID`), isDeleted, ...auditColumns].filter(
    (column) => !named.has(column.name.toLowerCase()),
  );
  return objectType({
    name,
    label: description.label,
    keyPrefix: standardPrefixes[name] ?? `a${number.toString(36).padStart(2, '0')}`,
    surfaces: ['data'],
    isData: true,
    allows: new Set([
      'create',
      'update',
      'delete',
      'undelete',
      'search',
      'layout',
      'recentlyUsed',
      'replicate',
    ]),
    columns: [...missing.slice(0, 1), ...described, ...missing.slice(1)],
  });
}
