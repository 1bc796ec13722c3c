import type { Decision, Grant, NearMiss } from '../model/access.ts';
import type { Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SubjectRecord } from '../model/subject.ts';
import { objectRights } from '../salesforce/labels.ts';
import type { SnapshotIndex } from './container-index.ts';
import { denied, doubted, unknown } from './decisions.ts';
import { followRoute, nothing, type Trace } from './follow-route.ts';
import { placeFor } from './missing-place.ts';
import { by, distinctBy } from './order.ts';
import type { Route } from './routes.ts';
import { unassignedHolders } from './unassigned-holders.ts';
import { type WayDoubt, wayDoubt } from './way-doubts.ts';
import { keyOf, type Way } from './ways.ts';

/** Everything a decision about one subject is made from. */
export interface Scope {
  readonly snapshot: Snapshot;
  readonly record: SubjectRecord;
  readonly index: SnapshotIndex;
  readonly routes: Part<readonly Route[]>;
}

/**
 * Decides whether any of these ways reaches the subject. Granted by one route is granted, however little the
 * others tell; denied is only what every route and every way denies.
 */
export function decideWays(scope: Scope, ways: readonly Way[]): Decision {
  if (scope.routes.status === 'unavailable') return unknown([scope.routes.reason]);
  const routes = scope.routes.value;
  const doubts = ways.map((way) => wayDoubt(scope.snapshot, way));
  const traces = ways.map((way, rank) => followAll(routes, way, doubts[rank]));
  const [grant, ...more] = grantsOf(traces, ways);
  if (grant) return { decision: 'granted', grants: [grant, ...more] };
  const missed = traces.flatMap(({ nearMisses }) => nearMisses);
  const nearMisses = sorted(
    [...missed, ...unassignedHolders(scope.index, routes, ways, missed)],
    scope.index,
  );
  const gaps = [...traces.flatMap((trace) => trace.doubts), ...doubts.flatMap((doubt) => doubt?.gap ?? [])];
  return doubted(denied(nearMisses, placeFor(routes, ways)), gaps);
}

function followAll(routes: readonly Route[], way: Way, doubt: WayDoubt | null | undefined): Trace {
  if (doubt?.collected === false) return nothing;
  const traces = routes.map((route) => followRoute(route, way)).filter((trace) => trace !== nothing);
  if (traces.length === 0) return nothing;
  return {
    grants: traces.flatMap(({ grants }) => grants),
    doubts: traces.flatMap((trace) => trace.doubts),
    nearMisses: traces.flatMap(({ nearMisses }) => nearMisses),
  };
}

/**
 * All grants, direct ones before implied ones, each in the order of the routes. An implication within one row
 * (Edit next to Read) says nothing that the row's own entry does not say: it is left out where that is there.
 */
function grantsOf(traces: readonly Trace[], ways: readonly Way[]): readonly Grant[] {
  const rowsSeen = new Set<string>();
  return traces.flatMap(({ grants }, rank) =>
    grants.filter(({ container, through }) => {
      if (ways[rank]?.sameRow !== true) return true;
      const row = JSON.stringify([container.id, through.id]);
      if (rowsSeen.has(row)) return false;
      rowsSeen.add(row);
      return true;
    }),
  );
}

const kinds: readonly NearMiss['kind'][] = [
  'refused',
  'expired',
  'inactive',
  'revoked',
  'session-based',
  'outdated-group',
  'muted',
  'not-assigned',
];

/** Nearest first; of several entries that one container misses in the same way the most direct one. */
function sorted(nearMisses: readonly NearMiss[], index: SnapshotIndex): readonly NearMiss[] {
  const distinct = distinctBy(nearMisses, ({ kind, container, through }) =>
    JSON.stringify([kind, container.id, through?.id]),
  );
  return distinct.toSorted(
    by(
      ({ kind }) => kinds.indexOf(kind),
      (miss) => (miss.kind === 'refused' ? -heldBeside(miss, index) : 0),
      ({ container }) => container.title,
      ({ container }) => container.id,
      ({ through }) => through?.id ?? '',
    ),
  );
}

/** How much of the same object or field it grants: where all else is granted, the one that is not was meant to be. */
function heldBeside({ container, entry }: NearMiss, { containers }: SnapshotIndex): number {
  const entries = containers.get(container.id)?.entries;
  const keys =
    entry.kind === 'object'
      ? objectRights.map((right) => keyOf.object(entry.object, right))
      : entry.kind === 'field'
        ? (['read', 'edit'] as const).map((right) => keyOf.field(entry.object, entry.field, right))
        : [];
  return keys.filter((key) => entries?.has(key)).length;
}
