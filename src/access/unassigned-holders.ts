import type { NearMiss } from '../model/access.ts';
import type { IndexedContainer, SnapshotIndex } from './container-index.ts';
import type { Route } from './routes.ts';
import type { Way } from './ways.ts';

/**
 * Permission sets and groups that hold the very entry asked for and are not assigned. Left out is what
 * assigning would not surely mend (session-based, outdated group), what would give more than was asked for
 * (an implying permission, another profile), and what another near miss explains already. Who holds View All
 * Data or Modify All Data has rows for the rights that come of it, which look like the right itself.
 */
export function unassignedHolders(
  index: SnapshotIndex,
  routes: readonly Route[],
  ways: readonly Way[],
  missed: readonly NearMiss[],
): readonly NearMiss[] {
  const direct = ways.filter(
    ({ implied, keys }) => implied === undefined && keys.some((key) => index.holders.has(key)),
  );
  if (direct.length === 0) return [];
  const leftOut = new Set([
    ...routes.map(({ assignment }) => assignment.containerId),
    ...membersOfMissedGroups(routes, missed),
  ]);
  const allData = ways
    .filter(({ entry, implied }) => implied && entry.kind === 'system')
    .flatMap(({ keys }) => keys);
  return direct.flatMap((way) =>
    way.keys.flatMap((key) =>
      (index.holders.get(key) ?? [])
        .filter((holder) => !leftOut.has(holder.container.id) && wouldGrant(holder, index))
        .filter(({ entries }) => !allData.some((implying) => entries.has(implying)))
        .map((holder) => notAssigned(holder, way, key)),
    ),
  );
}

function membersOfMissedGroups(routes: readonly Route[], missed: readonly NearMiss[]): readonly string[] {
  const missedThrough = new Set(missed.map(({ through }) => through?.id));
  return routes
    .filter(({ assignment }) => missedThrough.has(assignment.id))
    .flatMap(({ group }) => (group?.components?.members ?? []).map(({ container }) => container.id));
}

function wouldGrant({ container }: IndexedContainer, index: SnapshotIndex): boolean {
  if (container.sessionBased) return false;
  if (container.kind !== 'group') return true;
  const group = container.groupId === null ? undefined : index.groups.get(container.groupId)?.group;
  return group?.status === 'Updated' && !group.sessionBased;
}

function notAssigned({ ref, entries }: IndexedContainer, way: Way, key: string): NearMiss {
  const at = entries.get(key);
  return { kind: 'not-assigned', container: ref, through: null, entry: { ...way.entry, ...(at && { at }) } };
}
