import type { Access } from '../../model/access.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Judged } from '../judged.ts';
import { type Difference, differences } from './differences.ts';
import { matrixRows, type ObjectRows } from './matrix-rows.ts';
import { type Permission, permissionsOf } from './permissions.ts';
import { type Resting, requirementsOn } from './requirements-on.ts';

/** All that the view shows of one subject. */
export interface ShownAccess {
  readonly access: Access;
  readonly snapshot: Snapshot;
  readonly permissions: ReadonlyMap<string, Permission>;
  readonly objects: readonly ObjectRows[];
  readonly resting: ReadonlyMap<string, readonly Resting[]>;
  /** What differs from what was read, while changes are tried. */
  readonly differing: ReadonlyMap<string, Difference>;
}

/** What one subject can do with what is being tried, beside what was read of it. */
export function shownAccess(tried: Judged, read: Judged, subjectId: string): ShownAccess | null {
  const access = accessOf(tried, subjectId);
  if (access === undefined) return null;
  const list = permissionsOf(access);
  const permissions = byKey(list);
  const before = tried === read ? undefined : accessOf(read, subjectId);
  return {
    access,
    snapshot: tried.situation.snapshot,
    permissions,
    objects: matrixRows(access, permissions),
    resting: requirementsOn(
      list,
      tried.results.filter(({ subject }) => subject.id === subjectId),
    ),
    differing: before === undefined ? new Map() : differences(byKey(permissionsOf(before)), permissions),
  };
}

const accessOf = ({ accesses }: Judged, id: string): Access | undefined =>
  accesses.find(({ subject }) => subject.id === id);

const byKey = (permissions: readonly Permission[]): ReadonlyMap<string, Permission> =>
  new Map(permissions.map((permission) => [permission.key, permission]));
