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
import { id, list, nullable, object, record, type Say, salesforces, stays, text } from './changes.ts';
import {
  additions,
  container,
  entries,
  fieldEntry,
  flowEntry,
  objectEntry,
  permissionSetGroup,
  systemEntry,
} from './container-strings.ts';
import { gap, location, objectName, part, permission, username } from './part-strings.ts';
import {
  assignedLicense,
  assignment,
  login,
  profile,
  profilePeers,
  subject,
  subjectRecord,
  user,
  userLicense,
} from './subject-strings.ts';

/** What every property of a snapshot is. A test holds this table against the schema: nothing in it may be forgotten. */

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
