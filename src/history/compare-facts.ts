import type { FactCause } from '../model/cause.ts';
import type { AccessDigest, AssignmentDigest } from '../model/history.ts';
import { indexOf, keyOfAssignment, keyOfWay, lapseOf, named } from './indexed-digest.ts';
import { byText, sortedUnique } from './order.ts';

/** What is plain and changed between two digests, of all that these needs ask for. What only one asked for is left out. */
export function compareFacts(
  before: AccessDigest,
  after: AccessDigest,
  needs: readonly string[] = Object.keys(before.facts),
): readonly FactCause[] {
  return needs.flatMap((need): readonly FactCause[] => {
    const [was, is] = [own(before.facts, need), own(after.facts, need)];
    if (was === undefined || is === undefined) return [];
    if (is.status === 'unavailable') {
      return was.status === 'ok' ? [{ kind: 'facts-not-known', turn: 'lost', need, gap: is.reason }] : [];
    }
    if (was.status === 'unavailable') {
      return [{ kind: 'facts-not-known', turn: 'gained', need, gap: was.reason }];
    }
    return sortedUnique([...Object.keys(was.value), ...Object.keys(is.value)]).flatMap((name) => {
      const [from, to] = [own(was.value, name) ?? null, own(is.value, name) ?? null];
      return from === to ? [] : [{ kind: 'fact-changed', need, name, from, to } as const];
    });
  });
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Assignments whose end was set, moved, or lifted. */
export function compareExpiries(before: AccessDigest, after: AccessDigest): readonly FactCause[] {
  const [from, to] = [indexOf(before), indexOf(after)];
  return (to.assignments ?? []).flatMap((assignment): readonly FactCause[] => {
    const key = keyOfAssignment(assignment);
    const same = (from.assignments ?? []).filter((each) => keyOfAssignment(each) === key);
    if (same.length === 0 || same.some(({ expires }) => expires === assignment.expires)) return [];
    const was = same[0]?.expires ?? null;
    return [
      {
        kind: 'expiry-changed',
        container: named(assignment.container, to),
        from: was,
        to: assignment.expires,
      },
    ];
  });
}

const dayInMs = 86_400_000;

/**
 * The assignments that end soonest of those on which some of these permissions stand alone: what nobody changed, and
 * comes nearer all the same.
 */
export function nearestEnds(digest: AccessDigest, permissions: readonly string[]): readonly FactCause[] {
  const index = indexOf(digest);
  const { assignments = [], decided } = index;
  const inForce = assignments.filter((assignment) => lapseOf(assignment, digest.asOf) === null);
  const ending = new Map<AssignmentDigest, string[]>();
  for (const permission of permissions) {
    const keys = (decided(permission)?.ways ?? []).map(keyOfWay);
    const held = inForce.filter((assignment) => keys.includes(keyOfAssignment(assignment)));
    const last = held.toSorted((a, b) => byText(b.expires ?? '~', a.expires ?? '~'))[0];
    if (last === undefined || last.expires === null) continue;
    ending.set(last, [...(ending.get(last) ?? []), permission]);
  }
  const soonest = [...ending.keys()].map(({ expires }) => expires ?? '').sort(byText)[0];
  return [...ending]
    .filter(([{ expires }]) => expires === soonest)
    .map(([{ container, expires }, names]) => ({
      kind: 'end-nearer',
      container: named(container, index),
      expires: expires ?? '',
      days: Math.floor((Date.parse(expires ?? '') - Date.parse(digest.asOf)) / dayInMs),
      permissions: sortedUnique(names),
    }));
}
