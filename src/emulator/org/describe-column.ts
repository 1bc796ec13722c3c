import type { Column, ColumnType, Trait } from './schema/column.ts';

const soapTypes: Readonly<Partial<Record<ColumnType, string>>> = {
  address: 'urn:address',
  boolean: 'xsd:boolean',
  currency: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  double: 'xsd:double',
  id: 'tns:ID',
  int: 'xsd:int',
  location: 'urn:location',
  percent: 'xsd:double',
  reference: 'tns:ID',
  time: 'xsd:time',
};

/** Types that can be neither grouped nor, some of them, calculated with or sorted. */
const notGroupable: ReadonlySet<ColumnType> = new Set([
  'address',
  'currency',
  'datetime',
  'double',
  'location',
  'multipicklist',
  'percent',
  'complexvalue',
]);
const notAggregatable: ReadonlySet<ColumnType> = new Set(['address', 'boolean', 'complexvalue', 'location']);
const notSortable: ReadonlySet<ColumnType> = new Set([
  'address',
  'complexvalue',
  'location',
  'multipicklist',
]);
const inPoints: ReadonlySet<ColumnType> = new Set(['id', 'reference']);

/** One entry of a describe's `fields`, key by key as recorded answers of a real org have it (API 50.0). */
export function describeColumn(
  column: Column,
  { writable }: { readonly writable: boolean },
): Readonly<Record<string, unknown>> {
  const { type } = column;
  const has = (trait: Trait): boolean => column.traits.has(trait);
  const length = column.length ?? (inPoints.has(type) ? 18 : 0);
  const isPolymorphic = (column.referenceTo?.length ?? 0) > 1;
  return {
    aggregatable: !notAggregatable.has(type) && !has('notAggregatable'),
    aiPredictionField: false,
    autoNumber: has('autoNumber'),
    byteLength: inPoints.has(type) ? length : length * 3,
    calculated: has('calculated'),
    calculatedFormula: null,
    cascadeDelete: false,
    caseSensitive: false,
    compoundFieldName: column.compoundFieldName ?? null,
    controllerName: null,
    createable: has('createable') && writable,
    custom: has('custom'),
    defaultValue: column.defaultValue ?? (type === 'boolean' && has('defaultedOnCreate') ? false : null),
    defaultValueFormula: null,
    defaultedOnCreate: has('defaultedOnCreate'),
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: column.digits ?? 0,
    displayLocationInDecimal: false,
    encrypted: type === 'encryptedstring',
    externalId: false,
    extraTypeInfo: column.extraTypeInfo ?? null,
    filterable: type !== 'complexvalue',
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: !notGroupable.has(type) && !has('notGroupable'),
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: has('idLookup'),
    inlineHelpText: null,
    label: column.label,
    length,
    mask: null,
    maskType: null,
    name: column.name,
    nameField: has('nameField'),
    namePointing: isPolymorphic && column.relationshipName !== undefined,
    nillable: has('nillable'),
    permissionable: has('permissionable'),
    picklistValues: (column.picklist ?? []).map(({ value, label }) => ({
      active: true,
      defaultValue: value === column.defaultValue,
      label,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: isPolymorphic,
    precision: column.precision ?? 0,
    queryByDistance: type === 'address' || type === 'location',
    referenceTargetField: null,
    referenceTo: column.referenceTo ?? [],
    relationshipName: column.relationshipName ?? null,
    relationshipOrder: null,
    restrictedDelete: false,
    restrictedPicklist: has('restrictedPicklist'),
    scale: column.scale ?? 0,
    searchPrefilterable: has('searchPrefilterable'),
    soapType: soapTypes[type] ?? (type === 'complexvalue' ? 'urn:complexvalue' : 'xsd:string'),
    sortable: !notSortable.has(type) && !has('notSortable'),
    type,
    unique: false,
    updateable: has('updateable') && writable,
    writeRequiresMasterRead: false,
  };
}
