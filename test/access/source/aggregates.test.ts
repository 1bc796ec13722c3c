import { describe, expect, test } from 'vitest';
import { withAggregates } from '../../../src/access/with-aggregates.ts';
import { need } from '../org-parts.ts';
import { accessTo, decisionOn, placedSummary } from './decide-files.ts';
import { type Files, filesOf } from './files-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled', 'RunFlow'], fields: ['Account.Site'] });

type Case = readonly [title: string, files: Omit<Files, 'needs'>, about: string, summary: string];

const G = (members: readonly string[], muting: readonly string[] = []) => ({
  groups: { G: { members, muting } },
});

const cases: readonly Case[] = [
  [
    'a group grants what a member grants, with the line in the member',
    { ...G(['A', 'B']), sets: { A: {}, B: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'granted by G@B.xml:10 from B',
  ],
  [
    'what a muting set names is taken away, and both lines are told',
    {
      ...G(['A'], ['M']),
      sets: { A: { system: ['ApiEnabled'] } },
      muting: { M: { system: ['ApiEnabled'] } },
    },
    'ApiEnabled',
    'denied (muted A@A.xml:10 by M@M.xml:10), add@A.xml:90',
  ],
  [
    'what a muting set mentions as false is not taken away',
    {
      ...G(['A'], ['M']),
      sets: { A: { system: ['ApiEnabled'] } },
      muting: { M: { notSystem: ['ApiEnabled'] } },
    },
    'ApiEnabled',
    'granted by G@A.xml:10 from A',
  ],
  [
    'muting Read takes Edit, which cannot be without it',
    {
      ...G(['A'], ['M']),
      sets: { A: { objects: { Account: ['read', 'edit'] } } },
      muting: { M: { objects: { Account: ['read'] } } },
    },
    'Account: edit',
    'denied (muted A@A.xml:20 by M@M.xml:20), add@A.xml:91',
  ],
  [
    'muting Edit of a field leaves it readable',
    {
      ...G(['A'], ['M']),
      sets: { A: { fields: { 'Account.Site': 'edit' } } },
      muting: { M: { fields: { 'Account.Site': 'none' } } },
    },
    'Account.Site: read',
    'granted by G@A.xml:32 from A',
  ],
  [
    'whether muting Read takes View All Fields is not known',
    {
      ...G(['A'], ['M']),
      sets: { A: { objects: { Account: ['read', 'viewAllFields'] } } },
      muting: { M: { objects: { Account: ['read'] } } },
    },
    'Account: viewAllFields',
    'unknown: undocumented (not-assigned A@A.xml:20), add@A.xml:91',
  ],
  [
    'what no known member grants may come from one without a file',
    { ...G(['A', 'Gone']), sets: { A: {} } },
    'ApiEnabled',
    'unknown: source-cannot-tell, add@A.xml:90',
  ],
  [
    'what a known member grants is granted, though another has no file',
    { ...G(['A', 'Gone']), sets: { A: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'granted by G@A.xml:10 from A',
  ],
  [
    'what is muted is denied, though a member has no file',
    { ...G(['Gone'], ['M']), muting: { M: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'denied',
  ],
  [
    'what a member grants may be muted by a set without a file',
    { ...G(['A'], ['Gone']), sets: { A: { system: ['ApiEnabled'] } } },
    'ApiEnabled',
    'unknown: source-cannot-tell (not-assigned A@A.xml:10), add@A.xml:90',
  ],
  [
    'a malformed member is as one without a file',
    { ...G(['A', 'B']), sets: { A: { system: ['RunFlow'] }, B: { malformed: true } } },
    'ApiEnabled',
    'unknown: file-unreadable, add@A.xml:90',
  ],
  [
    'a malformed muting set may mute anything',
    { ...G(['A'], ['M']), sets: { A: { system: ['ApiEnabled'] } }, muting: { M: { malformed: true } } },
    'ApiEnabled',
    'unknown: file-unreadable (not-assigned A@A.xml:10), add@A.xml:90',
  ],
  [
    'a session-based member of a group needs no activation',
    { ...G(['A']), sets: { A: { system: ['ApiEnabled'], sessionBased: true } } },
    'ApiEnabled',
    'granted by G@A.xml:10 from A',
  ],
  [
    'a refusing entry in a member is told',
    { ...G(['A']), sets: { A: { notSystem: ['ApiEnabled'] } } },
    'ApiEnabled',
    'denied (refused A@A.xml:11), add@A.xml:90',
  ],
];

describe('a group of files', () => {
  test.each(cases)('%s', (_title, files, about, summary) => {
    const access = accessTo(filesOf({ needs, ...files }), { permissionSetGroups: ['G'] });
    expect(placedSummary(decisionOn(access, about))).toBe(summary);
  });

  test('an aggregate that is there already stays as it is', () => {
    const once = withAggregates(filesOf({ needs, ...G(['A']), sets: { A: { system: ['ApiEnabled'] } } }));
    expect(withAggregates(once)).toEqual(once);
  });
});
