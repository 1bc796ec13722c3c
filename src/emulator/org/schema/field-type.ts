import type { FieldDescription } from '../../org-description.ts';
import type { Column, ColumnType } from './column.ts';

/** A field's `DataType` text, as Setup shows it, read back into what the API says of the field. */
export interface FieldType {
  readonly type: ColumnType;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly referenceTo?: readonly string[];
  readonly isCalculated: boolean;
  readonly isAutoNumber: boolean;
}

const plainTypes: Readonly<Record<string, ColumnType>> = {
  address: 'address',
  checkbox: 'boolean',
  currency: 'currency',
  date: 'date',
  'date/time': 'datetime',
  email: 'email',
  fax: 'phone',
  geolocation: 'location',
  'long text area': 'textarea',
  name: 'string',
  number: 'double',
  percent: 'percent',
  phone: 'phone',
  picklist: 'picklist',
  'picklist (multi-select)': 'multipicklist',
  'rich text area': 'textarea',
  text: 'string',
  'text (encrypted)': 'encryptedstring',
  'text area': 'textarea',
  time: 'time',
  url: 'url',
};

const lengths: Readonly<Partial<Record<ColumnType, number>>> = {
  email: 80,
  multipicklist: 4099,
  phone: 40,
  picklist: 255,
  string: 255,
  textarea: 255,
  url: 255,
};

/** Reads `Text(40)`, `Lookup(Account)`, `Formula (Text)`, `Number(18, 0)`; undefined for an unknown kind. */
export function readFieldType(dataType: string): FieldType | undefined {
  const plain = { isCalculated: false, isAutoNumber: false };
  if (/^id$/i.test(dataType)) return { ...plain, type: 'id', length: 18 };
  if (/^auto number$/i.test(dataType)) return { ...plain, type: 'string', length: 30, isAutoNumber: true };
  if (/^roll-up summary/i.test(dataType))
    return { ...plain, type: 'double', precision: 18, scale: 2, isCalculated: true };
  const formula = /^formula ?\((.+)\)$/i.exec(dataType);
  if (formula?.[1] !== undefined) {
    const result = readFieldType(formula[1]);
    return result === undefined ? undefined : { ...result, isCalculated: true };
  }
  const lookup = /^(?:lookup|master-detail|hierarchy|external lookup|indirect lookup) ?\((.+)\)$/i.exec(
    dataType,
  );
  if (lookup?.[1] !== undefined) {
    const referenceTo = lookup[1].split(',').map((target) => target.trim());
    return { ...plain, type: 'reference', length: 18, referenceTo };
  }
  return readSizedType(dataType);
}

function readSizedType(dataType: string): FieldType | undefined {
  const sized = /^(.*?)(?: ?\((\d+)(?:, ?(\d+))?\))?$/.exec(dataType);
  const type = plainTypes[(sized?.[1] ?? dataType).toLowerCase()];
  if (type === undefined) return undefined;
  const size = sized?.[2] === undefined ? undefined : Number(sized[2]);
  const base = { type, isCalculated: false, isAutoNumber: false };
  if (type === 'double' || type === 'currency' || type === 'percent') {
    const scale = sized?.[3] === undefined ? 0 : Number(sized[3]);
    return { ...base, precision: (size ?? 18) + scale, scale };
  }
  const length = size ?? lengths[type];
  return length === undefined ? base : { ...base, length };
}

/**
 * Whether nobody can ever edit the field: it has field permissions, Read only (docs/salesforce.md, "Field
 * permissions").
 */
export function isReadOnlyField(field: FieldDescription): boolean {
  const type = readFieldType(field.type);
  return type?.isCalculated === true || type?.isAutoNumber === true;
}

/** The name by which a query follows a lookup: `AccountId` → `Account`, `Mentor__c` → `Mentor__r`. */
export function relationshipNameOf(field: Pick<Column, 'name'>): string | undefined {
  if (/__c$/i.test(field.name)) return field.name.replace(/__c$/i, '__r');
  return /Id$/.test(field.name) ? field.name.slice(0, -2) : undefined;
}
