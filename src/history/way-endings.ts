import type { AccessChange } from '../model/cause.ts';
import type { AssignmentDigest, DecidedAlike, WayDigest } from '../model/history.ts';
import { assignmentOf, type IndexedDigest, keyOfWay, lapseOf, named } from './indexed-digest.ts';

/** The digest in which there is a way, and the one in which it may have ended. */
export interface Span {
  readonly from: IndexedDigest;
  readonly to: IndexedDigest;
}

/**
 * Why a way to hold a permission, which one digest has, is not in another. None where it still is, or where that cannot
 * be told for certain.
 */
export function endingsOf(way: WayDigest, permission: string, span: Span): readonly AccessChange[] {
  const { from, to } = span;
  if (to.assignments === undefined) return [];
  const assignment = assignmentOf(to, keyOfWay(way));
  if (assignment === undefined) return [unassigned(way, span)];
  const lapse = lapseOf(assignment, to.digest.asOf);
  const container = named(way.container, from, to);
  if (lapse === 'expired') {
    return [{ kind: 'assignment-expired', container, expires: assignment.expires ?? '' }];
  }
  if (lapse !== null) return [{ kind: `assignment-${lapse}`, container }];
  const decided = to.decided(permission);
  return decided === undefined ? [] : withinContainer(way, permission, assignment, decided, span);
}

function unassigned(way: WayDigest, { from, to }: Span): AccessChange {
  const container = named(way.container, from);
  const profiles = (to.assignments ?? []).map((assignment) => named(assignment.container, to));
  const profile = profiles.find(({ kind }) => kind === 'profile');
  return container.kind === 'profile' && profile !== undefined
    ? { kind: 'profile-switched', from: container.title, to: profile.title }
    : { kind: 'assignment-gone', container };
}

/** The assignment is in force: so the container, or the group, gives something else. */
function withinContainer(
  way: WayDigest,
  permission: string,
  { group, complete }: AssignmentDigest,
  decided: DecidedAlike,
  { from, to }: Span,
): readonly AccessChange[] {
  if (holds(to, permission, way) || (way.by !== null && isStillHeld(way.by, way, to))) return [];
  if (group !== null && isInDoubt(group.status) && decided.decision === 'unknown') {
    return [{ kind: 'group-outdated', group: group.title, status: group.status }];
  }
  const misses = decided.misses.filter((miss) => keyOfWay(miss) === keyOfWay(way));
  if (misses.some(({ kind }) => kind === 'session-based')) {
    return [{ kind: 'session-based', container: named(way.container, to, from) }];
  }
  const muting = misses.flatMap(({ mutedBy }) => mutedBy ?? []);
  if (group !== null && muting.length > 0) {
    const sets = [...new Set(muting)];
    return sets.map((id) => ({ kind: 'muted', group: group.title, by: named(id, to) }));
  }
  const gone = group?.members ? way.members.filter((id) => group.members?.includes(id) === false) : [];
  const edited = way.members.length === 0 ? [way.container] : way.members.filter((id) => !gone.includes(id));
  const entries = [way.by ?? permission];
  return [
    ...gone.map((id): AccessChange => {
      return { kind: 'member-gone', group: group?.title ?? '', member: named(id, from) };
    }),
    ...(complete && isCertain(way.by === null ? decided : to.decided(way.by)) ? edited : []).map(
      (id): AccessChange => {
        const container = named(id, to, from);
        const through = container.kind === 'group' ? null : (group?.title ?? null);
        return { kind: 'entry-gone', container, group: through, entries };
      },
    ),
  ];
}

/** `Unknown` is the status of a group that was not read. */
const isInDoubt = (status: string): boolean => status !== 'Updated' && status !== 'Unknown';

const holds = (digest: IndexedDigest, permission: string, way: WayDigest): boolean =>
  digest.decided(permission)?.ways.some((each) => keyOfWay(each) === keyOfWay(way)) === true;

/** What implied the permission is still there, or nothing is known of it: then it is not what ended. */
const isStillHeld = (by: string, way: WayDigest, digest: IndexedDigest): boolean =>
  digest.decided(by) === undefined || holds(digest, by, way);

/** Doubts about groups and sessions are about other ways; any other may be about this very entry. */
function isCertain(decided: DecidedAlike | undefined): boolean {
  if (decided?.decision !== 'unknown') return decided !== undefined;
  const isOfSession = decided.misses.some(({ kind }) => kind === 'session-based');
  return decided.because.every(
    ({ code }) => code === 'stale-group' || (code === 'undocumented' && isOfSession),
  );
}
