import { describe, expect, test } from 'vitest';
import { decisionIn, summaryOf } from './decide.ts';
import { type Assigned, asOf, type GroupSetUp, need, type SetUp, snapshotOf } from './snapshot-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled'], objects: ['Account'] });
const api: SetUp = { system: ['ApiEnabled'] };

describe('an assigned permission set that holds the permission', () => {
  const cases: readonly (readonly [string, Omit<Assigned, 'to'>, SetUp, string])[] = [
    ['grants it', {}, {}, 'granted by Set'],
    ['grants it until it expires', { expires: '2026-10-08T12:00:00.001Z' }, {}, 'granted by Set'],
    ['does not grant it from the instant it expires', { expires: asOf }, {}, 'denied (expired Set)'],
    [
      'does not grant it when expired, though the row still says active',
      { expires: '2026-10-01T00:00:00Z', active: true },
      {},
      'denied (expired Set)',
    ],
    ['compares times, not texts', { expires: '2026-10-08T08:30:00.000-05:00' }, {}, 'granted by Set'],
    ['does not grant it when the assignment is inactive', { active: false }, {}, 'denied (inactive Set)'],
    ['does not grant it when the assignment is revoked', { revoked: true }, {}, 'denied (revoked Set)'],
    [
      'leaves it open when it is session-based',
      {},
      { sessionBased: true },
      'unknown: undocumented (session-based Set)',
    ],
    [
      'is only expired when it is session-based too',
      { expires: asOf },
      { sessionBased: true },
      'denied (expired Set)',
    ],
  ];
  test.each(cases)('%s', (_, how, setUp, expected) => {
    const org = { needs, sets: { Set: { ...api, ...setUp } }, assigned: [{ to: 'Set', ...how }] };
    expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe(expected);
  });
});

describe('an assigned group', () => {
  const cases: readonly (readonly [string, GroupSetUp, string])[] = [
    ['grants what its aggregate holds', { ...api, members: ['Member'] }, 'granted by Group'],
    [
      'grants it with a session-based member, which needs no activation there',
      { ...api, members: ['Session member'] },
      'granted by Group',
    ],
    [
      'does not grant what its muting set takes from a member',
      { members: ['Member'], muting: api },
      'denied (muted Member)',
    ],
    [
      'does not grant what only its muting set names',
      { members: ['Empty'], muting: api },
      'denied (not-assigned Member)',
    ],
    [
      'leaves it open when the group itself is session-based',
      { ...api, members: ['Member'], sessionBased: true },
      'unknown: undocumented (session-based Group)',
    ],
    [
      'leaves open what the aggregate of an outdated group holds',
      { ...api, members: ['Empty'], status: 'Outdated' },
      'unknown: stale-group (outdated-group Group; not-assigned Member)',
    ],
    [
      'leaves open what a group holds while it is being updated, though members say the same',
      { ...api, members: ['Member'], status: 'Updating' },
      'unknown: stale-group (outdated-group Group)',
    ],
    [
      'leaves open what an outdated aggregate lacks and a member has',
      { members: ['Member'], status: 'Failed' },
      'unknown: stale-group (outdated-group Group)',
    ],
    [
      'denies what an outdated aggregate lacks and its muting set takes from the member',
      { members: ['Member'], muting: api, status: 'Outdated' },
      'denied (muted Member)',
    ],
    [
      'denies what neither an outdated aggregate nor any member has',
      { members: ['Empty'], status: 'Outdated' },
      'denied (not-assigned Member)',
    ],
    [
      'leaves it open when nothing is known of an outdated group',
      { status: 'Outdated', componentsUnread: true },
      'unknown: stale-group (not-assigned Member)',
    ],
    [
      'leaves it open when the muting set of an outdated group could not be read',
      { members: ['Member'], muting: { unread: ['systemPermissions'] }, status: 'Outdated' },
      'unknown: stale-group (not-assigned Member)',
    ],
    [
      'that is outdated and session-based is in doubt for both reasons',
      { ...api, members: ['Member'], status: 'Outdated', sessionBased: true },
      'unknown: stale-group, undocumented (session-based Group)',
    ],
  ];
  test.each(cases)('%s', (_, group, expected) => {
    const sets = { Member: api, 'Session member': { ...api, sessionBased: true }, Empty: {} };
    const org = { needs, sets, groups: { Group: group }, assigned: ['Group'] };
    expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe(expected);
  });

  test('names the members that carry the permission, and not the muted', () => {
    const org = {
      needs,
      sets: { One: api, Other: api, Empty: {} },
      groups: { Group: { ...api, members: ['Other', 'Empty', 'One'] } },
      assigned: ['Group'],
    };
    expect(decisionIn(org, 'ApiEnabled')).toMatchObject({
      grants: [
        {
          container: { kind: 'group', title: 'Group' },
          through: { id: 'assignment of Group', group: { title: 'Group', status: 'Updated' }, expires: null },
          members: [{ title: 'One' }, { title: 'Other' }],
        },
      ],
    });
  });

  test('mutes Edit with Read, which Edit requires', () => {
    const org = {
      needs,
      sets: { Member: { objects: { Account: ['read', 'edit'] } } },
      groups: {
        Group: { members: ['Member'], muting: { objects: { Account: ['read'] } }, status: 'Outdated' },
      },
      assigned: ['Group'],
    } as const;
    expect(decisionIn(org, 'Account: edit')).toMatchObject({
      decision: 'denied',
      nearMisses: [{ kind: 'muted', container: { title: 'Member' }, mutedBy: { title: 'Muting of Group' } }],
    });
  });

  test('that is session-based is so, even where its aggregate does not say it', () => {
    const org = { needs, groups: { Group: { ...api, sessionBased: true } }, assigned: ['Group'] };
    const containers = snapshotOf(org).containers.map((each) => ({ ...each, sessionBased: false }));
    expect(summaryOf(decisionIn(org, 'ApiEnabled', { containers }))).toBe(
      'unknown: undocumented (session-based Group)',
    );
  });

  test('that is outdated and has a member nobody read leaves it open', () => {
    const org = {
      needs,
      groups: { Group: { members: ['Unread'], status: 'Outdated' } },
      assigned: ['Group'],
    };
    expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('unknown: stale-group');
  });

  test('that was not read leaves it open whether it is up to date', () => {
    const org = { needs, groups: { Group: api }, assigned: ['Group'] };
    const snapshot = { groups: [] };
    expect(summaryOf(decisionIn(org, 'ApiEnabled', snapshot))).toBe(
      'unknown: auditor-blind (outdated-group Group)',
    );
  });
});

