import type { ObjectRight } from '../../../model/container.ts';

/** An element that gives or takes permissions: the leaf that names what it is about, and those that say yes or no. */
export interface EntryKind {
  readonly element: 'userPermissions' | 'objectPermissions' | 'fieldPermissions' | 'flowAccesses';
  readonly name: string;
  readonly flags: readonly string[];
  /** What the name names, with its article. */
  readonly what: string;
}

/** Leaves of `objectPermissions` and the rights they give (Metadata API Developer Guide, "PermissionSet"). */
export const objectRights: readonly (readonly [flag: string, right: ObjectRight])[] = [
  ['allowRead', 'read'],
  ['allowCreate', 'create'],
  ['allowEdit', 'edit'],
  ['allowDelete', 'delete'],
  ['viewAllRecords', 'viewAllRecords'],
  ['modifyAllRecords', 'modifyAllRecords'],
  ['viewAllFields', 'viewAllFields'],
];

export const entryKinds = {
  system: { element: 'userPermissions', name: 'name', flags: ['enabled'], what: 'a permission' },
  object: {
    element: 'objectPermissions',
    name: 'object',
    flags: objectRights.map(([flag]) => flag),
    what: 'an object',
  },
  field: {
    element: 'fieldPermissions',
    name: 'field',
    flags: ['readable', 'editable'],
    what: 'a field of an object',
  },
  flow: { element: 'flowAccesses', name: 'flow', flags: ['enabled'], what: 'a flow' },
} as const satisfies Readonly<Record<string, EntryKind>>;

/** Roots of a decomposed set's files that are one entry each (source-deploy-retrieve, decomposePermissionSetBeta). */
export const rootKinds: ReadonlyMap<string, EntryKind> = new Map<string, EntryKind>([
  ['UserPermission', entryKinds.system],
  ['ObjectPermission', entryKinds.object],
  ['FieldPermission', entryKinds.field],
  ['FlowAccess', entryKinds.flow],
]);

export const entryElements: readonly string[] = Object.values(entryKinds).map(({ element }) => element);

/** Leaves of all entries. */
export const leafNames: readonly string[] = Object.values(entryKinds).flatMap(({ name, flags }) => [
  name,
  ...flags,
]);
