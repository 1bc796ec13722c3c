import { describe, expect, test } from 'vitest';
import { causeSentence } from '../../src/history/index.ts';
import type { AccessChange, Cause, FactCause, RequirementCause } from '../../src/model/cause.ts';

const set = { id: 'S', kind: 'permission-set', title: 'Sync' } as const;
const muting = { id: 'U', kind: 'muting', title: 'Quiet' } as const;
const permissions = ['Account: Edit'];
const gap = { code: 'auditor-blind', message: 'The auditor lacks View Setup' } as const;

/** What B has not, told of A and B; turned round it is told of B and A. */
const ofAccess: readonly (readonly [AccessChange, string])[] = [
  [
    { kind: 'assignment-gone', container: set },
    "A has permission set 'Sync', and B has not (Account: Edit).",
  ],
  [
    { kind: 'assignment-expired', container: set, expires: '2026-10-01T00:00:00Z' },
    "For B the assignment of permission set 'Sync' expired on 2026-10-01 (Account: Edit).",
  ],
  [
    { kind: 'assignment-inactive', container: set },
    "For B the assignment of permission set 'Sync' is not active (Account: Edit).",
  ],
  [
    { kind: 'assignment-revoked', container: set },
    "For B the assignment of permission set 'Sync' is revoked (Account: Edit).",
  ],
  [
    { kind: 'session-based', container: set },
    "For B permission set 'Sync' counts only in a session that has activated it (Account: Edit).",
  ],
  [
    { kind: 'group-outdated', group: 'Vendors', status: 'Outdated' },
    "For B permission set group 'Vendors' has the status Outdated, so that what it gives may be out of date (Account: Edit).",
  ],
  [
    { kind: 'group-recalculated', group: 'Vendors', status: 'Outdated' },
    "For A permission set group 'Vendors' has the status Outdated and may give it; for B it is up to date, and does not (Account: Edit).",
  ],
  [
    { kind: 'muted', group: 'Vendors', by: muting },
    "For B muting permission set 'Quiet' takes it away in permission set group 'Vendors' (Account: Edit).",
  ],
  [
    { kind: 'member-gone', group: 'Vendors', member: set },
    "Permission set 'Sync' is a member of permission set group 'Vendors' for A, and not for B (Account: Edit).",
  ],
  [
    { kind: 'entry-gone', container: set, group: 'Vendors', entries: permissions },
    "Permission set 'Sync' in permission set group 'Vendors' grants Account: Edit to A, and not to B.",
  ],
  [
    { kind: 'entry-gone', container: set, group: null, entries: permissions },
    "Permission set 'Sync' grants Account: Edit to A, and not to B.",
  ],
  [{ kind: 'not-known', gap }, 'Account: Edit cannot be known of B: The auditor lacks View Setup.'],
  [{ kind: 'field-gone', field: 'Account.X' }, 'The field Account.X does not exist for B.'],
  [
    { kind: 'field-not-writable', field: 'Account.X' },
    'The field Account.X cannot be written by anybody for B.',
  ],
];

