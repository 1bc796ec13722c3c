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
import type { Gap, Location, Part } from '../model/part.ts';
import type {
  Auditor,
  Catalogue,
  Field,
  FilesCost,
  FilesSource,
  Flow,
  Limits,
  Organization,
  OrgCost,
  OrgFacts,
  OrgSource,
  ReadingWarning,
  Snapshot,
} from '../model/snapshot.ts';
import type {
  AssignedLicense,
  Assignment,
  Login,
  Profile,
  ProfilePeers,
  Subject,
  SubjectRecord,
  User,
  UserLicense,
} from '../model/subject.ts';
import {
  type Change,
  id,
  list,
  nullable,
  object,
  record,
  type Say,
  salesforces,
  stays,
  text,
} from './changes.ts';

/** What every property of a snapshot is. A test holds this table against the schema: nothing in it may be forgotten. */

const objectName: Change<string> = (value, say) => say.apiName('object', value);
const fieldName: Change<string> = (value, say) => say.apiName('field', value);
const permission: Change<string> = (value, say) => say.apiName('permission', value);
const username: Change<string> = (value, say) => say.name('user', 'name', value);

const location = object<Location>({ file: text, line: stays, column: stays, snippet: text });

const gap = object<Gap>({
  code: stays,
  message: text,
  query: text,
  // Salesforce's codes are words in capitals; whatever else an answer gives for one is a sentence.
  errorCode: (value, say) => (/^[A-Z]+(?:_[A-Z0-9]+)*$/u.test(value) ? value : say.text(value)),
  mend: text,
  at: location,
});

const part =
  <T>(change: Change<T>): Change<Part<T>> =>
  (value, say) =>
    value.status === 'ok'
      ? { status: 'ok', value: change(value.value, say, value) }
      : { status: 'unavailable', reason: gap(value.reason, say, value) };

const orgSource = object<OrgSource>({
  kind: stays,
  instanceUrl: (value, say) => say.name('org', 'name', value),
  organizationId: nullable(id),
  apiVersion: stays,
});

const orgFacts = object<OrgFacts>({ org: orgSource, collectedAt: stays });

const filesSource = object<FilesSource>({
  kind: stays,
  directories: list(text),
  apiVersion: salesforces,
  facts: nullable(orgFacts),
});

const auditor = object<Auditor>({ userId: id, username, permissions: list(permission) });

const organization = object<Organization>({
  id,
  name: (value, say) => say.name('org', 'title', value),
  edition: salesforces,
  isSandbox: stays,
});

const limits = object<Limits>({
  dailyApiRequests: object<Limits['dailyApiRequests']>({ max: stays, remaining: stays }),
});

const orgCost = object<OrgCost>({ roundTrips: stays, apiCalls: stays });
const filesCost = object<FilesCost>({ files: stays, bytes: stays, containers: stays, entries: stays });

const field = object<Field>({
  name: (value, say, { label }) => say.apiName('field', value, label),
  label: (value, say, { name }) => say.fieldLabel(value, name),
  dataType: text,
  permissionable: stays,
  calculated: stays,
  autoNumber: stays,
  updatable: stays,
});

const catalogue = object<Catalogue>({ seenBy: stays, fields: list(field, ({ name }) => name) });

const flow = object<Flow>({
  id,
  name: (value, say, owner) => say.flow('name', value, owner),
  label: (value, say, owner) => say.flow('title', value, owner),
  namespace: nullable((value: string, say: Say) => say.namespace(value)),
  processType: salesforces,
  triggerType: salesforces,
  restricted: part<boolean>(stays),
  at: location,
});

const readingWarning = object<ReadingWarning>({ code: stays, message: text, at: location });

const subject = object<Subject>({
  kind: stays,
  id,
  name: (value, say, { kind, title }) =>
    kind === 'user' ? say.name('user', 'name', value, title) : say.name('persona', 'name', value),
  title: (value, say, { kind }) => (kind === 'user' ? say.name('user', 'title', value) : say.text(value)),
});

