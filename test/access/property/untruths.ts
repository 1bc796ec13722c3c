import { type Atom, carriedBy } from '../../../src/emulator/effective-access/atoms.ts';
import { reachOf, type Way } from '../../../src/emulator/effective-access/ways.ts';
import type { PermissionSetGroupDescription } from '../../../src/emulator/org-description.ts';
import type { Decision, Grant, NearMiss } from '../../../src/model/access.ts';
import { atomOf, carries, type Described, isContainerOf, setNamed, shows, wayNamed } from './claimed-ways.ts';

/** What a decision says of the org that is not so: one sentence each. */
export function untruthsIn(described: Described, claim: string, decision: Decision): readonly string[] {
  const grants = decision.decision === 'granted' ? decision.grants : [];
  const nearMisses = decision.decision === 'granted' ? [] : decision.nearMisses;
  return [
    ...grants.flatMap((grant) =>
      aboutGrant(described, grant).map((what) => `${claim}: ${what} ${show(grant)}`),
    ),
    ...nearMisses.flatMap((miss) =>
      isSo(described, miss) ? [] : [`${claim}: no such near miss ${show(miss)}`],
    ),
  ];
}

const show = (value: Grant | NearMiss): string => JSON.stringify(value);

function aboutGrant(described: Described, grant: Grant): readonly string[] {
  const way = wayNamed(described, grant.through);
  if (way === undefined) return ['granted through no assignment'];
  const atom = atomOf(grant.entry);
  const strangers = (grant.members ?? []).filter((member) => !carries(setNamed(described, member), atom));
  return [
    ...(isContainerOf(described, grant.container, way)
      ? []
      : ['granted by another container than is assigned']),
    ...(way.inForce && way.certain ? [] : ['granted by what is not surely in force']),
    ...(atom === undefined || shows(way.atoms, atom) ? [] : ['granted by an entry that is not there']),
    ...strangers.map(({ title }) => `granted by the member ${title}, which has no such entry:`),
  ];
}

function isSo(described: Described, miss: NearMiss): boolean {
  const atom = atomOf(miss.entry);
  if (atom === undefined) return false;
  if (miss.through === null) return miss.kind === 'not-assigned' && isUnassigned(described, miss, atom);
  const way = wayNamed(described, miss.through);
  if (way === undefined) return false;
  if (miss.kind === 'muted') return isMuted(described, miss, way, atom);
  return (
    isContainerOf(described, miss.container, way) &&
    shows(way.atoms, atom) &&
    isFault(described, miss.kind, way)
  );
}

/** Whether this is what keeps the way from granting. */
function isFault({ org }: Described, kind: NearMiss['kind'], { assignment, inForce, ...way }: Way): boolean {
  switch (kind) {
    case 'expired':
      return assignment?.expires !== undefined && Date.parse(assignment.expires) <= Date.parse(org.now);
    case 'inactive':
      return assignment?.active === false;
    case 'revoked':
      return assignment?.revoked === true;
    case 'outdated-group':
      return inForce && isStale(org.permissionSetGroups?.find(({ name }) => name === assignment?.group));
    case 'session-based':
      return inForce && !way.certain;
    default:
      return false;
  }
}

const isStale = (group: PermissionSetGroupDescription | undefined): boolean =>
  group !== undefined && (group.status ?? 'Updated') !== 'Updated';

/** A member has it and the group does not give it: only its muting set can be the reason. */
function isMuted(described: Described, { container, mutedBy }: NearMiss, way: Way, atom: Atom): boolean {
  const group = described.org.permissionSetGroups?.find(({ name }) => name === way.assignment?.group);
  const set = setNamed(described, container);
  const isMember = set !== undefined && group?.members.includes(set.name) === true;
  const isMutingSet = mutedBy?.title === group?.muting?.label;
  return isMember && isMutingSet && carries(set, atom) && !way.atoms.has(atom);
}

/** A set or group that has it, and to which the user has no way. */
function isUnassigned({ org, username, snapshot }: Described, { container }: NearMiss, atom: Atom): boolean {
  const found = snapshot.containers.find(({ id }) => id === container.id);
  const group = org.permissionSetGroups?.find(
    ({ name }) => found?.kind === 'group' && name === found.apiName,
  );
  const set = org.permissionSets?.find(
    ({ name }) => found?.kind === 'permission-set' && name === found.apiName,
  );
  const assigned = org.users.find((user) => user.username === username)?.assignments ?? [];
  if (assigned.some((each) => (each.permissionSet ?? each.group) === (set ?? group)?.name)) return false;
  // All data is more than the one right that is missing: such a set is no way to mend it.
  if (group !== undefined) return reachOf(org, group).has(atom);
  return set !== undefined && carriedBy(set).has(atom);
}
