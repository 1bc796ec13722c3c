import { describe, expect, test } from 'vitest';
import { causeSentence, explainChange } from '../../src/history/index.ts';
import type { AccessDigest, RecordedResult } from '../../src/model/history.ts';
import {
  assigned,
  blind,
  denied,
  digest,
  facts,
  grantedBy,
  group,
  ok,
  pack,
  permission,
  recorded,
  unknown,
  unread,
} from './digest-builder.ts';

type Access = Partial<AccessDigest>;
type Case = readonly [what: string, before: Access, after: Access, forth: string | null, back: string | null];

const miss = { container: 'S', groupId: null, mutedBy: null } as const;
const stale = {
  code: 'stale-group',
  message: "Permission set group 'Vendors' has the status Outdated: what it gives may be out of date",
} as const;
const session = { code: 'undocumented', message: "Permission set 'Sync extras' is session-based" } as const;
const inGroup = { assignments: ok([assigned('P'), assigned('G', group())]), decided: [grantedBy('G')] };
const gone = { assignments: ok([assigned('P')]), decided: [denied()] };

/** `forth` where it was lost, `back` where the same came by the opposite. */
const accessCases: readonly Case[] = [
  [
    'an assignment that is gone',
    {},
    gone,
    "The assignment of permission set 'Sync extras' is gone (Account: Edit).",
    "Permission set 'Sync extras' was assigned (Account: Edit).",
  ],
  [
    'one that expired',
    {},
    {
      assignments: ok([assigned('P'), assigned('S', { expires: '2026-09-30T00:00:00Z' })]),
      decided: [denied([{ ...miss, kind: 'expired' }])],
    },
    "The assignment of permission set 'Sync extras' expired on 2026-09-30 (Account: Edit).",
    "The assignment of permission set 'Sync extras', expired since 2026-09-30, was renewed (Account: Edit).",
  ],
  [
    'one that is not active',
    {},
    { assignments: ok([assigned('P'), assigned('S', { active: false })]), decided: [denied()] },
    "The assignment of permission set 'Sync extras' is not active any more (Account: Edit).",
    "The assignment of permission set 'Sync extras' is active again (Account: Edit).",
  ],
  [
    'one that was revoked',
    {},
    { assignments: ok([assigned('P'), assigned('S', { revoked: true })]), decided: [denied()] },
    "The assignment of permission set 'Sync extras' was revoked (Account: Edit).",
    "The assignment of permission set 'Sync extras' is no longer revoked (Account: Edit).",
  ],
  [
    'a set that was edited',
    {},
    { decided: [denied()] },
    "Permission set 'Sync extras' was edited: it no longer grants Account: Edit.",
    "Permission set 'Sync extras' was edited: it now grants Account: Edit.",
  ],
  [
    'a set that cannot be read in full any more: it is not said to be edited',
    {},
    { assignments: ok([assigned('P'), assigned('S', { complete: false })]), decided: [unknown([blind])] },
    'Account: Edit cannot be known now: The auditor lacks View Setup.',
    'Account: Edit could not be known before: The auditor lacks View Setup.',
  ],
  [
    'assignments that cannot be read any more: none is said to be gone',
    {},
    { assignments: unread, decided: [unknown([blind])] },
    'Account: Edit cannot be known now: The auditor lacks View Setup.',
    'Account: Edit could not be known before: The auditor lacks View Setup.',
  ],
  [
    'a profile that was switched',
    { decided: [grantedBy('P')] },
    { assignments: ok([assigned('Q'), assigned('S')]), decided: [denied()] },
    "The profile was switched from 'API Only' to 'Standard' (Account: Edit).",
    "The profile was switched from 'Standard' to 'API Only' (Account: Edit).",
  ],
  [
    'a group that is outdated',
    inGroup,
    {
      assignments: ok([assigned('P'), assigned('G', group({ status: 'Outdated' }))]),
      decided: [unknown([stale])],
    },
    "Permission set group 'Vendors' has the status Outdated, so that what it gives may be out of date (Account: Edit).",
    "Permission set group 'Vendors' is up to date again, and had the status Outdated (Account: Edit).",
  ],
  [
    'a group that was in doubt, and turns out not to give it',
    {
      assignments: ok([assigned('P'), assigned('G', group({ status: 'Outdated' }))]),
      decided: [unknown([stale])],
    },
    { assignments: ok([assigned('P'), assigned('G', group())]), decided: [denied()] },
    "Permission set group 'Vendors' was recalculated, and does not give it (Account: Edit).",
    "Permission set group 'Vendors' has the status Outdated now, and may give it (Account: Edit).",
  ],
  [
    'a set that asks for a session',
    {},
    { decided: [unknown([session], [{ ...miss, kind: 'session-based' }])] },
    "Permission set 'Sync extras' now counts only in a session that has activated it (Account: Edit).",
    "Permission set 'Sync extras' no longer counts only in a session that has activated it (Account: Edit).",
  ],
  [
    'a muting set',
    inGroup,
    {
      ...inGroup,
      decided: [denied([{ kind: 'muted', container: 'M', groupId: 'g', mutedBy: 'U' }])],
    },
    "Muting permission set 'Quiet' now takes it away in permission set group 'Vendors' (Account: Edit).",
    "Muting permission set 'Quiet' no longer takes it away in permission set group 'Vendors' (Account: Edit).",
  ],
  [
    'a member that left its group',
    inGroup,
    { assignments: ok([assigned('P'), assigned('G', group({ members: [] }))]), decided: [denied()] },
    "Permission set 'Member' is no longer a member of permission set group 'Vendors' (Account: Edit).",
    "Permission set 'Member' is now a member of permission set group 'Vendors' (Account: Edit).",
  ],
  [
    'a member that was edited',
    inGroup,
    { ...inGroup, decided: [denied()] },
    "Permission set 'Member' in permission set group 'Vendors' was edited: it no longer grants Account: Edit.",
    "Permission set 'Member' in permission set group 'Vendors' was edited: it now grants Account: Edit.",
  ],
  [
    'what is held in another way still',
    { decided: [grantedBy('S', 'P')] },
    { decided: [grantedBy('P')] },
    null,
    null,
  ],
  ['another assignment of the same set', {}, { assignments: ok([assigned('P'), assigned('S')]) }, null, null],
];

