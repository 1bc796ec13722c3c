import type { PermissionSetGroup } from '../../../model/container.ts';
import type { Gap, Part } from '../../../model/part.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import type { Row, RowsRead } from '../reader/read.ts';
import { soql } from '../soql.ts';
import type { Who } from '../users.ts';
import { assignedGroups } from './assignments.ts';
import type { Sight } from './auditor.ts';
import { flag, grouped, namespaced, parsed, text } from './cells.ts';

export const groupsRead = (who: Who): RowsRead => ({
  kind: 'rows',
  part: 'permission set groups',
  soql: assignedGroups(who).map(
    (groups) =>
      soql`SELECT Id, DeveloperName, MasterLabel, NamespacePrefix, Status, HasActivationRequired FROM PermissionSetGroup WHERE Id IN ${groups}`,
  ),
  mend: mends.viewSetup,
});

/** Members and muting sets alike: a muting set stands here by its own Id, `0QM…` (docs/salesforce.md, trap 4). */
export const componentsRead = (who: Who): RowsRead => ({
  kind: 'rows',
  part: 'members of permission set groups',
  soql: assignedGroups(who).map(
    (groups) =>
      soql`SELECT PermissionSetGroupId, PermissionSetId FROM PermissionSetGroupComponent WHERE PermissionSetGroupId IN ${groups}`,
  ),
  mend: mends.viewSetup,
});

export const isMutingSet = (id: string): boolean => id.startsWith('0QM');

/** A member or muting set, and its group. */
export const componentOf = (row: Row): { readonly id: string; readonly groupId: string } => ({
  id: text(row, 'PermissionSetId'),
  groupId: text(row, 'PermissionSetGroupId'),
});

export function groupsOf(
  rows: Part<readonly Row[]>,
  componentRows: Part<readonly Row[]>,
  sight: Sight,
): Part<readonly PermissionSetGroup[]> {
  const byGroup = parsed(componentRows, (all) => grouped(all, 'PermissionSetGroupId'));
  return parsed(rows, (all) => {
    const distinct = new Map(all.map((row) => [text(row, 'Id'), row]));
    return [...distinct]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, row]) => groupOf(row, byGroup, sight));
  });
}

function groupOf(
  row: Row,
  byGroup: Part<ReadonlyMap<string, readonly Row[]>>,
  sight: Sight,
): PermissionSetGroup {
  const id = text(row, 'Id');
  return {
    id,
    apiName: namespaced(row, text(row, 'DeveloperName')),
    title: text(row, 'MasterLabel'),
    status: text(row, 'Status'),
    sessionBased: flag(row, 'HasActivationRequired'),
    components: byGroup.status === 'ok' ? componentsOf(byGroup.value.get(id) ?? [], sight) : byGroup,
  };
}

function componentsOf(rows: readonly Row[], sight: Sight): PermissionSetGroup['components'] {
  if (!sight.seesSetup) return unavailable(sight.gap);
  const ids = parsed(ok(rows), (all) => [...new Set(all.map((row) => componentOf(row).id))].toSorted());
  if (ids.status === 'unavailable') return ids;
  if (ids.value.length === 0) return unavailable(withoutMembers);
  return ok({ members: ids.value.filter((id) => !isMutingSet(id)), muting: ids.value.filter(isMutingSet) });
}

/** A group of no members is of no use to anybody: more likely they are a package's, and hidden. */
const withoutMembers: Gap = {
  code: 'auditor-blind',
  message: 'The org showed no members of this group',
  mend: mends.viewSetup,
};
