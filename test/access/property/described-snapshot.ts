import { type Atom, carriedBy, writtenIn } from '../../../src/emulator/effective-access/atoms.ts';
import { reachOf } from '../../../src/emulator/effective-access/ways.ts';
import type {
  ObjectRightName,
  OrgDescription,
  PermissionEntries,
  PermissionSetGroupDescription,
  UserDescription,
} from '../../../src/emulator/org-description.ts';
import type { Container, PermissionSetGroup } from '../../../src/model/container.ts';
import type { Needs } from '../../../src/model/needs.ts';
import type { Part } from '../../../src/model/part.ts';
import type { Field, Snapshot } from '../../../src/model/snapshot.ts';
import type { Assignment, SubjectRecord } from '../../../src/model/subject.ts';
import { systemPermissions } from './random-entries.ts';

const ok = <T>(value: T): Part<T> => ({ status: 'ok', value });
const unread: Part<never> = {
  status: 'unavailable',
  reason: { code: 'not-collected', message: 'Not part of the description' },
};

/** The snapshot a faultless collector would bring home: the description in other words, with no org between. */
export function describedSnapshot(org: OrgDescription, needs: Needs): Snapshot {
  const groups = org.permissionSetGroups ?? [];
  return {
    snapshotVersion: 1,
    collectedAt: new Date(org.now).toISOString(),
    source: { kind: 'org', instanceUrl: 'http://127.0.0.1', organizationId: null, apiVersion: '67.0' },
    cost: { roundTrips: 0, apiCalls: 0 },
    needs,
    auditor: unread,
    organization: unread,
    limits: unread,
    availablePermissions: ok(systemPermissions.filter((name) => !org.absentPermissions?.includes(name))),
    permissionableObjects: ok(
      Object.keys(org.objects).filter((name) => org.objects[name]?.permissionable !== false),
    ),
    catalogue: Object.fromEntries(
      Object.entries(org.objects).map(([name, { fields }]) => [
        name,
        ok({ seenBy: 'tooling' as const, fields: fields.map(fieldOf) }),
      ]),
    ),
    flows: ok(
      (org.flows ?? []).map(({ name, label, processType, triggerType, namespace, restrictsAccess }) => ({
        id: flowId(name),
        name,
        label,
        processType,
        namespace: namespace ?? null,
        triggerType: triggerType ?? null,
        restricted: ok(restrictsAccess === true),
      })),
    ),
    otherFlows: null,
    warnings: [],
    subjects: org.users.map(subjectOf),
    containers: [
      ...org.profiles.map((profile) => containerOf('profile', profile.name, carriedBy(profile))),
      ...(org.permissionSets ?? []).map((set) =>
        containerOf('permission-set', set.name, carriedBy(set), set.hasActivationRequired),
      ),
      ...groups.flatMap((group) => containersOfGroup(org, group)),
    ],
    groups: groups.map(groupOf),
  };
}

const flowId = (name: string): string => `300${name.padEnd(12, '0')}AAA`;

function fieldOf({
  name,
  label,
  type,
  permissionable,
}: OrgDescription['objects'][string]['fields'][number]): Field {
  const calculated = /^(Formula|Roll-Up)/.test(type);
  const autoNumber = type === 'Auto Number';
  const kept = ['Id', 'CreatedDate', 'SystemModstamp'].includes(name);
  const updatable = !calculated && !autoNumber && !kept;
  return {
    name,
    label,
    dataType: type,
    permissionable: permissionable !== false,
    calculated,
    autoNumber,
    updatable,
  };
}

function subjectOf(user: UserDescription): SubjectRecord {
  const assignments = (user.assignments ?? []).map((each, i): Assignment => {
    const name = each.permissionSet ?? each.group ?? '';
    return {
      id: `${user.username} ${i}`,
      containerId: name,
      groupId: each.group === undefined ? null : `the group ${name}`,
      isActive: each.active !== false,
      isRevoked: each.revoked === true,
      expires: each.expires === undefined ? null : new Date(each.expires).toISOString(),
    };
  });
  const own = { id: `${user.username} own`, containerId: user.profile, groupId: null, expires: null };
  return {
    subject: { kind: 'user', id: user.username, name: user.username, title: user.name },
    user: unread,
    profile: unread,
    login: unread,
    profilePeers: unread,
    assignments: ok([{ ...own, isActive: true, isRevoked: false }, ...assignments]),
    permissionSetLicenses: unread,
  };
}

function containersOfGroup(org: OrgDescription, group: PermissionSetGroupDescription): readonly Container[] {
  const isStale = (group.status ?? 'Updated') !== 'Updated' && group.staleAggregate !== undefined;
  const atoms = isStale ? carriedBy(group.staleAggregate ?? {}) : reachOf(org, group);
  const aggregate = {
    ...containerOf('group', group.name, atoms, group.hasActivationRequired),
    groupId: `the group ${group.name}`,
  };
  if (group.muting === undefined) return [aggregate];
  const { name, label } = group.muting;
  return [aggregate, { ...containerOf('muting', name, mutedBy(group.muting)), title: label }];
}

/**
 * What a muting set's rows show: what is written down. That muting Read takes View All Fields too is documented
 * nowhere, so no reader could know it from Read alone: where the org does it, the set has to show it.
 */
function mutedBy(muting: PermissionEntries): ReadonlySet<Atom> {
  const written = writtenIn(muting);
  const reads = written.filter((atom) => /^object:.*:read$/.test(atom));
  return new Set([...written, ...reads.map((atom) => atom.replace(/read$/, 'viewAllFields'))]);
}

function groupOf(group: PermissionSetGroupDescription): PermissionSetGroup {
  return {
    id: `the group ${group.name}`,
    apiName: group.name,
    title: group.label,
    status: group.status ?? 'Updated',
    sessionBased: group.hasActivationRequired === true,
    components: ok({ members: group.members, muting: group.muting === undefined ? [] : [group.muting.name] }),
  };
}

function containerOf(
  kind: Container['kind'],
  name: string,
  atoms: ReadonlySet<Atom>,
  sessionBased = false,
): Container {
  const split = [...atoms].map((atom) => atom.split(':'));
  const of = (wanted: string) => split.filter(([word]) => word === wanted);
  return {
    id: name,
    kind,
    title: name,
    apiName: name,
    completeness: { kind: 'complete' },
    isCustom: true,
    sessionBased,
    groupId: null,
    license: null,
    systemPermissions: ok(of('system').map(([, permission = '']) => ({ permission }))),
    objects: ok(
      of('object').map(([, object = '', right]) => ({ object, rights: [right as ObjectRightName] })),
    ),
    fields: ok(
      of('field').map(([, name = '', right]) => {
        const [object = '', field = ''] = name.split('.');
        return { object, field, read: right === 'read', edit: right === 'edit' };
      }),
    ),
    flows: ok(of('flow').map(([, flow = '']) => ({ flowId: flowId(flow) }))),
  };
}
