import type { Gap, Part } from '../../../model/part.ts';
import type { AssignedLicense, Assignment } from '../../../model/subject.ts';
import { unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { fragment, type SoqlFragment, soql } from '../soql.ts';
import type { Who } from '../users.ts';
import type { Sight } from './auditor.ts';
import { flag, hasCell, parsed, text, textOrNull, timeOrNull } from './cells.ts';

/** What the chosen users are assigned. `IsRevoked` exists only in some orgs: see docs/salesforce.md, trap 1. */
export const assignmentsRead = (who: Who): RowsRead => ({
  kind: 'rows',
  part: 'permission set assignments',
  soql: who
    .conditions('Assignee.')
    .map((one) => soql`SELECT FIELDS(STANDARD) FROM PermissionSetAssignment WHERE ${one}`),
  mend: mends.viewSetup,
});

/**
 * The permission sets assigned to the chosen users, as an IN-list: only their rows count, since the same
 * objects hold what muting sets and licences say (docs/salesforce.md, trap 3).
 */
export const assignedSets = (who: Who): readonly SoqlFragment[] =>
  who
    .conditions('Assignee.')
    .map((one) => fragment`(SELECT PermissionSetId FROM PermissionSetAssignment WHERE ${one})`);

export const assignedGroups = (who: Who): readonly SoqlFragment[] =>
  who
    .conditions('Assignee.')
    .map((one) => fragment`(SELECT PermissionSetGroupId FROM PermissionSetAssignment WHERE ${one})`);

export function assignmentOf(row: Row): Assignment {
  const groupId = textOrNull(row, 'PermissionSetGroupId');
  return {
    id: text(row, 'Id'),
    // A group that was never calculated has no aggregate yet: it stands for itself.
    containerId: textOrNull(row, 'PermissionSetId') ?? groupId ?? text(row, 'Id'),
    groupId,
    isActive: flag(row, 'IsActive'),
    isRevoked: hasCell(row, 'IsRevoked') && flag(row, 'IsRevoked'),
    expires: timeOrNull(row, 'ExpirationDate'),
  };
}

/**
 * The assignments of one user, if they are proven complete: the auditor sees setup, and exactly one of them
 * is a profile's set, which every user has (docs/salesforce.md, trap 5).
 */
export function provenAssignments(
  rows: Part<readonly Row[]>,
  profileSets: Part<ReadonlySet<string>>,
  sight: Sight,
): Part<readonly Assignment[]> {
  if (rows.status === 'unavailable') return rows;
  if (!sight.seesSetup) return unavailable(sight.gap);
  if (profileSets.status === 'unavailable') return profileSets;
  const assignments = parsed(rows, (all) => all.map(assignmentOf).toSorted(byId));
  if (assignments.status === 'unavailable') return assignments;
  const owned = assignments.value.filter(({ containerId }) => profileSets.value.has(containerId)).length;
  return owned === 1 ? assignments : unavailable(withoutProfile(owned));
}

const withoutProfile = (owned: number): Gap => ({
  code: 'auditor-blind',
  message: `The org showed ${owned === 0 ? 'no' : owned} profile among the assignments of this user, where every user has one: rows are missing`,
  mend: mends.viewSetup,
});

export const licensesRead = (who: Who): RowsRead => ({
  kind: 'rows',
  part: 'permission set licenses',
  soql: who
    .conditions('Assignee.')
    .map(
      (one) =>
        soql`SELECT AssigneeId, PermissionSetLicense.DeveloperName, PermissionSetLicense.MasterLabel, PermissionSetLicense.Status, PermissionSetLicense.ExpirationDate FROM PermissionSetLicenseAssign WHERE ${one}`,
    ),
  mend: mends.viewSetup,
});

/** The licences of one user. None at all is believed only of an auditor who sees setup. */
export function licensesOf(rows: Part<readonly Row[]>, sight: Sight): Part<readonly AssignedLicense[]> {
  if (rows.status === 'ok' && !sight.seesSetup) return unavailable(sight.gap);
  return parsed(rows, (all) => all.map(licenseOf).toSorted((one, other) => compare(one.name, other.name)));
}

const licenseOf = (row: Row): AssignedLicense => ({
  name: text(row, 'PermissionSetLicense.DeveloperName'),
  label: text(row, 'PermissionSetLicense.MasterLabel'),
  status: text(row, 'PermissionSetLicense.Status'),
  expires: timeOrNull(row, 'PermissionSetLicense.ExpirationDate'),
});

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const byId = (one: Assignment, other: Assignment) => compare(one.id, other.id);
