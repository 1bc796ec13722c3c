import { effectiveAccess } from '../../../src/emulator/effective-access/effective-access.ts';
import type { Way } from '../../../src/emulator/effective-access/ways.ts';
import type { OrgDescription, UserDescription } from '../../../src/emulator/org-description.ts';
import type { Decision, Grant } from '../../../src/model/access.ts';
import { type Described, wayNamed } from './claimed-ways.ts';
import { type Claims, truthsOf } from './claims.ts';

/**
 * The claims that would still be granted once the user lost everything their grants name: then those are not all
 * there are. What no entry gives (fields without field-level security) cannot be lost and is left out.
 */
export function claimsOutlivingTheirGrants(
  described: Described,
  decisions: Claims<Decision>,
): readonly string[] {
  const granted = [...decisions].flatMap(([claim, decision]) => {
    const lost = decision.decision === 'granted' ? waysOf(described, decision.grants) : [];
    return lost.length === 0 ? [] : [{ claim, lost, key: lost.map(({ kind, name }) => kind + name).join() }];
  });
  return [...Map.groupBy(granted, ({ key }) => key).values()].flatMap((claims) => {
    const reduced = withoutWays(described, claims[0]?.lost ?? []);
    const truths = truthsOf(effectiveAccess(reduced, described.username));
    return claims.filter(({ claim }) => truths.get(claim) === 'granted').map(({ claim }) => claim);
  });
}

const waysOf = (described: Described, grants: readonly Grant[]): readonly Way[] =>
  grants
    .filter(({ entry }) => entry.kind !== 'fixed')
    .flatMap(({ through }) => wayNamed(described, through) ?? []);

function withoutWays({ org, username }: Described, lost: readonly Way[]): OrgDescription {
  const isLost = (kind: Way['kind'], name: string | undefined) =>
    lost.some((way) => way.kind === kind && way.name === name);
  const stripped = (user: UserDescription): UserDescription => ({
    ...user,
    profile: isLost('profile', user.profile) ? 'Nothing' : user.profile,
    assignments: (user.assignments ?? []).filter(
      ({ permissionSet, group }) => !isLost('permission-set', permissionSet) && !isLost('group', group),
    ),
  });
  return {
    ...org,
    profiles: [...org.profiles, { name: 'Nothing', license: 'Salesforce', custom: true }],
    users: org.users.map((user) => (user.username === username ? stripped(user) : user)),
  };
}
