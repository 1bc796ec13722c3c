export type ColumnType =
  | 'address'
  | 'boolean'
  | 'combobox'
  | 'complexvalue'
  | 'currency'
  | 'date'
  | 'datetime'
  | 'double'
  | 'email'
  | 'encryptedstring'
  | 'id'
  | 'int'
  | 'location'
  | 'multipicklist'
  | 'percent'
  | 'phone'
  | 'picklist'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'time'
  | 'url';

/** What a describe says of a field beyond its type's habit; `not…` takes away what the type has. */
export type Trait =
  | 'autoNumber'
  | 'calculated'
  | 'createable'
  | 'custom'
  | 'defaultedOnCreate'
  | 'idLookup'
  | 'nameField'
  | 'nillable'
  | 'notDefaulted'
  | 'notGroupable'
  | 'notAggregatable'
  | 'notSortable'
  | 'permissionable'
  | 'restrictedPicklist'
  | 'searchPrefilterable'
  | 'updateable';

export interface PicklistEntry {
  readonly value: string;
  readonly label: string | null;
}

/** One column of an object: what a query may name, and all a describe says of it. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly digits?: number;
  readonly referenceTo?: readonly string[];
  readonly relationshipName?: string;
  readonly picklist?: readonly PicklistEntry[];
  readonly defaultValue?: string | boolean;
  readonly compoundFieldName?: string;
  readonly extraTypeInfo?: string;
  readonly traits: ReadonlySet<Trait>;
  /** First and last API version that has the column. */
  readonly since?: number;
  readonly until?: number;
  /** The cell a row keeps the value in, where it is not the column's own name. */
  readonly cell?: string;
  /** Other spellings a filter may use, in lower case, and the (lower-case) spelling rows are kept by. */
  readonly spellings?: ReadonlyMap<string, string>;
  /** Of a `Permissions…` column: the system permission it shows. */
  readonly permission?: string;
}

type Extra = Partial<Omit<Column, 'name' | 'label' | 'type' | 'traits'>>;

function column(
  type: ColumnType,
  name: string,
  label: string,
  traits: readonly Trait[],
  extra: Extra = {},
): Column {
  return { name, label, type, traits: new Set(traits), ...extra };
}

export const id = (label: string): Column => column('id', 'Id', label, ['defaultedOnCreate', 'idLookup']);

export const string = (name: string, label: string, length: number, ...traits: Trait[]): Column =>
  column('string', name, label, traits, { length });

export const textarea = (name: string, label: string, length: number, ...traits: Trait[]): Column =>
  column('textarea', name, label, traits, { length, extraTypeInfo: 'plaintextarea' });

export const typed = (
  type: ColumnType,
  name: string,
  label: string,
  extra: Extra,
  ...traits: readonly Trait[]
): Column => column(type, name, label, traits, extra);

export const boolean = (name: string, label: string, ...traits: Trait[]): Column =>
  column('boolean', name, label, traits.includes('notDefaulted') ? traits : ['defaultedOnCreate', ...traits]);

/** A flag that cannot be grouped or sorted by: user preferences, permissions. */
export const flag = (name: string, label: string, ...traits: Trait[]): Column =>
  column('boolean', name, label, ['notDefaulted', 'notGroupable', 'notSortable', ...traits]);

export const datetime = (name: string, label: string, ...traits: Trait[]): Column =>
  column('datetime', name, label, traits);

export const date = (name: string, label: string, ...traits: Trait[]): Column =>
  column('date', name, label, traits);

export const int = (name: string, label: string, ...traits: Trait[]): Column =>
  column('int', name, label, traits, { digits: 9 });

export const picklist = (
  name: string,
  label: string,
  length: number,
  values: readonly (string | PicklistEntry)[],
  ...traits: Trait[]
): Column => {
  const entries = values.map((entry) => (typeof entry === 'string' ? { value: entry, label: entry } : entry));
  return column('picklist', name, label, ['restrictedPicklist', ...traits], { length, picklist: entries });
};

export const reference = (
  name: string,
  label: string,
  relationshipName: string | undefined,
  referenceTo: string | readonly string[],
  ...traits: Trait[]
): Column => {
  const targets = typeof referenceTo === 'string' ? [referenceTo] : referenceTo;
  return column('reference', name, label, traits, {
    referenceTo: targets,
    ...(relationshipName === undefined ? {} : { relationshipName }),
  });
};

/** Restricts a column to API versions: `available(52, …)` is "52.0 and later". */
export const available = (since: number, column: Column, until?: number): Column => ({
  ...column,
  since,
  ...(until === undefined ? {} : { until }),
});

export const isDeleted = boolean('IsDeleted', 'Deleted');
export const systemModstamp = datetime('SystemModstamp', 'System Modstamp', 'defaultedOnCreate');

/** Who made and last changed a record, and when. */
export const auditColumns: readonly Column[] = [
  datetime('CreatedDate', 'Created Date', 'defaultedOnCreate'),
  reference('CreatedById', 'Created By ID', 'CreatedBy', 'User', 'defaultedOnCreate'),
  datetime('LastModifiedDate', 'Last Modified Date', 'defaultedOnCreate'),
  reference('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy', 'User', 'defaultedOnCreate'),
  systemModstamp,
];
