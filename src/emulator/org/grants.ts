import type { ObjectRightName, PermissionEntries } from '../org-description.ts';

/** What one container grants, saved the way Salesforce saves it: with everything each right needs. */
export interface Grants {
  readonly system: ReadonlySet<string>;
  readonly objects: ReadonlyMap<string, ReadonlySet<ObjectRightName>>;
  readonly fields: ReadonlyMap<string, 'read' | 'edit'>;
  readonly flows: ReadonlySet<string>;
}

export const noGrants: Grants = {
  system: new Set(),
  objects: new Map(),
  fields: new Map(),
  flows: new Set(),
};

/**
 * The object rights each right requires in the same container. Object reference, ObjectPermissions: each
 * `Permissions…` column says "Requires …" (V). That View All Fields requires Read is u.
 */
export const requiredRights: Readonly<Record<ObjectRightName, readonly ObjectRightName[]>> = {
  read: [],
  create: ['read'],
  edit: ['read'],
  delete: ['read', 'edit'],
  viewAllRecords: ['read'],
  modifyAllRecords: ['read', 'edit', 'delete', 'viewAllRecords'],
  viewAllFields: ['read'],
};

/** System permissions that require another one: the pair that Setup ticks together (v). */
export const requiredPermissions: Readonly<Record<string, readonly string[]>> = {
  ModifyAllData: ['ViewAllData'],
};

const allRights = Object.keys(requiredRights) as readonly ObjectRightName[];

/** What an org can save at all. */
export interface Savable {
  /** System permissions it knows. One that its edition lacks can be in no container. */
  readonly permissions: ReadonlySet<string>;
  /** Formula and auto-number fields (`Account.Score__c`), which can at most be read. */
  readonly readOnlyFields: ReadonlySet<string>;
}

/** Adds to each right what it requires, and leaves out what the org cannot save. */
export function savedGrants(entries: PermissionEntries, savable: Savable): Grants {
  const objects = Object.entries(entries.objects ?? {}).map(([name, rights]) => {
    const saved = new Set(rights.flatMap((right) => [right, ...requiredRights[right]]));
    return [name, saved] as const;
  });
  const fields = Object.entries(entries.fields ?? {}).map(([name, right]) => {
    return [name, savable.readOnlyFields.has(name) ? 'read' : right] as const;
  });
  const system = (entries.system ?? []).flatMap((name) => [name, ...(requiredPermissions[name] ?? [])]);
  return {
    system: new Set(system.filter((name) => savable.permissions.has(name))),
    objects: new Map(objects.filter(([, rights]) => rights.size > 0)),
    fields: new Map(fields),
    flows: new Set(entries.flows ?? []),
  };
}

/**
 * What a muting set takes away. The requirements are read backwards here: whoever mutes Read mutes all
 * that requires Read, since Salesforce lets no set hold a right without what it requires. So muting
 * `edit` of a field leaves it readable, muting `read` takes both.
 */
export function mutedGrants(entries: PermissionEntries): Grants {
  const objects = Object.entries(entries.objects ?? {}).map(([name, rights]) => {
    const muted = allRights.filter(
      (right) => rights.includes(right) || requiredRights[right].some((needed) => rights.includes(needed)),
    );
    return [name, new Set(muted)] as const;
  });
  const named = new Set(entries.system ?? []);
  const dependents = Object.entries(requiredPermissions).filter(([, needs]) =>
    needs.some((need) => named.has(need)),
  );
  return {
    system: new Set([...named, ...dependents.map(([name]) => name)]),
    objects: new Map(objects.filter(([, rights]) => rights.size > 0)),
    fields: new Map(Object.entries(entries.fields ?? {})),
    flows: new Set(entries.flows ?? []),
  };
}

/** Whatever any of the containers grants. */
export function unionOf(containers: readonly Grants[]): Grants {
  const objects = new Map<string, Set<ObjectRightName>>();
  const fields = new Map<string, 'read' | 'edit'>();
  for (const container of containers) {
    for (const [name, rights] of container.objects) {
      objects.set(name, new Set([...(objects.get(name) ?? []), ...rights]));
    }
    for (const [name, right] of container.fields) if (fields.get(name) !== 'edit') fields.set(name, right);
  }
  return {
    system: new Set(containers.flatMap((container) => [...container.system])),
    objects,
    fields,
    flows: new Set(containers.flatMap((container) => [...container.flows])),
  };
}

/** What is left of the grants once a muting set (see {@link mutedGrants}) has taken its part. */
export function without(grants: Grants, muted: Grants): Grants {
  const objects = [...grants.objects].map(([name, rights]) => {
    return [name, new Set([...rights].filter((right) => !muted.objects.get(name)?.has(right)))] as const;
  });
  const fields = [...grants.fields].flatMap(([name, right]) => {
    const taken = muted.fields.get(name);
    if (taken === 'read') return [];
    return [[name, taken === 'edit' ? 'read' : right] as const];
  });
  return {
    system: new Set([...grants.system].filter((name) => !muted.system.has(name))),
    objects: new Map(objects.filter(([, rights]) => rights.size > 0)),
    fields: new Map(fields),
    flows: new Set([...grants.flows].filter((name) => !muted.flows.has(name))),
  };
}
