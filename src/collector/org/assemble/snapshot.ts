import type { Container, PermissionSetGroup } from '../../../model/container.ts';
import type { Part } from '../../../model/part.ts';
import type { OrgSnapshot, Snapshot } from '../../../model/snapshot.ts';
import type { SubjectRecord } from '../../../model/subject.ts';
import { notCollected, ok, unavailable } from '../../parts.ts';
import { auditorOf } from '../parts/auditor.ts';
import { sortedById } from '../parts/containers.ts';
import { flowOf } from '../parts/flows.ts';
import { groupsOf } from '../parts/groups.ts';
import { permissionableObjectsOf } from '../parts/object-permissions.ts';
import { limitsOf, organizationOf } from '../parts/organization.ts';
import { availablePermissions } from '../parts/permission-sets.ts';
import type { OrgReader } from '../reader/org-reader.ts';
import { assembleCatalogues } from './catalogues.ts';
import { assembleContainers } from './containers.ts';
import type { ReadOrg } from './read-org.ts';
import { assembleSubjects } from './subjects.ts';

/** Puts the answers together into a snapshot, every list sorted. */
export function assembleSnapshot(reader: OrgReader, read: ReadOrg): OrgSnapshot {
  const { needs, first, details, sight } = read;
  const groups = groupsOf(first.groups, first.components, sight);
  const catalogues = assembleCatalogues(read);
  const containers = assembleContainers(reader, read, groups, catalogues);
  const subjects = assembleSubjects(read);
  const organization = organizationOf(first.organization);
  return {
    snapshotVersion: 1,
    collectedAt: reader.time(),
    source: {
      kind: 'org',
      instanceUrl: reader.instanceUrl,
      organizationId: reader.organizationId ?? (organization.status === 'ok' ? organization.value.id : null),
      apiVersion: reader.apiVersion,
    },
    cost: reader.cost(),
    needs,
    auditor: auditorOf(reader.caller, sight),
    organization: needs.organization ? organization : notCollected('the organization'),
    limits: needs.limits ? limitsOf(first.limits) : notCollected('the API limits'),
    availablePermissions: availablePermissions(first.permissionSets),
    permissionableObjects: permissionableObjectsOf(details.permissionableObjects),
    catalogue: Object.fromEntries(
      [...catalogues].map(([object, seen]) => [object, seen.status === 'ok' ? ok(plain(seen.value)) : seen]),
    ),
    flows: flowsOf(read),
    otherFlows: null,
    subjects: subjects.toSorted((one, other) => (one.subject.name < other.subject.name ? -1 : 1)),
    containers: sortedById(containers),
    groups: sortedById(withMissingGroups(groups, containers, subjects)),
    warnings: [],
  };
}

/** What is in a snapshot of a catalogue: which field secures which is used up by then. */
const plain = <T extends { readonly securedBy: unknown }>({ securedBy: _, ...catalogue }: T) => catalogue;

function flowsOf({ flows, restrictions }: ReadOrg): Snapshot['flows'] {
  if (flows.status === 'unavailable') return flows;
  return ok(flows.value.map((flow) => flowOf(flow, restrictions.get(flow.id))));
}

/** A group that something is assigned through is there, shown or not: its state is then not known. */
function withMissingGroups(
  groups: Part<readonly PermissionSetGroup[]>,
  containers: readonly Container[],
  subjects: readonly SubjectRecord[],
): readonly PermissionSetGroup[] {
  const shown = groups.status === 'ok' ? groups.value : [];
  const reason =
    groups.status === 'unavailable'
      ? groups.reason
      : { code: 'auditor-blind' as const, message: 'The org did not show this permission set group' };
  const named = [
    ...containers.map(({ groupId }) => groupId),
    ...subjects
      .flatMap(({ assignments }) => (assignments.status === 'ok' ? assignments.value : []))
      .map(({ groupId }) => groupId),
  ];
  const missing = new Set(named.filter((id) => id !== null && !shown.some((group) => group.id === id)));
  const hidden = [...missing].map((id) => {
    const title =
      containers.find(({ groupId, kind }) => groupId === id && kind === 'group')?.title ?? String(id);
    return {
      id: String(id),
      apiName: title,
      title,
      status: 'Unknown',
      sessionBased: false,
      components: unavailable(reason),
    };
  });
  return [...shown, ...hidden];
}
