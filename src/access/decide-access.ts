import type { Access, FieldAccess, ObjectAccess } from '../model/access.ts';
import type { FieldNeed, NeedName } from '../model/needs.ts';
import type { Part } from '../model/part.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { AssignedLicense, SubjectRecord } from '../model/subject.ts';
import { frozenCopy } from '../plain/deep-freeze.ts';
import { nameKey, sameName } from '../salesforce/names.ts';
import { describeAssignments } from './assignments.ts';
import { indexSnapshot, type SnapshotIndex } from './container-index.ts';
import { decideWays, type Scope } from './decide-ways.ts';
import { decideField } from './fields.ts';
import { decideFlows } from './flows.ts';
import { decideObject } from './objects.ts';
import { by } from './order.ts';
import { routesOf } from './routes.ts';
import { notCollected } from './way-doubts.ts';
import { waysTo } from './ways.ts';

/**
 * What one subject can do, for everything the snapshot was collected for (`snapshot.needs`): a need that is not
 * there was not collected, whatever the parts say. Deep-frozen; the snapshot is left as it is.
 * @throws Error when the snapshot has no subject with this Id: the caller chose it from elsewhere.
 */
export function decideAccess(snapshot: Snapshot, subjectId: string): Access {
  const record = snapshot.subjects.find(({ subject }) => subject.id === subjectId);
  if (record === undefined) throw new Error(`The snapshot has no subject ${subjectId}`);
  return decide(snapshot, record, indexSnapshot(snapshot));
}

/** The access of every subject of a snapshot, in its order: as `decideAccess`, with one index for all. */
export function decideAll(snapshot: Snapshot): readonly Access[] {
  const index = indexSnapshot(snapshot);
  return snapshot.subjects.map((record) => decide(snapshot, record, index));
}

function decide(snapshot: Snapshot, record: SubjectRecord, index: SnapshotIndex): Access {
  const scope: Scope = { snapshot, record, index, routes: routesOf(record, index, snapshot.collectedAt) };
  const { needs } = snapshot;
  const ifAsked = <T>(need: NeedName, what: string, part: Part<T>): Part<T> =>
    needs[need] === true ? part : { status: 'unavailable', reason: notCollected(what) };
  const { objects, fields } = decideData(scope);
  const { flows, otherFlows } = flowsOf(scope);
  const decided = { systemPermissions: decideSystem(scope), objects, fields, flows };
  return frozenCopy({
    accessVersion: 1,
    subject: record.subject,
    asOf: snapshot.collectedAt,
    organization: ifAsked('organization', 'the organization', snapshot.organization),
    user: ifAsked('user', 'the user', record.user),
    profile: ifAsked('profile', 'the profile', record.profile),
    login: ifAsked('login', "the user's login state", record.login),
    profilePeers: ifAsked('profilePeers', 'others with the same profile', record.profilePeers),
    limits: ifAsked('limits', "the org's limits", snapshot.limits),
    ...decided,
    otherFlows,
    permissionSetLicenses: licensesOf(scope),
    assignments: describeAssignments(scope, decided),
  });
}

function decideSystem(scope: Scope): Access['systemPermissions'] {
  const names = [...new Set(scope.snapshot.needs.systemPermissions)].toSorted();
  return Object.fromEntries(
    names.map((permission) => [permission, decideWays(scope, waysTo({ kind: 'system', permission }))]),
  );
}

/** Objects and fields together: a field's access stands on its object's, asked for or not. */
function decideData(scope: Scope): Pick<Access, 'objects' | 'fields'> {
  const { needs } = scope.snapshot;
  const objects = [...new Set(needs.objects)].toSorted().map((object) => decideObject(scope, object));
  const known = new Map(objects.map((access) => [nameKey(access.object), access]));
  const ofField = ({ object }: FieldNeed): ObjectAccess => {
    const access = known.get(nameKey(object)) ?? decideObject(scope, object);
    known.set(nameKey(object), access);
    return access;
  };
  const fields = mergedByName(needs.fields ?? []).map((need): readonly [string, FieldAccess] => [
    nameOf(need),
    decideField(scope, need, ofField(need)),
  ]);
  return {
    objects: Object.fromEntries(objects.map((access) => [access.object, access])),
    fields: Object.fromEntries(fields),
  };
}

const nameOf = ({ object, field }: FieldNeed): string => `${object}.${field}`;

/** One need a field: what several requirements say of the same one, the first label and configured name by order. */
function mergedByName(needs: readonly FieldNeed[]): readonly FieldNeed[] {
  const merged = new Map<string, FieldNeed>();
  const inOrder = by<FieldNeed>(
    nameOf,
    ({ configured }) => configured ?? '',
    ({ label }) => label ?? '',
  );
  for (const need of needs.toSorted(inOrder))
    merged.set(nameOf(need), { ...need, ...merged.get(nameOf(need)) });
  return [...merged.values()];
}

function flowsOf(scope: Scope): Pick<Access, 'flows' | 'otherFlows'> {
  const { needs, flows, otherFlows } = scope.snapshot;
  if (needs.flows !== true) {
    return { flows: { status: 'unavailable', reason: notCollected('the flows') }, otherFlows: null };
  }
  const decided = flows.status === 'ok' ? ok(decideFlows(scope, flows.value)) : flows;
  return { flows: decided, otherFlows };
}

const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });

function licensesOf({ snapshot, record }: Scope): Access['permissionSetLicenses'] {
  const part = record.permissionSetLicenses;
  const assigned = (name: string): Part<AssignedLicense | null> => {
    if (part.status === 'unavailable') return part;
    return { status: 'ok', value: part.value.find((license) => sameName(license.name, name)) ?? null };
  };
  const names = [...new Set(snapshot.needs.permissionSetLicenses)].toSorted();
  return Object.fromEntries(names.map((name) => [name, assigned(name)]));
}
