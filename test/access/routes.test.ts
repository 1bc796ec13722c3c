import { describe, expect, test } from 'vitest';
import { decisionIn, summaryOf } from './decide.ts';
import { asOf, need } from './org-parts.ts';
import type { Assigned, SetUp } from './snapshot-builder.ts';

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

test('an assigned set that was not read leaves everything open', () => {
  const org = { needs, assigned: ['Nobody read this'] };
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('unknown: auditor-blind');
});

test('an expired assignment of a set that was not read leaves nothing open', () => {
  const org = { needs, assigned: [{ to: 'Nobody read this', expires: asOf }] };
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('denied');
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
