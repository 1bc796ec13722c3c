import { entriesOf, entryLabel } from '../engine/index.ts';
import type { Access } from '../model/access.ts';
import type { Change } from '../model/change.ts';
import type { Container } from '../model/container.ts';
import type { ExistingWay } from '../model/remedy-plan.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Assignment, SubjectRecord } from '../model/subject.ts';
import { licenseState } from '../salesforce/license-state.ts';
import { sameName } from '../salesforce/names.ts';
import type { Judged } from './trial.ts';

/** A permission set or group that is there already, and the change that would make use of it. */
export interface Offer {
  readonly kind: ExistingWay['kind'];
  readonly container: Container;
  readonly assignment: Assignment | null;
  readonly change: Change;
}

/**
 * What could be renewed or assigned: assignments that have ended or will end, and permission sets and up-to-date groups
 * that are not assigned. Left out is what gives nothing by itself (session-based), and what belongs to a licence that
 * the user is not known to have.
 */
export function offersFor(snapshot: Snapshot, record: SubjectRecord): readonly Offer[] {
  if (record.assignments.status === 'unavailable') return [];
  const assignments = record.assignments.value;
  const byId = new Map(snapshot.containers.map((container) => [container.id, container]));
  const renewals = assignments
    .filter(({ isActive, isRevoked, expires }) => isRevoked || !isActive || expires !== null)
    .flatMap((assignment): readonly Offer[] => {
      const container = byId.get(assignment.containerId);
      if (container === undefined || !gives(container, snapshot, record)) return [];
      return [
        { kind: 'renew', container, assignment, change: { kind: 'renew', assignmentId: assignment.id } },
      ];
    });
  const assigned = new Set(assignments.map(({ containerId }) => containerId));
  const others = snapshot.containers
    .filter((container) => !assigned.has(container.id) && gives(container, snapshot, record))
    .map((container): Offer => {
      const change = { kind: 'assign', subjectId: record.subject.id, containerId: container.id } as const;
      return { kind: 'assign', container, assignment: null, change };
    });
  return [...renewals, ...others];
}

function gives(container: Container, snapshot: Snapshot, record: SubjectRecord): boolean {
  const { kind, groupId, sessionBased } = container;
  if (sessionBased || !isLicensed(container, snapshot, record)) return false;
  if (kind === 'permission-set') return true;
  const group = snapshot.groups.find(({ id }) => id === groupId);
  if (kind !== 'group' || group === undefined || group.components.status === 'unavailable') return false;
  const { members } = group.components.value;
  const isMember = ({ id }: Container): boolean => members.includes(id);
  const isGood = group.status === 'Updated' && !group.sessionBased;
  return isGood && snapshot.containers.filter(isMember).every((each) => isLicensed(each, snapshot, record));
}

function isLicensed(
  { license }: Container,
  { collectedAt }: Snapshot,
  { profile, permissionSetLicenses }: SubjectRecord,
): boolean {
  if (license === null) return true;
  const own = profile.status === 'ok' ? profile.value.license : profile;
  if (own.status === 'ok' && sameName(own.value.name, license)) return true;
  const assigned = permissionSetLicenses.status === 'ok' ? permissionSetLicenses.value : [];
  return assigned.some(
    (each) =>
      (sameName(each.name, license) || sameName(each.label, license)) &&
      licenseState(each, collectedAt) === 'active',
  );
}

/** An offer that does it, with what it gives beyond the new set: of what was read, and nothing else is known. */
export function existingWay(
  { kind, container, assignment }: Offer,
  snapshot: Snapshot,
  byOffer: Judged,
  bySet: Judged,
): ExistingWay {
  const { id, title, at } = container;
  const group = snapshot.groups.find((each) => each.id === container.groupId);
  const given = grantedTo(bySet.access);
  const through = group && { id: group.id, title: group.title, status: group.status };
  return {
    kind,
    container: { id, kind: container.kind, title, ...(at && { at }) },
    apiName: group?.apiName ?? container.apiName,
    assignment: assignment && { id: assignment.id, group: through ?? null, expires: assignment.expires },
    surplus: [...grantedTo(byOffer.access)].filter((label) => !given.has(label)).sort(),
  };
}

function grantedTo(access: Access): ReadonlySet<string> {
  const granted = [...entriesOf(access)].filter(([{ decision }]) => decision === 'granted');
  return new Set(granted.map(([, entry]) => entryLabel(entry)));
}

/** The least surplus first; what was assigned once before what never was. */
export const inOrder = (ways: readonly ExistingWay[]): readonly ExistingWay[] =>
  ways.toSorted(
    (one, other) =>
      one.surplus.length - other.surplus.length ||
      Number(one.kind === 'assign') - Number(other.kind === 'assign') ||
      (one.container.title < other.container.title ? -1 : 1),
  );
