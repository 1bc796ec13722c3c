import type {
  AssignmentDescription,
  OrgDescription,
  PermissionSetGroupDescription,
  UserDescription,
} from '../org-description.ts';
import { type Atom, carriedBy, withoutMuted } from './atoms.ts';

/** One way in which permissions reach a user: its profile, a permission set, or a group. */
export interface Way {
  readonly kind: 'profile' | 'permission-set' | 'group';
  /** Name of the profile, set or group. */
  readonly name: string;
  /** Null for the profile: nobody assigns it apart from the user's own row. */
  readonly assignment: AssignmentDescription | null;
  /** False where the assignment is expired, inactive or revoked: then nothing comes this way. */
  readonly inForce: boolean;
  /** False where what comes this way may not come, or something else may: a stale group, a session-based set. */
  readonly certain: boolean;
  /** All it carries, or, where a stale aggregate and its members differ, all that either carries. */
  readonly atoms: ReadonlySet<Atom>;
}

/** All ways to a user, in force or not: its profile first, then the assignments as they are written down. */
export function waysTo(description: OrgDescription, username: string): readonly Way[] {
  const user = named(description.users, username, 'username');
  return [
    profileWay(description, user),
    ...(user.assignments ?? []).map((assignment) => assignmentWay(description, assignment)),
  ];
}

function profileWay(description: OrgDescription, user: UserDescription): Way {
  const profile = named(description.profiles, user.profile, 'name');
  const atoms = carriedBy(profile);
  return { kind: 'profile', name: profile.name, assignment: null, inForce: true, certain: true, atoms };
}

function assignmentWay(description: OrgDescription, assignment: AssignmentDescription): Way {
  const inForce = isInForce(assignment, description.now);
  if (assignment.group !== undefined) {
    const group = named(description.permissionSetGroups ?? [], assignment.group, 'name');
    const certain = isUpdated(group) && group.hasActivationRequired !== true;
    return {
      kind: 'group',
      name: group.name,
      assignment,
      inForce,
      certain,
      atoms: reachOf(description, group),
    };
  }
  const set = named(description.permissionSets ?? [], assignment.permissionSet ?? '', 'name');
  const certain = set.hasActivationRequired !== true;
  return { kind: 'permission-set', name: set.name, assignment, inForce, certain, atoms: carriedBy(set) };
}

/** An assignment ends at its expiration date, to the instant; an inactive or revoked one gives nothing. */
function isInForce({ active, revoked, expires }: AssignmentDescription, now: string): boolean {
  const over = expires !== undefined && Date.parse(expires) <= Date.parse(now);
  return active !== false && revoked !== true && !over;
}

const isUpdated = (group: PermissionSetGroupDescription): boolean =>
  (group.status ?? 'Updated') === 'Updated';

/**
 * What a group gives: the union of its members without what its muting set takes. A member that is
 * session-based needs no activation in a group. A group that is not up to date may give what it last
 * gave, or what it should give now.
 */
export function reachOf(
  description: OrgDescription,
  group: PermissionSetGroupDescription,
): ReadonlySet<Atom> {
  const members = group.members.map((name) => named(description.permissionSets ?? [], name, 'name'));
  const union = new Set(members.flatMap((member) => [...carriedBy(member)]));
  const computed = withoutMuted(union, group.muting ?? {});
  if (isUpdated(group) || group.staleAggregate === undefined) return computed;
  return new Set([...computed, ...carriedBy(group.staleAggregate)]);
}

function named<K extends string, T extends Readonly<Record<K, string>>>(
  things: readonly T[],
  name: string,
  key: K,
): T {
  const found = things.find((thing) => thing[key] === name);
  if (found === undefined) throw new Error(`The org description has no '${name}'`);
  return found;
}
