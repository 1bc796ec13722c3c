import type { Access, Decision, Grant, NearMiss } from '../model/access.ts';
import type { DecidedAlike, MissDigest, WayDigest } from '../model/history.ts';
import { labelOf } from './entry-name.ts';
import { gapDigest } from './gap-digest.ts';
import { byText, distinct } from './order.ts';
import { namedDecisions } from './permission-names.ts';

type Reasons = Omit<DecidedAlike, 'permissions'>;

/** Permissions with the same answer for the same reasons stand together, so that each reason is written once. */
export function decidedAlike(access: Access): readonly DecidedAlike[] {
  const groups = new Map<string, { readonly reasons: Reasons; readonly permissions: Set<string> }>();
  for (const [name, decision] of namedDecisions(access)) {
    const reasons = reasonsOf(decision);
    const key = JSON.stringify(reasons);
    const group = groups.get(key) ?? { reasons, permissions: new Set() };
    groups.set(key, group);
    group.permissions.add(name);
  }
  return [...groups.values()]
    .map(({ reasons, permissions }) => ({ ...reasons, permissions: [...permissions].sort(byText) }))
    .toSorted((a, b) => byText(a.permissions[0] ?? '', b.permissions[0] ?? ''));
}

function reasonsOf(decision: Decision): Reasons {
  return {
    decision: decision.decision,
    ways: decision.decision === 'granted' ? distinct(decision.grants.flatMap(wayDigest)) : [],
    misses: decision.decision === 'granted' ? [] : distinct(decision.nearMisses.flatMap(missDigest)),
    because: decision.decision === 'unknown' ? distinct(decision.because.map(gapDigest)) : [],
  };
}

/** What nothing can take away has no way that could end. */
function wayDigest({ container, through, members = [], entry, implied }: Grant): readonly WayDigest[] {
  if (entry.kind === 'fixed') return [];
  return [
    {
      container: container.id,
      groupId: through.group?.id ?? null,
      members: members.map(({ id }) => id),
      by: implied === undefined ? null : labelOf(entry),
    },
  ];
}

/** What is not assigned says nothing about a change: the assignments do. */
function missDigest({ kind, container, through, mutedBy }: NearMiss): readonly MissDigest[] {
  if (kind === 'not-assigned') return [];
  const groupId = through?.group?.id ?? null;
  return [{ kind, container: container.id, groupId, mutedBy: mutedBy?.id ?? null }];
}