const pass = { verdict: 'pass' } as const;
const fail = { verdict: 'fail', lacks: [permission] } as const;

const sentences = (
  before: Access,
  after: Access,
  was: Partial<RecordedResult>,
  is: Partial<RecordedResult>,
): readonly string[] =>
  explainChange(recorded(before, was), recorded(after, is)).map((cause) => causeSentence(cause));

describe('a change in what the user can do is told from what was recorded:', () => {
  test.each(accessCases)('%s', (_, before, after, forth, back) => {
    expect(sentences(before, after, pass, fail)).toEqual(forth === null ? [] : [forth]);
    expect(sentences(after, before, fail, pass)).toEqual(back === null ? [] : [back]);
  });

  test('every way that ended is told, where there were several', () => {
    const before = { decided: [grantedBy('S', 'P')] };
    expect(sentences(before, { assignments: ok([assigned('P')]), decided: [denied()] }, pass, fail)).toEqual([
      "The assignment of permission set 'Sync extras' is gone (Account: Edit).",
      "Profile 'API Only' was edited: it no longer grants Account: Edit.",
    ]);
  });

  test('what implied a permission is named where it went', () => {
    const implied = {
      ...grantedBy('S'),
      ways: [{ container: 'S', groupId: null, members: [], by: 'Modify All Data' }],
    };
    const all = (decided: ReturnType<typeof denied>) => ({ ...decided, permissions: ['Modify All Data'] });
    const before = { decided: [implied, all(grantedBy('S'))] };
    expect(sentences(before, { decided: [denied(), all(denied())] }, pass, fail)).toEqual([
      "Permission set 'Sync extras' was edited: it no longer grants Modify All Data.",
    ]);
    expect(sentences(before, { decided: [denied(), all(grantedBy('S'))] }, pass, fail)).toEqual([]);
  });

  test('what one change took is told together, and what took the most stands first', () => {
    const more = ['Account: Read', 'Account: Edit', 'Lead: Edit'];
    const restsOn = [...more, 'API Enabled'];
    const before = {
      decided: [
        { ...grantedBy('S'), permissions: more },
        { ...grantedBy('P'), permissions: ['API Enabled'] },
      ],
    };
    const after = {
      assignments: ok([assigned('P')]),
      decided: [{ ...denied(), permissions: restsOn }],
    };
    expect(sentences(before, after, { ...pass, restsOn }, { ...fail, restsOn })).toEqual([
      "The assignment of permission set 'Sync extras' is gone (Account: Edit, Read; Lead: Edit).",
      "Profile 'API Only' was edited: it no longer grants API Enabled.",
    ]);
  });

  test('a change that no cited permission went by is not told', () => {
    const other = { ...grantedBy('P'), permissions: ['Lead: Edit'] };
    const before = { decided: [grantedBy('S'), other] };
    expect(
      sentences(
        before,
        { decided: [grantedBy('S'), { ...other, ...denied(), permissions: ['Lead: Edit'] }] },
        pass,
        fail,
      ),
    ).toEqual([]);
  });
});