const user = object<User>({
  id,
  username: (value, say, { name }) => say.name('user', 'name', value, name),
  name: (value, say) => say.name('user', 'title', value),
  isActive: stays,
  lastLoginDate: stays,
  userType: salesforces,
  flowUser: part<boolean>(stays),
  passwordExpires: part<string | null>(stays),
});

const userLicense = object<UserLicense>({ name: salesforces, key: salesforces });

const profile = object<Profile>({
  id,
  name: nullable((value: string, say: Say) => say.profile('title', value)),
  isCustom: part<boolean>(stays),
  license: part(userLicense),
  at: location,
});

const login = object<Login>({ isFrozen: stays, isPasswordLocked: stays });

const profilePeers = object<ProfilePeers>({ total: stays, examples: list(username, (name) => name) });

const assignment = object<Assignment>({
  id,
  containerId: id,
  groupId: nullable(id),
  isActive: stays,
  isRevoked: stays,
  expires: stays,
});

const assignedLicense = object<AssignedLicense>({
  name: salesforces,
  label: salesforces,
  status: salesforces,
  expires: stays,
});

const subjectRecord = object<SubjectRecord>({
  subject,
  user: part(user),
  profile: part(profile),
  login: part(login),
  profilePeers: part(profilePeers),
  assignments: part(list(assignment, (each) => each.id)),
  permissionSetLicenses: part(list(assignedLicense)),
});

const systemEntry = object<SystemEntry>({ permission, at: location });
const objectEntry = object<ObjectEntry>({
  object: objectName,
  rights: list<ObjectRight>(stays),
  inferred: list<ObjectRight>(stays),
  at: location,
});
const fieldEntry = object<FieldEntry>({
  object: objectName,
  field: fieldName,
  read: stays,
  edit: stays,
  at: location,
});
const flowEntry = object<FlowEntry>({ flowId: id, at: location });
const flowEntries = list(flowEntry, ({ flowId }) => flowId);

const entries = object<Entries>({
  systemPermissions: list(systemEntry),
  objects: list(objectEntry),
  fields: list(fieldEntry),
  flows: flowEntries,
});

const additions = object<Additions>({
  systemPermissions: location,
  objects: location,
  fields: record(objectName, location),
  flows: location,
});

const completeness: Change<Completeness> = (value, say) =>
  value.kind === 'complete' ? value : { kind: 'partial', reason: gap(value.reason, say, value) };

const container = object<Container>({
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

const permissionSetGroup = object<PermissionSetGroup>({
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

/** A snapshot, with every name in it said. */
export const snapshot = object<Snapshot>({
  snapshotVersion: stays,
  collectedAt: stays,
  names: stays,
  source: (value, say, owner) =>
    value.kind === 'org' ? orgSource(value, say, owner) : filesSource(value, say, owner),
  cost: (value, say, owner) =>
    'roundTrips' in value ? orgCost(value, say, owner) : filesCost(value, say, owner),
  // What was asked for is the vendor's, or what the customer told the vendor: without it nothing can be judged.
  needs: (value) => value,
  auditor: part(auditor),
  organization: part(organization),
  limits: part(limits),
  availablePermissions: part(list(permission)),
  permissionableObjects: part(list(objectName, (name) => name)),
  catalogue: record(objectName, part(catalogue)),
  flows: part(list(flow, (each) => each.id)),
  otherFlows: nullable(gap),
  subjects: list(subjectRecord),
  containers: list(container, (each) => each.id),
  groups: list(permissionSetGroup, (each) => each.id),
  warnings: list(readingWarning),
});

/** The properties that something is said of, by the name that the schema has for their object. */
export const shapes = {
  ...{ snapshot, location, gap, orgSource, orgFacts, filesSource, orgCost, filesCost, auditor, organization },
  ...{
    limits,
    field,
    catalogue,
    flow,
    readingWarning,
    subject,
    user,
    userLicense,
    profile,
    profilePeers,
    login,
  },
  ...{ assignment, assignedLicense, subjectRecord, systemEntry, objectEntry, fieldEntry, flowEntry, entries },
  ...{ additions, container, permissionSetGroup },
} as const;
