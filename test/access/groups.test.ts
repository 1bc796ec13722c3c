import { describe, expect, test } from 'vitest';
import { decisionIn, summaryOf } from './decide.ts';
import { need } from './org-parts.ts';
import { type GroupSetUp, type SetUp, snapshotOf } from './snapshot-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled'], objects: ['Account'] });
const api: SetUp = { system: ['ApiEnabled'] };

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
