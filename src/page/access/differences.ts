import type { Decision } from '../../model/access.ts';
import type { Permission, State } from './permissions.ts';

/** How a permission that is being tried differs from what was read. */
export type Difference =
  | { readonly kind: 'state'; readonly was: State }
  /** As before, by other ways. */
  | { readonly kind: 'ways' };

/** What differs, by key; nothing where the same is shown. */
export function differences(
  read: ReadonlyMap<string, Permission>,
  tried: ReadonlyMap<string, Permission>,
): ReadonlyMap<string, Difference> {
  if (read === tried) return new Map();
  return new Map(
    [...tried].flatMap(([key, now]): readonly (readonly [string, Difference])[] => {
      const before = read.get(key);
      if (before === undefined) return [];
      if (before.state !== now.state) return [[key, { kind: 'state', was: before.state }]];
      return waysOf(before.decision) === waysOf(now.decision) ? [] : [[key, { kind: 'ways' }]];
    }),
  );
}

/** Ways in which it is held, or nearly. Sets that are assigned to nobody are no ways, and there may be a thousand. */
function waysOf(decision: Decision | null): string {
  if (decision === null) return '';
  const ways =
    decision.decision === 'granted'
      ? decision.grants.map(({ container, through, members, implied }) => [
          container.id,
          through.id,
          through.expires,
          members?.map(({ id }) => id),
          implied?.by,
        ])
      : decision.nearMisses
          .filter(({ kind }) => kind !== 'not-assigned')
          .map(({ kind, container, through, mutedBy }) => [kind, container.id, through?.id, mutedBy?.id]);
  return JSON.stringify(ways);
}
