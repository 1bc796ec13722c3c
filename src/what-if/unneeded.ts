import { keysOf, requiredBy } from '../access/ways.ts';
import { restedOn, strongPermissions } from '../engine/index.ts';
import type { Grant } from '../model/access.ts';
import type { Subject } from '../model/subject.ts';
import { rules } from '../rules/registry.ts';
import type { Judgement } from './judge.ts';
import { keyOfEntry, type Permission, permissionsOf } from './permissions.ts';

/** Something granted that nothing asks for. */
export interface UnneededGrant {
  /** Such as `Account: Delete`. */
  readonly permission: string;
  readonly entry: Permission['entry'];
  /** Who grants it, by an entry of its own. */
  readonly grants: readonly [Grant, ...Grant[]];
  /** What its holder can do with it, where that is much: a clause. */
  readonly broad: string | null;
}

/**
 * What a subject is granted and no requirement of the run rests on, sorted by name. A permission that comes of another
 * one (Read on every object, of View All Data) is not told apart from it; what a needed permission requires, or comes of
 * alone, is needed.
 *
 * It knows only what was collected, which is what requirements ask about and what implies that: of all else that the
 * subject may be granted it tells nothing. Null where that cannot be told: there is no such subject, or a requirement
 * could not be evaluated.
 */
export function unneededGrants(
  { situation: { packs, settings }, accesses }: Pick<Judgement, 'situation' | 'accesses'>,
  subject: Pick<Subject, 'id'>,
): readonly UnneededGrant[] | null {
  const access = accesses.find((each) => each.subject.id === subject.id);
  const rests = access && restedOn({ packs, settings, rules }, access);
  if (access === undefined || rests == null) return null;
  const all = permissionsOf(access);
  const needed = neededKeys(
    all,
    all.filter(({ decision }) => rests.has(decision)),
  );
  return [...new Map(all.map((each) => [each.key, each])).values()]
    .flatMap((permission) => (needed.has(permission.key) ? [] : unneeded(permission)))
    .toSorted((one, other) => (one.permission < other.permission ? -1 : 1));
}

/** What is rested on, what that requires, and what it comes of where it comes of nothing else. */
function neededKeys(all: readonly Permission[], rested: readonly Permission[]): ReadonlySet<string> {
  const byEntry = new Map(all.map((each) => [keyOfEntry(each.entry), each]));
  const byKey = new Map(all.map((each) => [each.key, each]));
  const needed = new Set<string>();
  const add = (permission: Permission): void => {
    if (needed.has(permission.key)) return;
    needed.add(permission.key);
    for (const key of requiredBy(permission.target).flatMap(keysOf)) addIf(byKey.get(key));
    const { decision } = permission;
    if (decision.decision !== 'granted' || decision.grants.some(({ implied }) => implied === undefined))
      return;
    for (const { entry } of decision.grants)
      if (entry.kind !== 'fixed') addIf(byEntry.get(keyOfEntry(entry)));
  };
  const addIf = (permission: Permission | undefined): void => {
    if (permission) add(permission);
  };
  rested.forEach(add);
  return needed;
}

function unneeded({ name, entry, decision }: Permission): readonly UnneededGrant[] {
  if (decision.decision !== 'granted') return [];
  const [first, ...others] = decision.grants.filter(
    (grant) => grant.implied === undefined && grant.entry.kind !== 'fixed',
  );
  return first === undefined
    ? []
    : [{ permission: name, entry, grants: [first, ...others], broad: breadth(entry) }];
}

function breadth(entry: Permission['entry']): string | null {
  if (entry.kind === 'object' && entry.right === 'modifyAllRecords')
    return `read, change and delete every record of ${entry.object}`;
  if (entry.kind === 'system' && Object.hasOwn(strongPermissions, entry.permission))
    return strongPermissions[entry.permission] ?? null;
  return null;
}
