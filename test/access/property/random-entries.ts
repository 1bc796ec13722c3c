import * as fc from 'fast-check';
import type { ObjectRightName, PermissionEntries } from '../../../src/emulator/org-description.ts';

/** System permissions that imply others, and two that do not. */
export const systemPermissions: readonly string[] = [
  'ApiEnabled',
  'RunFlow',
  'ViewAllData',
  'ModifyAllData',
  'ViewAllFieldsGlobal',
  'EditReadonlyFields',
];

export const objectRights: readonly ObjectRightName[] = [
  'read',
  'create',
  'edit',
  'delete',
  'viewAllRecords',
  'modifyAllRecords',
  'viewAllFields',
];

/** Every name a random container may speak of; an org has only some of them. */
export const objectNames = ['Account', 'Contact', 'Task'] as const;
export const fieldNames = ['F0__c', 'F1__c', 'iv__F2__c', 'ParentId'] as const;
export const flowNames = ['Flow_0', 'Flow_1', 'Flow_2'] as const;

const few = <T>(from: readonly T[], most: number): fc.Arbitrary<T[]> =>
  fc.subarray([...from], { maxLength: most });

/** One object is spoken of more often than the others, so that containers meet on it. */
const objectName = fc.constantFrom('Account', ...objectNames);
const fieldName = fc.tuple(objectName, fc.constantFrom(...fieldNames)).map((names) => names.join('.'));
const fieldRight = fc.constantFrom<'read' | 'edit'>('read', 'edit');

const mapping = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });

/** All-data permissions settle so much that they must be rare, the one that works on others' Read must not. */
const system = fc.oneof(fc.constant([]), few(['EditReadonlyFields'], 1), few(systemPermissions, 2));

/** What a container grants or a muting set takes: little, so that containers overlap and differ. */
export const randomEntries: fc.Arbitrary<PermissionEntries> = fc.record({
  system,
  objects: mapping(objectName, few(objectRights, 2)),
  fields: mapping(fieldName, fieldRight),
  flows: few(flowNames, 1),
});

/**
 * What takes something away from given entries: whatever they speak of, at random heights, and a little more.
 * Muting drawn without a look at the members would hardly ever meet them.
 */
export const randomMuting: fc.Arbitrary<(of: PermissionEntries) => PermissionEntries> = fc
  .record({
    // What muting Read or Edit takes along is what is easily forgotten.
    right: fc.constantFrom<ObjectRightName>('read', 'edit', ...objectRights),
    fieldRight,
    takesSystem: fc.boolean(),
    takesFlows: fc.boolean(),
    more: randomEntries,
  })
  .map(({ right, fieldRight, takesSystem, takesFlows, more }) => ({ system, objects, fields, flows }) => ({
    system: [...new Set([...(takesSystem ? (system ?? []) : []), ...(more.system ?? [])])],
    objects: { ...more.objects, ...everyKeyOf(objects, [right]) },
    fields: { ...more.fields, ...everyKeyOf(fields, fieldRight) },
    flows: [...new Set([...(takesFlows ? (flows ?? []) : []), ...(more.flows ?? [])])],
  }));

const everyKeyOf = <T>(of: object | undefined, value: T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.keys(of ?? {}).map((key) => [key, value]));

/** What can really be granted in one org. */
export interface Grantable {
  readonly system: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

/** The entries an org would let anybody save; what says nothing is left out, for the reader of a counterexample. */
export function savable(entries: PermissionEntries, grantable: Grantable): PermissionEntries {
  const objects = Object.entries(entries.objects ?? {}).filter(
    ([name, rights]) => grantable.objects.has(name) && rights.length > 0,
  );
  const kept: PermissionEntries = {
    system: (entries.system ?? []).filter((name) => grantable.system.has(name)),
    objects: Object.fromEntries(objects),
    fields: Object.fromEntries(
      Object.entries(entries.fields ?? {}).filter(([name]) => grantable.fields.has(name)),
    ),
    flows: (entries.flows ?? []).filter((name) => grantable.flows.has(name)),
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => Object.keys(value).length > 0));
}