const plain: readonly (readonly [FactCause | RequirementCause, string])[] = [
  [
    { kind: 'fact-changed', need: 'login', name: 'frozen', from: false, to: true },
    'Whether the user is frozen: no for A, yes for B.',
  ],
  [
    { kind: 'fact-changed', need: 'organization', name: 'edition', from: 'Enterprise Edition', to: null },
    "The edition of the org: 'Enterprise Edition' for A, none for B.",
  ],
  [
    { kind: 'fact-changed', need: 'limits', name: 'apiCalls', from: 100, to: 200 },
    'The number of API calls a day: 100 for A, 200 for B.',
  ],
  [
    { kind: 'fact-changed', need: 'user', name: 'flowUser', from: true, to: 'not known' },
    'Whether the user is a Flow User: yes for A, not known for B.',
  ],
  [
    { kind: 'fact-changed', need: 'flows', name: 'Enrich', from: null, to: 'restricted' },
    "Whether flow Enrich restricts who runs it: none for A, 'restricted' for B.",
  ],
  [
    { kind: 'fact-changed', need: 'permissionSetLicenses', name: 'Sales', from: 'active', to: null },
    "The permission set licence Sales: 'active' for A, none for B.",
  ],
  [
    { kind: 'fact-changed', need: 'fields', name: 'Account.X', from: 'X', to: null },
    "The field Account.X: 'X' for A, none for B.",
  ],
  [
    { kind: 'fact-changed', need: 'writable', name: 'Account.X', from: true, to: false },
    'Whether anybody can write the field Account.X: yes for A, no for B.',
  ],
  [
    { kind: 'facts-not-known', turn: 'lost', need: 'login', gap },
    'Whether the user is frozen or locked out cannot be known of B: The auditor lacks View Setup.',
  ],
  [
    { kind: 'facts-not-known', turn: 'gained', need: 'assignments', gap },
    'What is assigned to the user cannot be known of A: The auditor lacks View Setup.',
  ],
  [
    { kind: 'expiry-changed', container: set, from: null, to: '2026-11-01T00:00:00Z' },
    "The assignment of permission set 'Sync' does not end for A, and ends on 2026-11-01 for B.",
  ],
  [
    { kind: 'end-nearer', container: set, expires: '2026-11-01T00:00:00Z', days: 6, permissions },
    "For B the assignment of permission set 'Sync' ends on 2026-11-01, in 6 days (Account: Edit).",
  ],
  [
    { kind: 'pack-version', pack: 'pack', from: '1.0.0', to: '1.1.0' },
    'The pack pack is version 1.0.0 for A, and 1.1.0 for B.',
  ],
  [
    { kind: 'variant', pack: 'pack', from: null, to: 'admin-user' },
    'The variant of pack is none for A, and admin-user for B.',
  ],
  [{ kind: 'feature', pack: 'pack', feature: 'x', on: true }, 'The feature x of pack is on for B alone.'],
  [{ kind: 'feature', pack: 'pack', feature: 'x', on: false }, 'The feature x of pack is on for A alone.'],
  [{ kind: 'level', from: 'note', to: 'error' }, 'The level is note for A, and error for B.'],
  [{ kind: 'waiver', started: true }, 'A waiver covers it for B alone.'],
  [
    { kind: 'asked', turn: 'lost', permissions },
    'For A the requirement rests on Account: Edit, which was not asked of B.',
  ],
];

const swapped = (text: string): string => text.replace(/\b[AB]\b/gu, (side) => (side === 'A' ? 'B' : 'A'));

describe('side by side nothing happened between the two:', () => {
  test.each(ofAccess)('$kind is told of A and B, and turned round of B and A', (change, text) => {
    const told = (turn: 'lost' | 'gained') => causeSentence({ ...change, turn, permissions }, 'side-by-side');
    expect([told('lost'), told('gained')]).toEqual([text, swapped(text)]);
  });

  test.each(plain)('$kind is told of both', (cause, text) => {
    expect(causeSentence(cause, 'side-by-side')).toBe(text);
  });

  test('another profile is that of A and that of B, whatever came or went by it', () => {
    const switched: Cause = { kind: 'profile-switched', from: 'One', to: 'Two', turn: 'lost', permissions };
    const text = "A has the profile 'One', and B has 'Two' (Account: Edit).";
    expect(causeSentence(switched, 'side-by-side')).toBe(text);
    expect(causeSentence({ ...switched, turn: 'gained' }, 'side-by-side')).toBe(text);
  });

  test('no sentence speaks of time, as they do of one subject', () => {
    const all: readonly Cause[] = [
      ...ofAccess.map(([change]): Cause => ({ ...change, turn: 'lost', permissions })),
      ...plain.map(([cause]) => cause),
    ];
    const ofTime = /\b(?:gone|now|no longer|any more|changed|was|were)\b(?! not asked)/iu;
    expect(
      all.map((cause) => causeSentence(cause, 'side-by-side')).filter((text) => ofTime.test(text)),
    ).toEqual([]);
    expect(
      all.map((cause) => causeSentence(cause)).filter((text) => ofTime.test(text)).length,
    ).toBeGreaterThan(15);
  });
});
