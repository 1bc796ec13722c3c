import { describe, expect, test } from 'vitest';
import { decideAccess } from '../../src/access/decide-access.ts';
import type { Change } from '../../src/model/change.ts';
import type { Container, ObjectRight } from '../../src/model/container.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { deepFreeze } from '../../src/plain/deep-freeze.ts';
import { summaryOf } from '../access/decide.ts';
import { field, flow, flowId, need, ok, unread, userId } from '../access/org-parts.ts';
import { type Org, snapshotOf } from '../access/snapshot-builder.ts';
import { changedSnapshot } from './done.ts';
import { entries } from './entries.ts';

const needs = need({
  systemPermissions: ['ApiEnabled', 'RunFlow'],
  objects: ['Account', 'Task'],
  fields: ['Account.Site'],
  flows: true,
});

const org = (more: Org, different: Partial<Snapshot> = {}): Snapshot =>
  deepFreeze({
    ...snapshotOf({
      needs,
      available: ok((needs.systemPermissions ?? []).filter((name) => name !== 'RunFlow')),
      permissionable: ok(['Account']),
      catalogue: { Account: [field('Site')] },
      flows: [flow('Score')],
      ...more,
    }),
    ...different,
  });

/** The decision on `ApiEnabled`, `Account: edit`, `Account.Site: read` or `Score` once all is done. */
function decided(snapshot: Snapshot, changes: readonly Change[], about: string): string {
  const access = decideAccess(changedSnapshot(snapshot, changes), userId);
  const [object = '', right = ''] = about.split(': ');
  const decision =
    access.systemPermissions[about] ??
    access.objects[object]?.rights[right as ObjectRight] ??
    access.fields[object]?.fieldLevel[right as 'read' | 'edit'] ??
    (access.flows.status === 'ok' ? access.flows.value[0]?.run : undefined);
  if (decision === undefined) throw new Error(`No decision on ${about}`);
  return summaryOf(decision).replace(/ \(.*/, '');
}

const assign = (containerId: string): Change => ({ kind: 'assign', subjectId: userId, containerId });
const grant = (containerId: string, holds: Parameters<typeof entries>[0]): Change => ({
  kind: 'grant',
  containerId,
  entries: entries(holds),
});
const revoke = (containerId: string, holds: Parameters<typeof entries>[0]): Change => ({
  kind: 'revoke',
  containerId,
  entries: entries(holds),
});
const mute = (group: string, holds: Parameters<typeof entries>[0]): Change => ({
  kind: 'mute',
  groupId: `group ${group}`,
  entries: entries(holds),
});
const unmute = (group: string, holds: Parameters<typeof entries>[0]): Change => ({
  kind: 'unmute',
  groupId: `group ${group}`,
  entries: entries(holds),
});

const reads = { objects: { Account: ['read'] } } as const;
const edits = { objects: { Account: ['read', 'edit'] } } as const;

type Case = readonly [what: string, before: Snapshot, changes: readonly Change[], about: string, is: string];

/** With one container that is like this. */
const withContainer = (snapshot: Snapshot, id: string, different: Partial<Container>): Snapshot =>
  deepFreeze({
    ...snapshot,
    containers: snapshot.containers.map((each) => (each.id === id ? { ...each, ...different } : each)),
  });

const inferred: Partial<Container> = {
  objects: ok([
    { object: 'Account', rights: ['read', 'viewAllRecords'], inferred: ['read', 'viewAllRecords'] },
  ]),
};

describe('what an org would not save is not granted', () => {
  test.each<Case>([
    [
      'a permission that it lacks',
      org({}),
      [grant('Profile', { system: ['RunFlow'] })],
      'RunFlow',
      'unknown: not-in-org',
    ],
    [
      'a right on an object without object permissions',
      org({}),
      [grant('Profile', { objects: { Task: ['read'] } })],
      'Task: read',
      'unknown: undocumented',
    ],
    [
      'nor does such a tick prove that other rights on it can be had',
      org({}),
      [grant('Profile', { objects: { Task: ['read'] } })],
      'Task: create',
      'unknown: undocumented',
    ],
    [
      'nor that such a right is denied where it is unticked',
      org({}),
      [revoke('Profile', { objects: { Task: ['read'] } })],
      'Task: read',
      'unknown: undocumented',
    ],
    [
      'a permission of a standard profile',
      withContainer(org({}), 'Profile', { isCustom: false }),
      [grant('Profile', { system: ['ApiEnabled'] })],
      'ApiEnabled',
      'denied',
    ],
    [
      'though it takes field permissions',
      withContainer(org({}), 'Profile', { isCustom: false }),
      [grant('Profile', { fields: { 'Account.Site': 'read' } })],
      'Account.Site: read',
      'granted by Profile',
    ],
    [
      'anything in a permission set of a managed package',
      withContainer(org({ sets: { S: {} }, assigned: ['S'] }), 'S', { apiName: 'iv__S' }),
      [grant('S', { system: ['ApiEnabled'] })],
      'ApiEnabled',
      'denied',
    ],
    [
      'anything in an aggregate',
      org({ groups: { G: {} }, assigned: ['G'] }),
      [grant('G', { system: ['ApiEnabled'] })],
      'ApiEnabled',
      'denied',
    ],
    [
      'Edit of a field that is computed',
      org({ catalogue: { Account: [field('Site', { calculated: true, updatable: false })] } }),
      [grant('Profile', { fields: { 'Account.Site': 'edit' } })],
      'Account.Site: edit',
      'denied',
    ],
  ])('%s', (_, snapshot, changes, about, is) => {
    expect(decided(snapshot, changes, about)).toBe(is);
  });
});

describe('what was read in part', () => {
  const hidden = org({ groups: { G: { ...edits, componentsUnread: true } }, assigned: ['G'] });
  const halfRead = withContainer(
    org({
      sets: { A: edits, B: {} },
      groups: { G: { ...edits, members: ['A', 'B'] } },
      assigned: ['G'],
    }),
    'B',
    { objects: unread },
  );
  test.each<Case>([
    [
      'muting takes from a group whose members are hidden',
      hidden,
      [mute('G', { objects: { Account: ['edit'] } })],
      'Account: edit',
      'denied',
    ],
    [
      'and leaves the rest',
      hidden,
      [mute('G', { objects: { Account: ['edit'] } })],
      'Account: read',
      'granted by G',
    ],
    [
      'what was muted there and is unmuted may be given or not',
      hidden,
      [mute('G', { objects: { Account: ['edit'] } }), unmute('G', { objects: { Account: ['edit'] } })],
      'Account: edit',
      'unknown: query-failed',
    ],
    [
      'a group whose members are hidden may lose what any set loses',
      org({ sets: { A: edits }, groups: { G: { ...edits, componentsUnread: true } }, assigned: ['G'] }),
      [revoke('A', { objects: { Account: ['edit'] } })],
      'Account: edit',
      'unknown: query-failed',
    ],
    [
      'another member may give what one loses',
      halfRead,
      [revoke('A', { objects: { Account: ['edit'] } })],
      'Account: edit',
      'unknown: query-failed',
    ],
    [
      'and nothing else comes into doubt',
      halfRead,
      [revoke('A', { objects: { Account: ['edit'] } })],
      'Account: delete',
      'denied',
    ],
    [
      'a member that was not read takes nothing from what another is given',
      halfRead,
      [grant('A', { objects: { Account: ['delete'] } })],
      'Account: delete',
      'granted by G',
    ],
    [
      'what is ticked in a partial profile is there',
      org({ profile: { partial: true } }),
      [grant('Profile', reads)],
      'Account: read',
      'granted by Profile',
    ],
    [
      'what is unticked there is not, though it is not known what else is',
      org({ profile: { system: ['ApiEnabled'], partial: true } }),
      [revoke('Profile', { system: ['ApiEnabled'] })],
      'ApiEnabled',
      'denied',
    ],
    [
      'and what nobody spoke of stays unknown',
      org({ profile: { ...edits, partial: true } }),
      [revoke('Profile', reads)],
      'ApiEnabled',
      'unknown: source-cannot-tell',
    ],
    [
      'what was saved along with a right that is revoked may stay',
      org({ profile: { objects: { Account: ['create'] } } }),
      [revoke('Profile', { objects: { Account: ['create'] } })],
      'Account: read',
      'unknown: source-cannot-tell',
    ],
    [
      'and what was not is denied still',
      org({ profile: { objects: { Account: ['create'] } } }),
      [revoke('Profile', { objects: { Account: ['create'] } })],
      'Account: edit',
      'denied',
    ],
    [
      'unless it is revoked too',
      org({ profile: { objects: { Account: ['create'] } } }),
      [revoke('Profile', { objects: { Account: ['create', 'read'] } })],
      'Account: read',
      'denied',
    ],
    [
      'a part that was not read is not known better by a tick',
      org({ profile: { unread: ['objects'] } }),
      [grant('Profile', reads)],
      'Account: read',
      'unknown: query-failed',
    ],
    [
      'an aggregate of which the group is not known may be stale',
      withContainer(org({ groups: { G: edits } }), 'G', { groupId: null }),
      [assign('G')],
      'Account: edit',
      'unknown: auditor-blind',
    ],
    [
      'a group that is not up to date goes on being in doubt',
      org({ sets: { A: {} }, groups: { G: { members: ['A'], status: 'Outdated' } }, assigned: ['G'] }),
      [grant('A', reads)],
      'Account: read',
      'unknown: stale-group',
    ],
  ])('%s', (_, snapshot, changes, about, is) => {
    expect(decided(snapshot, changes, about)).toBe(is);
  });
});

describe('rights that only a placeholder row shows', () => {
  const viewer = withContainer(
    org({ sets: { V: { system: ['ViewAllData'] } }, assigned: ['V'] }),
    'V',
    inferred,
  );
  test.each<Case>([
    ['go with View All Data', viewer, [revoke('V', { system: ['ViewAllData'] })], 'Account: read', 'denied'],
    [
      'stay with it whatever is unticked beside',
      viewer,
      [revoke('V', { system: ['ApiEnabled'] })],
      'Account: read',
      'granted by V',
    ],
    ['are no rights to untick', viewer, [revoke('V', reads)], 'Account: read', 'granted by V'],
    [
      'leave a set that also has its own',
      withContainer(viewer, 'V', {
        objects: ok([
          { object: 'Account', rights: ['read', 'viewAllRecords'], inferred: ['viewAllRecords'] },
        ]),
      }),
      [revoke('V', { system: ['ViewAllData'] })],
      'Account: read',
      'granted by V',
    ],
    [
      'may be all that a set was found by',
      withContainer(viewer, 'V', {
        objects: ok([{ object: 'Account', rights: ['read'] }]),
        completeness: { kind: 'partial', reason: { code: 'not-collected', message: 'found by its read' } },
      }),
      [revoke('V', { system: ['ViewAllData'] })],
      'Account: read',
      'unknown: not-collected',
    ],
  ])('%s', (_, snapshot, changes, about, is) => {
    expect(decided(snapshot, changes, about)).toBe(is);
  });
});

describe('assignments', () => {
  const assignmentOf = (name: string) => `assignment of ${name}`;
  const expired = org({ sets: { S: reads }, assigned: [{ to: 'S', expires: '2026-01-01T00:00:00.000Z' }] });
  const draft = (name: string): Change => ({
    kind: 'add-set',
    subjectId: userId,
    set: { name, label: name, description: '', entries: entries(edits) },
  });
  test.each<Case>([
    [
      'a session-based set may give nothing',
      org({ sets: { S: { ...reads, sessionBased: true } } }),
      [assign('S')],
      'Account: read',
      'unknown: undocumented',
    ],
    [
      'nobody is assigned a profile beside his own',
      org({ profiles: { Other: reads } }),
      [assign('Other')],
      'Account: read',
      'denied',
    ],
    [
      'a profile cannot be taken away',
      org({ profile: reads }),
      [{ kind: 'unassign', assignmentId: assignmentOf('Profile') }],
      'Account: read',
      'granted by Profile',
    ],
    [
      'nor does it expire',
      org({ profile: reads }),
      [{ kind: 'expire', assignmentId: assignmentOf('Profile') }],
      'Account: read',
      'granted by Profile',
    ],
    [
      'what expired is renewed',
      expired,
      [{ kind: 'renew', assignmentId: assignmentOf('S') }],
      'Account: read',
      'granted by S',
    ],
    ['or assigned again', expired, [assign('S')], 'Account: read', 'granted by S'],
    ['a new set grants what it has', org({}), [draft('New')], 'Account: edit', 'granted by New'],
    [
      'one that has its name is replaced, in its groups too',
      org({
        sets: { S: { objects: { Account: ['delete'] } } },
        groups: { G: { objects: { Account: ['delete'] }, members: ['S'] } },
        assigned: ['G'],
      }),
      [draft('S')],
      'Account: delete',
      'denied',
    ],
    [
      'whether one with View All Fields alone lets its groups read is not documented',
      org({ sets: { S: {} }, groups: { G: { members: ['S'] } }, assigned: ['G'] }),
      [
        {
          kind: 'add-set',
          subjectId: userId,
          set: {
            ...{ name: 'S', label: 'S', description: '' },
            entries: entries({ objects: { Account: ['viewAllFields'] } }),
          },
        },
        { kind: 'unassign', assignmentId: `${userId} S` },
      ],
      'Account: read',
      'unknown: undocumented',
    ],
    [
      'what is not there changes nothing',
      org({ profile: reads }),
      [assign('?'), grant('?', edits), mute('?', reads), { kind: 'expire', assignmentId: '?' }],
      'Account: read',
      'granted by Profile',
    ],
  ])('%s', (_, snapshot, changes, about, is) => {
    expect(decided(snapshot, changes, about)).toBe(is);
  });

  test('nobody has a set twice', () => {
    const after = changedSnapshot(expired, [assign('S'), assign('S')]);
    const [record] = after.subjects;
    expect(record?.assignments.status === 'ok' && record.assignments.value.map(({ id }) => id)).toEqual([
      assignmentOf('Profile'),
      assignmentOf('S'),
    ]);
  });
});

describe('muting', () => {
  const muted = org({
    sets: { A: edits },
    groups: {
      G: { objects: { Account: ['read'] }, members: ['A'], muting: { objects: { Account: ['edit'] } } },
    },
    assigned: ['G'],
  });
  const flows = org({
    sets: { A: { flows: [flowId('Score')] } },
    groups: { G: { flows: [flowId('Score')], members: ['A'] } },
    assigned: ['G', 'A'],
  });
  test.each<Case>([
    [
      'what is unmuted comes back',
      muted,
      [unmute('G', { objects: { Account: ['edit'] } })],
      'Account: edit',
      'granted by G',
    ],
    [
      'muting Read takes Edit with it',
      muted,
      [unmute('G', { objects: { Account: ['edit'] } }), mute('G', reads)],
      'Account: edit',
      'denied',
    ],
    [
      'a group without a muting set gets one',
      flows,
      [mute('G', { flows: [flowId('Score')] }), { kind: 'unassign', assignmentId: 'assignment of A' }],
      'Score',
      'denied',
    ],
    [
      'the set itself still gives it',
      flows,
      [mute('G', { flows: [flowId('Score')] })],
      'Score',
      'granted by A',
    ],
    [
      'whether View All Fields goes with Read is not documented',
      org({
        sets: { A: { objects: { Account: ['read', 'viewAllFields'] } } },
        groups: { G: { objects: { Account: ['read', 'viewAllFields'] }, members: ['A'] } },
        assigned: ['G'],
      }),
      [mute('G', reads)],
      'Account: viewAllFields',
      'unknown: undocumented',
    ],
    [
      'an old API shows nobody whether View All Fields is muted, and a member that gets it leaves that open',
      org({
        apiVersion: '62.0',
        sets: { A: reads },
        groups: { G: { ...reads, members: ['A'], muting: { objects: { Account: ['edit'] } } } },
        assigned: ['G'],
      }),
      [grant('A', { objects: { Account: ['viewAllFields'] } })],
      'Account: viewAllFields',
      'unknown: source-cannot-tell, source-cannot-tell',
    ],
    [
      'where nothing is muted it is given, however old the API is',
      org({
        apiVersion: '62.0',
        sets: { A: reads },
        groups: { G: { ...reads, members: ['A'] } },
        assigned: ['G'],
      }),
      [grant('A', { objects: { Account: ['viewAllFields'] } })],
      'Account: viewAllFields',
      'granted by G',
    ],
  ])('%s', (_, snapshot, changes, about, is) => {
    expect(decided(snapshot, changes, about)).toBe(is);
  });
});
