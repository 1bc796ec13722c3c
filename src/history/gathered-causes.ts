import type { AccessCause, AccessChange, Turn } from '../model/cause.ts';
import { byText, sortedUnique } from './order.ts';

/** A change, and the permission that went by it. */
export interface Loss {
  readonly change: AccessChange;
  readonly permission: string;
}

/** Each change once, with everything that went by it: what explains the most first, and doubts last. */
export function gathered(turn: Turn, losses: readonly Loss[]): readonly AccessCause[] {
  const causes = new Map<string, { change: AccessChange; permissions: string[] }>();
  for (const { change, permission } of losses) {
    const key = JSON.stringify(change.kind === 'entry-gone' ? { ...change, entries: [] } : change);
    const known = causes.get(key) ?? { change, permissions: [] };
    causes.set(key, known);
    known.change = together(known.change, change);
    known.permissions.push(permission);
  }
  return [...causes.values()]
    .map(({ change, permissions }) => ({ ...change, turn, permissions: sortedUnique(permissions) }))
    .toSorted(
      (a, b) =>
        Number(a.kind === 'not-known') - Number(b.kind === 'not-known') ||
        b.permissions.length - a.permissions.length ||
        byText(JSON.stringify(a), JSON.stringify(b)),
    );
}

function together(one: AccessChange, other: AccessChange): AccessChange {
  if (one.kind !== 'entry-gone' || other.kind !== 'entry-gone') return one;
  return { ...one, entries: sortedUnique([...one.entries, ...other.entries]) };
}