test('a muting set grants nothing, even where a row says that it is assigned', () => {
  const org = { needs, groups: { Group: { muting: api } }, assigned: ['Muting of Group'] };
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('denied');
});

test('an assigned set that was not read leaves everything open', () => {
  const org = { needs, assigned: ['Nobody read this'] };
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('unknown: auditor-blind');
});

test('an expired assignment of a set that was not read leaves nothing open', () => {
  const org = { needs, assigned: [{ to: 'Nobody read this', expires: asOf }] };
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('denied');
});

describe('permission sets that are not assigned', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, SetUp>>, string])[] = [
    [
      'are near misses where they hold the permission, by name',
      { B: api, A: api },
      'denied (not-assigned A; not-assigned B)',
    ],
    ['are none where they hold something else', { A: { system: ['RunFlow'] } }, 'denied'],
    [
      'are none where assigning them would not do: session-based',
      { A: { ...api, sessionBased: true } },
      'denied',
    ],
  ];
  test.each(cases)('%s', (_, sets, expected) => {
    expect(summaryOf(decisionIn({ needs, sets }, 'ApiEnabled'))).toBe(expected);
  });

  test('are named for the right asked for, not for one that implies it and much more', () => {
    const sets = { Narrow: { objects: { Account: ['read'] } }, Wide: { system: ['ModifyAllData'] } } as const;
    expect(summaryOf(decisionIn({ needs, sets }, 'Account: read'))).toBe('denied (not-assigned Narrow)');
  });

  test('are groups too, when they are up to date', () => {
    const groups = { Fresh: api, Stale: { ...api, status: 'Outdated' } };
    expect(summaryOf(decisionIn({ needs, groups }, 'ApiEnabled'))).toBe('denied (not-assigned Fresh)');
  });

  test('are not the profiles and muting sets of others', () => {
    const groups = { Group: { muting: api } };
    const others = { profiles: { Administrators: api } };
    expect(summaryOf(decisionIn({ needs, groups, ...others }, 'ApiEnabled'))).toBe('denied');
  });
});

test('near misses stand in the order of how near they are', () => {
  const org = {
    needs,
    sets: {
      Apart: api,
      Session: { ...api, sessionBased: true },
      Ended: api,
      Off: api,
      Back: api,
      Muted: api,
    },
    groups: { Old: { ...api, status: 'Outdated' }, Group: { members: ['Muted'], muting: api } },
    assigned: [
      'Group',
      'Old',
      'Session',
      { to: 'Back', revoked: true },
      { to: 'Off', active: false },
      { to: 'Ended', expires: asOf },
    ],
  };
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe(
    'unknown: stale-group, undocumented (expired Ended; inactive Off; revoked Back; session-based Session; outdated-group Old; muted Muted; not-assigned Apart)',
  );
});

test('granted by one route stays granted, whatever the others leave open', () => {
  const org = {
    needs,
    profile: api,
    sets: { Session: { ...api, sessionBased: true }, Unread: { unread: ['systemPermissions'] } },
    groups: { Old: { ...api, status: 'Outdated' } },
    assigned: ['Old', 'Session', 'Unread', 'Nobody read this'],
  } as const;
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('granted by Profile');
});

test('the same set by two assignments is two grants, each with its end', () => {
  const org = {
    needs,
    sets: { Set: api },
    groups: { Group: { ...api, members: ['Set'] } },
    assigned: [{ to: 'Set', expires: '2027-01-01T00:00:00Z' }, 'Group'],
  };
  expect(decisionIn(org, 'ApiEnabled')).toMatchObject({
    grants: [{ through: { expires: '2027-01-01T00:00:00Z', group: null } }, { through: { expires: null } }],
  });
});
