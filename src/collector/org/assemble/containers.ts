import type { Container, PermissionSetGroup } from '../../../model/container.ts';
import type { Part } from '../../../model/part.ts';
import { notCollected, ok, unavailable } from '../../parts.ts';
import type { SeenCatalogue } from '../parts/catalogue.ts';
import { parsed, text, textOrNull } from '../parts/cells.ts';
import { completeContainer, type Entries, hiddenContainer } from '../parts/containers.ts';
import { fieldEntries } from '../parts/field-permissions.ts';
import { flowEntries } from '../parts/flows.ts';
import { componentOf } from '../parts/groups.ts';
import { objectEntries } from '../parts/object-permissions.ts';
import { type Identity, identityOf, mutingIdentity } from '../parts/permission-sets.ts';
import type { OrgReader } from '../reader/org-reader.ts';
import type { Row } from '../reader/read.ts';
import { fieldsIn } from '../trips/details.ts';
import { neededObjects } from '../trips/subjects.ts';
import type { ReadOrg } from './read-org.ts';

/** What the subjects are assigned, with the members and muting sets of their groups. */
export function assembleContainers(
  reader: OrgReader,
  read: ReadOrg,
  groups: Part<readonly PermissionSetGroup[]>,
  catalogues: ReadonlyMap<string, Part<SeenCatalogue>>,
): readonly Container[] {
  const { first, details, needs } = read;
  const shownGroups = groups.status === 'ok' ? groups.value : [];
  const titles = new Map(shownGroups.map(({ id, title }) => [id, title]));
  const titleOf = (groupId: string) => titles.get(groupId);
  const parts = parsed(first.components, (rows) => rows.map(componentOf));
  const groupOfPart = new Map(
    parts.status === 'ok' ? parts.value.map(({ id, groupId }) => [id, groupId]) : [],
  );
  const permissions = needs.systemPermissions
    ? ok(needs.systemPermissions)
    : notCollected('system permissions');
  const assigned = entriesOf(reader, read, catalogues, 'assigned');
  const inGroups = entriesOf(reader, read, catalogues, 'in-groups');
  const known = new Map<string, Container>();
  const add = (container: Container) => known.has(container.id) || known.set(container.id, container);
  /** A row that is not what was asked for shows nothing: what points at its container finds it hidden. */
  const show = (row: Row, identity: () => Identity, entries: Entries) => {
    const container = parsed(ok(row), () => completeContainer(identity(), row, permissions, entries));
    if (container.status === 'ok') add(container.value);
  };
  for (const row of rowsIn(first.permissionSets)) show(row, () => identityOf(row, titleOf), assigned);
  for (const row of rowsIn(details.members)) show(row, () => identityOf(row, titleOf), inGroups);
  for (const row of rowsIn(details.muting)) {
    show(row, () => mutingIdentity(row, groupOfPart.get(text(row, 'Id')) ?? null), inGroups);
  }
  for (const hidden of hiddenOnes(read, shownGroups)) add(hidden);
  return [...known.values()];
}

function entriesOf(
  reader: OrgReader,
  { needs, first, details, sight }: ReadOrg,
  catalogues: ReadonlyMap<string, Part<SeenCatalogue>>,
  which: 'assigned' | 'in-groups',
): Entries {
  const objects = neededObjects(needs);
  const fields = fieldsIn(needs, (object) => catalogues.get(nameOf(object, objects)));
  const { objectPermissions, flowAccess } = which === 'assigned' ? first : details;
  // Rows that were not asked for, because there was nothing to look them up by, are none.
  const fieldPermissions = fields.length === 0 && needs.fields ? ok([]) : details.fieldPermissions;
  const believed = <T>(part: Part<T>): Part<T> =>
    part.status === 'ok' && !sight.seesSetup ? unavailable(sight.gap) : part;
  return {
    objects: believed(
      parsed(objectPermissions, (rows) => objectEntries(rows, objects, reader.newestVersion)),
    ),
    fields: believed(parsed(fieldPermissions, (rows) => fieldEntries(rows, fields))),
    flows: believed(parsed(flowAccess, flowEntries)),
  };
}

const nameOf = (object: string, objects: readonly string[]): string =>
  objects.find((name) => name.toLowerCase() === object.toLowerCase()) ?? object;

/** Containers that an assignment or a group points at; whichever is known already stays as it is. */
function hiddenOnes({ first }: ReadOrg, groups: readonly PermissionSetGroup[]): readonly Container[] {
  const assigned = parsed(first.assignments, (rows) =>
    rows.map((row) => {
      const groupId = textOrNull(row, 'PermissionSetGroupId');
      const id = textOrNull(row, 'PermissionSetId') ?? groupId ?? text(row, 'Id');
      return hiddenContainer(id, groupId === null ? 'permission-set' : 'group', groupId);
    }),
  );
  const parts = groups.flatMap(({ id: groupId, components }) => {
    if (components.status === 'unavailable') return [];
    const { members, muting } = components.value;
    return [
      ...members.map((id) => hiddenContainer(id, 'permission-set', null)),
      ...muting.map((id) => hiddenContainer(id, 'muting', groupId)),
    ];
  });
  return [...(assigned.status === 'ok' ? assigned.value : []), ...parts];
}

const rowsIn = (part: Part<readonly Row[]>): readonly Row[] => (part.status === 'ok' ? part.value : []);