const field = 'Account.Tier__c';
const onField = { restsOn: [`${field}: Edit`] };
const ofField = (decided: ReturnType<typeof denied>, found: AccessDigest['fields'][string]): Access => ({
  decided: [{ ...decided, permissions: [`${field}: Edit`] }],
  fields: { [field]: found },
});
const there = { found: ok('Tier__c'), writable: true };

test.each([
  [
    'gone',
    { found: ok(null), writable: false },
    'The field Account.Tier__c does not exist any more.',
    'The field Account.Tier__c exists now.',
  ],
  [
    'read-only',
    { found: ok('Tier__c'), writable: false },
    'The field Account.Tier__c can no longer be written by anybody.',
    'The field Account.Tier__c can be written now.',
  ],
] as const)('a field that is %s is the reason, and no container that had it', (_, found, forth, back) => {
  const [before, after] = [ofField(grantedBy('S'), there), ofField(denied(), found)];
  expect(sentences(before, after, { ...pass, ...onField }, { ...fail, ...onField })).toEqual([forth]);
  expect(sentences(after, before, { ...fail, ...onField }, { ...pass, ...onField })).toEqual([back]);
});

const factCases: readonly (readonly [
  need: RecordedResult['needs'][number],
  before: Access,
  after: Access,
  said: string,
])[] = [
  ['login', facts('login', { frozen: false }), facts('login', { frozen: true }), 'The user was frozen.'],
  ['login', facts('login', { frozen: true }), facts('login', { frozen: false }), 'The user was unfrozen.'],
  ['user', facts('user', { active: true }), facts('user', { active: false }), 'The user was deactivated.'],
  [
    'user',
    facts('user', { passwordExpired: false }),
    facts('user', { passwordExpired: true }),
    "The user's password expired.",
  ],
  [
    'profile',
    facts('profile', { profile: 'A' }),
    facts('profile', { profile: 'B' }),
    "The profile changed from 'A' to 'B'.",
  ],
  [
    'profile',
    facts('profile', { license: 'Salesforce' }),
    facts('profile', { license: 'not known' }),
    'The licence is not known now.',
  ],
  [
    'organization',
    facts('organization', { edition: 'Enterprise Edition' }),
    facts('organization', { edition: 'Professional Edition' }),
    "The edition of the org changed from 'Enterprise Edition' to 'Professional Edition'.",
  ],
  [
    'profilePeers',
    facts('profilePeers', { otherUsers: 0 }),
    facts('profilePeers', { otherUsers: 2 }),
    'The number of other users with the same profile changed from 0 to 2.',
  ],
  [
    'limits',
    facts('limits', { apiCallsLeft: 900 }),
    facts('limits', { apiCallsLeft: 3 }),
    'The number of API calls left changed from 900 to 3.',
  ],
  [
    'flows',
    facts('flows', {}),
    facts('flows', { Route: 'restricted' }),
    'Flow Route restricts who runs it now.',
  ],
  [
    'flows',
    facts('flows', { Route: 'restricted' }),
    facts('flows', {}),
    'Flow Route is gone, or no longer restricts who runs it.',
  ],
  [
    'permissionSetLicenses',
    facts('permissionSetLicenses', { SalesUserPsl: 'active' }),
    facts('permissionSetLicenses', { SalesUserPsl: null }),
    "The permission set licence SalesUserPsl was 'active', and is not assigned.",
  ],
  [
    'login',
    facts('login', { frozen: false }),
    { facts: { login: unread } },
    'Whether the user is frozen or locked out cannot be known now: The auditor lacks View Setup.',
  ],
  [
    'login',
    { facts: { login: unread } },
    facts('login', { frozen: false }),
    'Whether the user is frozen or locked out could not be known before: The auditor lacks View Setup.',
  ],
];

