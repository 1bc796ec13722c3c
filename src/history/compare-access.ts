import type { AccessCause, AccessChange } from '../model/cause.ts';
import type { AccessDigest, AssignmentDigest, DecidedAlike, WayDigest } from '../model/history.ts';
import { gathered, type Loss } from './gathered-causes.ts';
import { indexOf, keyOfWay, lapseOf, named } from './indexed-digest.ts';
import { fieldOf } from './permission-names.ts';
import { endingsOf, type Span } from './way-endings.ts';

/**
 * Why permissions were lost and gained between two digests of one subject: of all that both decided, or of those
 * that are named. What explains the most of them comes first.
 */
export function compareAccess(
  before: AccessDigest,
  after: AccessDigest,
  permissions: readonly string[] = indexOf(before).permissions,
): readonly AccessCause[] {
  const forth: Span = { from: indexOf(before), to: indexOf(after) };
  const back: Span = { from: forth.to, to: forth.from };
  const losses = (span: Span) =>
    permissions.flatMap((name) => [...lossesOf(name, span), ...blindings(name, span)]);
  return [...gathered('lost', losses(forth)), ...gathered('gained', losses(back)).map(inOrderOfTime)];
}

/** Ways that ended between two digests, although what they gave may be held by others. */
export function endedWays(
  before: AccessDigest,
  after: AccessDigest,
  permissions: readonly string[],
): readonly AccessCause[] {
  const span: Span = { from: indexOf(before), to: indexOf(after) };
  const losses = permissions.flatMap((permission) =>
    (span.from.decided(permission)?.ways ?? [])
      .filter((way) => !hasWay(span.to.decided(permission), way))
      .flatMap((way) => endingsOf(way, permission, span).map((change) => ({ change, permission }))),
  );
  return gathered('lost', losses);
}

/** The other way round: what came. */
export const begunWays = (
  before: AccessDigest,
  after: AccessDigest,
  permissions: readonly string[],
): readonly AccessCause[] =>
  endedWays(after, before, permissions).map((cause) => inOrderOfTime({ ...cause, turn: 'gained' }));

const hasWay = (decided: DecidedAlike | undefined, way: WayDigest): boolean =>
  decided?.ways.some((each) => keyOfWay(each) === keyOfWay(way)) === true;

const worth = { granted: 2, unknown: 1, denied: 0 } as const;

function lossesOf(permission: string, span: Span): readonly Loss[] {
  const [was, is] = [span.from.decided(permission), span.to.decided(permission)];
  if (was === undefined || is === undefined || worth[was.decision] <= worth[is.decision]) return [];
  const ofField = fieldChange(permission, span);
  if (ofField !== undefined) return [{ change: ofField, permission }];
  const ways = waysOf(was, span);
  const endings = ways.map((way) => endingsIn(way, permission, span));
  const isExplained = ways.length > 0 && endings.every((each) => each.length > 0);
  const told = [...endings.flat(), ...(isExplained ? [] : newGaps(was, is))];
  return told.map((change) => ({ change, permission }));
}

/** What was known to be missing, and is not known any more: what is in doubt may be better, but sight is lost. */
function blindings(permission: string, { from, to }: Span): readonly Loss[] {
  const [was, is] = [from.decided(permission), to.decided(permission)];
  if (was?.decision !== 'denied' || is?.decision !== 'unknown') return [];
  // A doubt about a group or a session is a change to these, and told as one.
  const gaps = newGaps(was, { ...is, because: is.because.filter(({ code }) => !ofWays.has(code)) });
  return gaps.map((change) => ({ change, permission }));
}

const ofWays: ReadonlySet<string> = new Set(['stale-group', 'undocumented']);

/** Where the field itself went, every way to it ends, and none of them is the reason. */
function fieldChange(permission: string, { from, to }: Span): AccessChange | undefined {
  const field = fieldOf(permission);
  if (field === undefined) return undefined;
  const [was, is] = [from.digest.fields[field], to.digest.fields[field]];
  if (was?.found.status !== 'ok' || was.found.value === null || is === undefined) return undefined;
  if (is.found.status === 'unavailable') return { kind: 'not-known', gap: is.found.reason };
  if (is.found.value === null) return { kind: 'field-gone', field };
  const isEdit = permission === `${field}: Edit`;
  return isEdit && was.writable !== false && is.writable === false
    ? { kind: 'field-not-writable', field }
    : undefined;
}

/** How it was held, or was perhaps: where that was in doubt, by all that the doubt was about. */
function waysOf(was: DecidedAlike, { from }: Span): readonly WayDigest[] {
  if (was.decision !== 'unknown') return was.ways;
  const doubtful = was.misses.filter(({ kind }) => kind === 'session-based' || kind === 'outdated-group');
  const stale = (from.assignments ?? [])
    .filter((assignment) => isStaleBecause(assignment, was, from.digest.asOf))
    .map(({ container, group }) => ({ container, groupId: group?.id ?? null }));
  const ways = [...doubtful, ...stale].map(
    ({ container, groupId }): WayDigest => ({ container, groupId, members: [], by: null }),
  );
  return [...new Map(ways.map((way) => [keyOfWay(way), way])).values()];
}

function isStaleBecause(assignment: AssignmentDigest, { because }: DecidedAlike, asOf: string): boolean {
  const title = assignment.group?.title;
  if (title === undefined || lapseOf(assignment, asOf) !== null) return false;
  return because.some(({ code, message }) => code === 'stale-group' && message.includes(`'${title}'`));
}

/** The end of a way; of one through a group that was in doubt perhaps that it is in doubt no more. */
function endingsIn(way: WayDigest, permission: string, span: Span): readonly AccessChange[] {
  const endings = endingsOf(way, permission, span);
  const [was, is] = [span.from, span.to].map(
    ({ assignments = [] }) =>
      assignments.find(({ group }) => group !== null && group.id === way.groupId)?.group,
  );
  if (!was || !is || !endings.every(({ kind }) => kind === 'entry-gone')) return endings;
  const isSettled = was.status !== 'Updated' && is.status === 'Updated';
  // What was in doubt does not tell which member brought it: one that left may have.
  const left = way.members.length > 0 || is.members === null ? [] : (was.members ?? []);
  return [
    ...left
      .filter((id) => is.members?.includes(id) === false)
      .map((id): AccessChange => ({ kind: 'member-gone', group: is.title, member: named(id, span.from) })),
    ...(isSettled ? [{ kind: 'group-recalculated', group: is.title, status: was.status } as const] : endings),
  ];
}

function newGaps(was: DecidedAlike, is: DecidedAlike): readonly AccessChange[] {
  const known = new Set(was.because.map(({ message }) => message));
  return is.because.filter(({ message }) => !known.has(message)).map((gap) => ({ kind: 'not-known', gap }));
}

/** What came was found by looking back. */
const inOrderOfTime = (cause: AccessCause): AccessCause =>
  cause.kind === 'profile-switched' ? { ...cause, from: cause.to, to: cause.from } : cause;
