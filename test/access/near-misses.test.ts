import { describe, expect, test } from 'vitest';
import { decisionIn, summaryOf } from './decide.ts';
import { asOf, need } from './org-parts.ts';
import type { SetUp } from './snapshot-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled'], objects: ['Account'] });
const api: SetUp = { system: ['ApiEnabled'] };

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

  test('are not who holds all data, whose rows look like the right asked for', () => {
    const read = { objects: { Account: ['read'] } } as const;
    const sets = { Narrow: read, Wide: { ...read, system: ['ViewAllData'] } } as const;
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