describe('a change in plain facts is told to the requirements that look at them:', () => {
  test.each(factCases)('%s: %j, %j', (need, before, after, said) => {
    const [was, is] = [
      { ...pass, needs: [need] },
      { ...fail, lacks: [], needs: [need] },
    ];
    expect(sentences(before, after, was, is)).toEqual([said]);
    expect(sentences(before, after, pass, { ...fail, lacks: [] })).toEqual([]);
  });
});

describe('assignments that are to last', () => {
  const lasting = { ...pass, needs: ['assignments'] as const };
  const failing = { ...fail, lacks: [], needs: ['assignments'] as const };
  const until = (expires: string | null) => ({
    assignments: ok([assigned('P'), assigned('S', { expires })]),
  });

  test.each([
    [
      'an end that was set',
      null,
      '2026-10-20T00:00:00Z',
      "The assignment of permission set 'Sync extras' now ends, on 2026-10-20.",
    ],
    [
      'an end that was moved',
      '2027-10-20T00:00:00Z',
      '2026-10-20T00:00:00Z',
      "The end of the assignment of permission set 'Sync extras' moved from 2027-10-20 to 2026-10-20.",
    ],
    [
      'an end that came nearer',
      '2026-10-20T00:00:00Z',
      '2026-10-20T00:00:00Z',
      "The assignment of permission set 'Sync extras' ends on 2026-10-20, in 18 days (Account: Edit).",
    ],
  ])('are told of %s', (_, was, is, said) => {
    expect(sentences(until(was), until(is), lasting, failing)).toEqual([said]);
  });

  test('are told of the lasting way that is gone', () => {
    const short = assigned('S', { expires: '2026-10-20T00:00:00Z' });
    const before = { assignments: ok([assigned('P'), short]), decided: [grantedBy('P', 'S')] };
    const after = { assignments: ok([assigned('P'), short]), decided: [grantedBy('S')] };
    expect(sentences(before, after, lasting, failing)).toEqual([
      "The assignment of permission set 'Sync extras' ends on 2026-10-20, in 18 days (Account: Edit).",
      "Profile 'API Only' was edited: it no longer grants Account: Edit.",
    ]);
  });
});

describe('a change in what is asked is told:', () => {
  const of = (
    was: Partial<RecordedResult>,
    is: Partial<RecordedResult>,
    before = [pack()],
    after = [pack()],
  ) => explainChange(recorded({}, was, before), recorded({}, is, after)).map((cause) => causeSentence(cause));

  test.each([
    ['a waiver that started', of(fail, { ...fail, waived: true }), 'A waiver covers the failure.'],
    ['a waiver that ended', of({ ...fail, waived: true }, fail), 'No waiver covers it any more.'],
    ['another level', of(fail, { ...fail, level: 'note' }), 'The level was changed from error to note.'],
    [
      'a new version of the pack',
      of(pass, fail, [pack()], [pack({ version: '1.1.0' })]),
      'The pack pack changed from version 1.0.0 to 1.1.0.',
    ],
    [
      'another variant',
      of(pass, fail, [pack()], [pack({ variant: 'admin' })]),
      'The variant of pack changed from none to admin.',
    ],
    [
      'a feature',
      of(pass, { verdict: 'not-applicable' }, [pack({ features: ['x'] })], [pack()]),
      'The feature x of pack was switched off.',
    ],
    [
      'more that it rests on',
      of(pass, { ...fail, restsOn: [permission, 'Lead: Read'] }),
      'The requirement rests on Lead: Read now, which the run before did not look at.',
    ],
  ])('%s', (_, said, sentence) => {
    expect(said).toEqual([sentence]);
  });

  test('before what changed in the org, where the requirement applies in one of the runs alone', () => {
    const before = recorded({}, pass, [pack({ features: ['x'] })]);
    const kinds = (is: Partial<RecordedResult>) =>
      explainChange(before, recorded(gone, is)).map(({ kind }) => kind);
    expect(kinds({ verdict: 'not-applicable' })).toEqual(['feature', 'assignment-gone']);
    expect(kinds(fail)).toEqual(['assignment-gone', 'feature']);
  });
});

test('nothing is made up where nothing recorded changed', () => {
  expect(explainChange(recorded({}, pass), recorded({}, fail))).toEqual([]);
  expect(explainChange(recorded(digest(), pass), recorded(digest(), { verdict: 'error' }))).toEqual([]);
});
