import type { FieldRight } from '../../src/model/access.ts';
import type { Container, ContainerKind, ObjectRight, PermissionSetGroup } from '../../src/model/container.ts';
import type { Needs } from '../../src/model/needs.ts';
import type { Part } from '../../src/model/part.ts';
import type { Catalogue, Field, Flow, Snapshot } from '../../src/model/snapshot.ts';
import type { Assignment } from '../../src/model/subject.ts';

/** What a container holds, as short as it can be said. */
export interface Holds {
  readonly system?: readonly string[];
  readonly objects?: Readonly<Record<string, readonly ObjectRight[]>>;
  /** `Account.Site` → `edit` (and read with it) or `read`. */
  readonly fields?: Readonly<Record<string, FieldRight>>;
  /** FlowDefinition Ids. */
  readonly flows?: readonly string[];
}

export interface SetUp extends Holds {
  readonly sessionBased?: boolean;
  readonly partial?: boolean;
  /** Blocks of entries that could not be read. */
  readonly unread?: readonly ('systemPermissions' | 'objects' | 'fields' | 'flows')[];
}

export interface GroupSetUp extends SetUp {
  /** Names of permission sets. Its own `Holds` are the aggregate's. */
  readonly members?: readonly string[];
  readonly muting?: SetUp;
  readonly status?: string;
  readonly componentsUnread?: boolean;
}

export interface Assigned {
  readonly to: string;
  readonly expires?: string;
  readonly active?: boolean;
  readonly revoked?: boolean;
}

/** An org with one audited user. Names are titles and Ids at once. */
export interface Org {
  readonly needs?: Needs;
  readonly apiVersion?: string;
  readonly available?: Part<readonly string[]>;
  readonly permissionable?: Part<readonly string[]>;
  readonly profile?: SetUp;
  /** Profiles of others. */
  readonly profiles?: Readonly<Record<string, SetUp>>;
  readonly sets?: Readonly<Record<string, SetUp>>;
  readonly groups?: Readonly<Record<string, GroupSetUp>>;
  readonly assigned?: readonly (string | Assigned)[];
  readonly catalogue?: Readonly<Record<string, readonly Field[] | Part<Catalogue>>>;
  readonly flows?: readonly Flow[];
}

import { asOf, field, fieldNeed, ok, partly, unread, userId } from './org-parts.ts';
/** A snapshot of an org in which all that is not said is well, complete and empty. */
export function snapshotOf(org: Org): Snapshot {
  const sets = Object.entries(org.sets ?? {});
  const groups = Object.entries(org.groups ?? {});
  return {
    snapshotVersion: 1,
    collectedAt: asOf,
    source: {
      kind: 'org',
      instanceUrl: 'https://example.my.salesforce.com',
      organizationId: '00D000000000001AAA',
      apiVersion: org.apiVersion ?? '67.0',
    },
    cost: { roundTrips: 3, apiCalls: 9 },
    needs: org.needs ?? {},
    auditor: ok({
      userId: '005000000000009AAA',
      username: 'auditor@example.com',
      permissions: ['ViewSetup'],
    }),
    organization: ok({
      id: '00D000000000001AAA',
      name: 'Example',
      edition: 'Enterprise Edition',
      isSandbox: false,
    }),
    limits: ok({ dailyApiRequests: { max: 100_000, remaining: 99_000 } }),
    availablePermissions: org.available ?? ok(org.needs?.systemPermissions ?? []),
    permissionableObjects: org.permissionable ?? ok(['Account', 'Contact', 'Lead']),
    catalogue: cataloguesOf(org),
    flows: ok(org.flows ?? []),
    otherFlows: null,
    subjects: [subject(org)],
    containers: [
      container('Profile', 'profile', org.profile ?? {}),
      ...Object.entries(org.profiles ?? {}).map(([name, setUp]) => container(name, 'profile', setUp)),
      ...sets.map(([name, set]) => container(name, 'permission-set', set)),
      ...groups.map(([name, group]) => container(name, 'group', group, `group ${name}`)),
      ...groups.flatMap(([name, { muting }]) =>
        muting ? [container(mutingName(name), 'muting', muting)] : [],
      ),
    ],
    groups: groups.map(([name, group]) => groupOf(name, group)),
    warnings: [],
  };
}

const mutingName = (group: string): string => `Muting of ${group}`;

function cataloguesOf({ catalogue = {}, needs }: Org): Snapshot['catalogue'] {
  const objects = needs?.objects ?? [];
  const all = { ...Object.fromEntries(objects.map((object) => [object, [field('Name')]])), ...catalogue };
  return Object.fromEntries(
    Object.entries(all).map(([object, entry]): [string, Part<Catalogue>] => [
      object,
      'status' in entry ? entry : ok({ seenBy: 'tooling', fields: entry }),
    ]),
  );
}

function subject(org: Org): Snapshot['subjects'][number] {
  const isGroup = (name: string): boolean => Object.hasOwn(org.groups ?? {}, name);
  const assigned = (org.assigned ?? []).map((each) => (typeof each === 'string' ? { to: each } : each));
  return {
    subject: { kind: 'user', id: userId, name: 'sync@example.com', title: 'Sync User' },
    user: unread,
    profile: unread,
    login: ok({ isFrozen: false, isPasswordLocked: false }),
    profilePeers: ok({ total: 0, examples: [] }),
    assignments: ok([
      assignment({ to: 'Profile' }, null),
      ...assigned.map((each) => assignment(each, isGroup(each.to) ? `group ${each.to}` : null)),
    ]),
    permissionSetLicenses: ok([]),
  };
}

function assignment({ to, expires, active, revoked }: Assigned, groupId: string | null): Assignment {
  return {
    id: `assignment of ${to}`,
    containerId: to,
    groupId,
    isActive: active ?? true,
    isRevoked: revoked ?? false,
    expires: expires ?? null,
  };
}

function container(
  title: string,
  kind: ContainerKind,
  setUp: SetUp,
  groupId: string | null = null,
): Container {
  const part = <T>(name: NonNullable<SetUp['unread']>[number], value: readonly T[]): Part<readonly T[]> =>
    setUp.unread?.includes(name) ? unread : ok(value);
  return {
    id: title,
    kind,
    title,
    apiName: title.replaceAll(' ', '_'),
    completeness: setUp.partial ? partly : { kind: 'complete' },
    isCustom: true,
    sessionBased: setUp.sessionBased ?? false,
    groupId,
    license: null,
    systemPermissions: part(
      'systemPermissions',
      (setUp.system ?? []).map((permission) => ({ permission })),
    ),
    objects: part(
      'objects',
      Object.entries(setUp.objects ?? {}).map(([object, rights]) => ({ object, rights })),
    ),
    fields: part(
      'fields',
      Object.entries(setUp.fields ?? {}).map(([name, right]) => ({
        ...fieldNeed(name),
        read: true,
        edit: right === 'edit',
      })),
    ),
    flows: part(
      'flows',
      (setUp.flows ?? []).map((id) => ({ flowId: id })),
    ),
  };
}

function groupOf(name: string, group: GroupSetUp): PermissionSetGroup {
  const components = ok({ members: group.members ?? [], muting: group.muting ? [mutingName(name)] : [] });
  return {
    id: `group ${name}`,
    apiName: name,
    title: name,
    status: group.status ?? 'Updated',
    sessionBased: group.sessionBased ?? false,
    components: group.componentsUnread ? unread : components,
  };
}
