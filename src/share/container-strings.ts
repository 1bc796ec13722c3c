import type {
  Additions,
  Completeness,
  Container,
  Entries,
  FieldEntry,
  FlowEntry,
  ObjectEntry,
  ObjectRight,
  PermissionSetGroup,
  SystemEntry,
} from '../model/container.ts';
import { type Change, id, list, nullable, object, record, salesforces, stays } from './changes.ts';
import { fieldName, gap, location, objectName, part, permission } from './part-strings.ts';

/** What every property of what carries permissions is. */

export const systemEntry = object<SystemEntry>({ permission, at: location });
export const objectEntry = object<ObjectEntry>({
  object: objectName,
  rights: list<ObjectRight>(stays),
  inferred: list<ObjectRight>(stays),
  at: location,
});
export const fieldEntry = object<FieldEntry>({
  object: objectName,
  field: fieldName,
  read: stays,
  edit: stays,
  at: location,
});
export const flowEntry = object<FlowEntry>({ flowId: id, at: location });
const flowEntries = list(flowEntry, ({ flowId }) => flowId);

export const entries = object<Entries>({
  systemPermissions: list(systemEntry),
  objects: list(objectEntry),
  fields: list(fieldEntry),
  flows: flowEntries,
});

export const additions = object<Additions>({
  systemPermissions: location,
  objects: location,
  fields: record(objectName, location),
  flows: location,
});

const completeness: Change<Completeness> = (value, say) =>
  value.kind === 'complete' ? value : { kind: 'partial', reason: gap(value.reason, say, value) };

export const container = object<Container>({
  id,
  kind: stays,
  title: (value, say, { kind }) =>
    kind === 'profile' ? say.profile('title', value) : say.name(kind, 'title', value),
  apiName: (value, say, { kind, title }) =>
    kind === 'profile' ? say.profile('name', value, title) : say.name(kind, 'name', value, title),
  completeness,
  isCustom: stays,
  sessionBased: stays,
  groupId: nullable(id),
  license: salesforces,
  systemPermissions: part(list(systemEntry)),
  objects: part(list(objectEntry)),
  fields: part(list(fieldEntry)),
  flows: part(flowEntries),
  denials: entries,
  at: location,
  additions,
});

const ids = list(id, (each) => each);

export const permissionSetGroup = object<PermissionSetGroup>({
  id,
  apiName: (value, say, { title }) => say.name('group', 'name', value, title),
  title: (value, say) => say.name('group', 'title', value),
  status: salesforces,
  sessionBased: stays,
  components: part(
    object<{ readonly members: readonly string[]; readonly muting: readonly string[] }>({
      members: ids,
      muting: ids,
    }),
  ),
  at: location,
});
