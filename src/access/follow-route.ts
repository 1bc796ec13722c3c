import type { Grant, NearMiss } from '../model/access.ts';
import type { Gap } from '../model/part.ts';
import { type Held, holds, type IndexedContainer, type IndexedGroup } from './container-index.ts';
import type { Route } from './routes.ts';
import { keyOf, type Way } from './ways.ts';

/** What one route says about one way of holding a permission. */
export interface Trace {
  readonly grants: readonly Grant[];
  readonly doubts: readonly Gap[];
  readonly nearMisses: readonly NearMiss[];
}

const none: readonly never[] = [];
export const nothing: Trace = { grants: none, doubts: none, nearMisses: none };

/** Follows a route to its container and asks whether it gives this way's entry. */
export function followRoute(route: Route, way: Way): Trace {
  const { container, standing } = route;
  if (container === null) {
    return standing.kind === 'lapsed' ? nothing : { ...nothing, doubts: [unreadGap(route)] };
  }
  const held = heldBy(container, way);
  if (standing.kind === 'lapsed') {
    return held.held === 'yes' ? missed(route, way, standing.why, container, held.at) : nothing;
  }
  if (standing.kind === 'doubtful') return followDoubtful(route, way, held, container, standing);
  switch (held.held) {
    case 'yes':
      return { ...nothing, grants: [grantOf(route, way, container, held.at)] };
    case 'unknown':
      return { ...nothing, doubts: [held.gap] };
    case 'no':
      return missedBy([...refusals(route, way), ...mutedMembers(route, way)]);
  }
}

/** Most routes say nothing of most things: that is one thing, told apart at a glance. */
const missedBy = (nearMisses: readonly NearMiss[]): Trace =>
  nearMisses.length === 0 ? nothing : { ...nothing, nearMisses };

/**
 * What a container's entries say. A file with View All Fields on an object leaves the object's single fields out
 * (Metadata API, "PermissionSet"), so that no entry there says nothing about Edit.
 */
function heldBy(container: IndexedContainer, { entry, keys }: Way): Held {
  const held = holds(container, entry.kind, keys);
  if (held.held !== 'no' || held.refusedAt !== undefined) return held;
  if (entry.kind !== 'field' || entry.right !== 'edit' || !isOfFilesAlone(container)) return held;
  if (!container.entries.has(keyOf.object(entry.object, 'viewAllFields'))) return held;
  const gap: Gap = {
    code: 'source-cannot-tell',
    message: `'${container.ref.title}' has View All Fields on ${entry.object}, and files then leave single fields out, whether or not they can be edited`,
    mend: 'give --facts FILE, a snapshot of the org',
  };
  return { held: 'unknown', gap };
}

/** Files leave a profile partial: a whole one has what its org knows too. */
const isOfFilesAlone = ({ container: { at, kind, completeness } }: IndexedContainer): boolean =>
  at !== undefined && (kind !== 'profile' || completeness.kind === 'partial');

/**
 * A session-based container may give what it holds. A stale group may give what its aggregate holds, and also
 * what its members hold and its muting sets leave: the aggregate that comes next.
 */
function followDoubtful(
  route: Route,
  way: Way,
  held: Held,
  container: IndexedContainer,
  { stale, session }: { readonly stale: Gap | null; readonly session: Gap | null },
): Trace {
  const next = stale === null ? 'no' : heldAfterRecalculation(route.group, way);
  if (held.held === 'no' && next === 'no') return missedBy(mutedMembers(route, way));
  const doubts = [stale, session, held.held === 'unknown' ? held.gap : null].filter((gap) => gap !== null);
  if (held.held !== 'yes' && next !== 'yes') return { ...nothing, doubts };
  const at = held.held === 'yes' ? held.at : undefined;
  const kind = session === null ? 'outdated-group' : 'session-based';
  return { ...missed(route, way, kind, container, at), doubts };
}

function heldAfterRecalculation(group: IndexedGroup | null, way: Way): Held['held'] {
  if (!group?.components?.complete) return 'unknown';
  const { members, muting } = group.components;
  const inMembers = members.map((member) => holds(member, way.entry.kind, way.keys).held);
  if (inMembers.every((held) => held === 'no')) return 'no';
  const inMuting = muting.map((set) => holds(set, way.entry.kind, mutingKeys(way)).held);
  if (inMuting.includes('yes')) return 'no';
  return inMembers.includes('yes') && inMuting.every((held) => held === 'no') ? 'yes' : 'unknown';
}

/** Entries for it that are there and say no: in source, which shows what is denied as well as what is granted. */
function refusals({ container, group, through }: Route, way: Way): readonly NearMiss[] {
  if (way.implied !== undefined || container === null) return none;
  const own = container.container.kind === 'group' ? (group?.components?.members ?? none) : [container];
  if (own.every(({ denials }) => denials.size === 0)) return none;
  return own.flatMap((each): readonly NearMiss[] => {
    const held = holds(each, way.entry.kind, way.keys);
    if (held.held !== 'no' || held.refusedAt === undefined) return [];
    const entry = { ...way.entry, at: held.refusedAt };
    return [{ kind: 'refused', container: each.ref, through, entry }];
  });
}

/** Members that carry an entry which a muting set of their group takes away. */
function mutedMembers(route: Route, way: Way): readonly NearMiss[] {
  const { members, muting } = route.group?.components ?? { members: none, muting: none };
  if (muting.length === 0) return none;
  const [mute] = muting.flatMap((set) => {
    const held = holds(set, way.entry.kind, mutingKeys(way));
    return held.held === 'yes' ? [{ ...set.ref, ...(held.at && { entryAt: held.at }) }] : [];
  });
  if (mute === undefined) return [];
  return members.flatMap((member): readonly NearMiss[] => {
    const held = holds(member, way.entry.kind, way.keys);
    if (held.held !== 'yes') return [];
    const entry = { ...way.entry, ...(held.at && { at: held.at }) };
    return [{ kind: 'muted', container: member.ref, through: route.through, entry, mutedBy: mute }];
  });
}

/** Muting Read takes Edit too: an entry cannot stay without what it requires. */
const mutingKeys = (way: Way): readonly string[] => [...way.keys, ...way.requires];

function grantOf(route: Route, way: Way, container: IndexedContainer, at: Way['entry']['at']): Grant {
  const carriers = (route.group?.components?.members ?? []).filter(
    (member) => holds(member, way.entry.kind, way.keys).held === 'yes',
  );
  return {
    container: container.ref,
    through: route.through,
    ...(carriers.length > 0 && { members: carriers.map(({ ref }) => ref) }),
    entry: { ...way.entry, ...(at && { at }) },
    ...(way.implied && { implied: way.implied }),
  };
}

function missed(
  route: Route,
  way: Way,
  kind: NearMiss['kind'],
  { ref }: IndexedContainer,
  at: Way['entry']['at'],
): Trace {
  const entry = { ...way.entry, ...(at && { at }) };
  return { ...nothing, nearMisses: [{ kind, container: ref, through: route.through, entry }] };
}

function unreadGap({ assignment, through }: Route): Gap {
  const what = through.group ? `group '${through.group.title}'` : assignment.containerId;
  return {
    code: 'auditor-blind',
    message: `Permission set ${what} is assigned, but what it grants was not read`,
    mend: 'give the auditor View Setup and Configuration',
  };
}
