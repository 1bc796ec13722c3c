import { describe, expect, test } from 'vitest';
import type { Gap } from '../../src/model/part.ts';
import { decisionIn, summaryOf } from './decide.ts';
import { need, ok, unread } from './org-parts.ts';
import type { Org } from './snapshot-builder.ts';

const needs = need({ objects: ['Account'] });

describe('an object on which nobody has object permissions', () => {
  const gone: Gap = { code: 'not-in-org', message: 'no such object' };
  const cases: readonly (readonly [string, Omit<Org, 'needs'>, string])[] = [
    ['is denied where it can have them', {}, 'denied'],
    ['is denied where its name is written in other case', { permissionable: ok(['ACCOUNT']) }, 'denied'],
    [
      'is denied where another container has a row of it',
      { permissionable: ok([]), sets: { Set: { objects: { Account: ['read'] } } } },
      'denied (not-assigned Set)',
    ],
    [
      'is open where it follows other rules, as Task does',
      { permissionable: ok(['Contact']) },
      'unknown: undocumented',
    ],
    [
      'is open where it is not known whether it can have them',
      { permissionable: unread },
      'unknown: query-failed',
    ],
    [
      'is open where the org shows no such object',
      { permissionable: ok([]), catalogue: { Account: [] } },
      'unknown: not-in-org',
    ],
    [
      'is open where reading its fields said that there is none',
      { permissionable: ok([]), catalogue: { Account: { status: 'unavailable', reason: gone } } },
      'unknown: not-in-org',
    ],
    [
      'is granted where Modify All Data says so',
      { permissionable: ok([]), profile: { system: ['ModifyAllData'] } },
      'granted by Profile',
    ],
    [
      'is open where the org shows no such object, Modify All Data or not',
      { permissionable: ok([]), catalogue: { Account: [] }, profile: { system: ['ModifyAllData'] } },
      'unknown: not-in-org',
    ],
  ];
  test.each(cases)('%s', (_, org, expected) => {
    expect(summaryOf(decisionIn({ needs, ...org }, 'Account: read'))).toBe(expected);
  });
});
