import type { Dependent, Grant, NearMiss } from '../model/access.ts';
import type { Gap } from '../model/part.ts';

/** One assignment that will not last, and the permissions that stand on it and on nothing better. */
export type Fault = { readonly title: string; readonly permissions: string[] } & (
  | { readonly kind: 'expiring'; readonly expires: string }
  | { readonly kind: 'outdated-group'; readonly status: string }
  | { readonly kind: 'session-based' }
);

export interface Doubt {
  readonly permission: string;
  readonly reason: Gap;
}

const day = 24 * 60 * 60 * 1000;

/**
 * What of an access will not last: one fault an assignment, however many permissions stand on it. A permission lasts
 * as long as its longest-lasting way. `asOf` is an ISO 8601 time.
 */
export function notLasting(
  dependents: readonly Dependent[],
  asOf: string,
  withinDays: number,
): { readonly faults: readonly Fault[]; readonly doubts: readonly Doubt[] } {
  const faults = new Map<string, Fault>();
  const doubts: Doubt[] = [];
  const blame = (key: string, permission: string, fault: Fault) => {
    const known = faults.get(key) ?? fault;
    known.permissions.push(permission);
    faults.set(key, known);
  };
  const until = Date.parse(asOf) + withinDays * day;
  for (const { permission, decision } of dependents) {
    if (decision.decision === 'granted') {
      const longest = longestLasting(decision.grants);
      const [key, fault] = whyNotLasting(longest, until) ?? [];
      if (key !== undefined && fault) blame(key, permission, fault);
    } else if (decision.decision === 'unknown') {
      const hanging = decision.nearMisses.map(hangsOn).filter((one) => one !== null);
      for (const [key, fault] of hanging) blame(key, permission, fault);
      // Where the org does not have a permission at all, nothing can depend on it.
      const reason = decision.because.find(({ code }) => code !== 'not-in-org');
      if (hanging.length === 0 && reason) doubts.push({ permission, reason });
    }
  }
  return { faults: [...faults.values()], doubts };
}

/** When a permission that is held in these ways ends, in milliseconds since 1970; infinity: never. */
export function heldUntil(grants: readonly [Grant, ...Grant[]]): number {
  return lastsUntil(longestLasting(grants));
}

/** Later is better, no end is best; a group that is not up to date is worse than any end. */
function longestLasting(grants: readonly [Grant, ...Grant[]]): Grant {
  return grants.reduce((best, grant) => (lastsUntil(grant) > lastsUntil(best) ? grant : best));
}

function lastsUntil({ through }: Grant): number {
  if (through.group && through.group.status !== 'Updated') return Number.NEGATIVE_INFINITY;
  // A day that cannot be read may be any: the worst is assumed.
  return through.expires === null ? Number.POSITIVE_INFINITY : Date.parse(through.expires) || 0;
}

function whyNotLasting(grant: Grant, until: number): readonly [string, Fault] | null {
  const { id, group, expires } = grant.through;
  if (group && group.status !== 'Updated') return outdated(group);
  if (expires === null || lastsUntil(grant) > until) return null;
  const title = group?.title ?? grant.container.title;
  return [`${id} expiring`, { kind: 'expiring', title, expires, permissions: [] }];
}

/** A near miss of something unknown that says what it would hang on, were it granted. */
function hangsOn({ kind, container, through }: NearMiss): readonly [string, Fault] | null {
  if (kind === 'outdated-group')
    return outdated(through?.group ?? { id: container.id, title: container.title, status: 'not up to date' });
  if (kind !== 'session-based') return null;
  const title = through?.group?.title ?? container.title;
  return [`${through?.id ?? container.id} session`, { kind, title, permissions: [] }];
}

function outdated(group: {
  readonly id: string;
  readonly title: string;
  readonly status: string;
}): readonly [string, Fault] {
  return [
    `${group.id} outdated`,
    { kind: 'outdated-group', title: group.title, status: group.status, permissions: [] },
  ];
}
