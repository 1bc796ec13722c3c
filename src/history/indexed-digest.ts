import type { ChangedContainer } from '../model/cause.ts';
import type {
  AccessDigest,
  AssignmentDigest,
  DecidedAlike,
  MissDigest,
  WayDigest,
} from '../model/history.ts';

/** A digest as comparing it asks of it. */
export interface IndexedDigest {
  readonly digest: AccessDigest;
  /** What was decided on a permission; undefined where nobody asked for it. */
  readonly decided: (permission: string) => DecidedAlike | undefined;
  readonly permissions: readonly string[];
  /** All assignments; undefined where they could not be read. */
  readonly assignments: readonly AssignmentDigest[] | undefined;
}

const indexed = new WeakMap<AccessDigest, IndexedDigest>();

export function indexOf(digest: AccessDigest): IndexedDigest {
  const known = indexed.get(digest);
  if (known !== undefined) return known;
  const decided = new Map(digest.decided.flatMap((each) => each.permissions.map((name) => [name, each])));
  const { assignments } = digest;
  const made: IndexedDigest = {
    digest,
    decided: (permission) => decided.get(permission),
    permissions: [...decided.keys()],
    assignments: assignments.status === 'ok' ? assignments.value : undefined,
  };
  indexed.set(digest, made);
  return made;
}

/** A container with its name: as the first of these digests has it that speaks of it. */
export function named(id: string, ...digests: readonly IndexedDigest[]): ChangedContainer {
  const [found] = digests.flatMap(({ digest: { containers } }) =>
    Object.hasOwn(containers, id) ? [containers[id]] : [],
  );
  return { id, kind: found?.kind ?? 'permission-set', title: found?.title ?? id };
}

/** By what a container is reached: its group, or itself. Assignments that are made again have other Ids. */
const routeKey = (container: string, groupId: string | null): string =>
  groupId === null ? `container ${container}` : `group ${groupId}`;

export const keyOfWay = ({ container, groupId }: Pick<WayDigest | MissDigest, 'container' | 'groupId'>) =>
  routeKey(container, groupId);

export const keyOfAssignment = ({ container, group }: AssignmentDigest): string =>
  routeKey(container, group?.id ?? null);

/** Why an assignment gives nothing, if so: as the access document judges it. */
export function lapseOf(
  { revoked, expires, active }: AssignmentDigest,
  asOf: string,
): 'revoked' | 'expired' | 'inactive' | null {
  if (revoked) return 'revoked';
  if (expires !== null && !(Date.parse(expires) > Date.parse(asOf))) return 'expired';
  return active ? null : 'inactive';
}

/** The assignment by which a container is reached: one in force, where there are several. */
export function assignmentOf({ assignments = [], digest }: IndexedDigest, key: string) {
  const found = assignments.filter((assignment) => keyOfAssignment(assignment) === key);
  return found.find((assignment) => lapseOf(assignment, digest.asOf) === null) ?? found[0];
}
