import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/evaluate.ts';
import type { Decision, Grant } from '../../src/model/access.ts';
import type { Json } from '../../src/model/part.ts';
import type { Evidence } from '../../src/model/rule.ts';
import {
  accessOf,
  assignment,
  container,
  denied,
  finding,
  gap,
  grant,
  granted,
  group,
  nearMiss,
  packOf,
  requirement,
  rulesOf,
  settings,
  unknown,
} from './fixtures.ts';

const decided = (about: string, decision: Decision): Evidence => ({ kind: 'decision', about, decision });
const fact = (about: string, value: Json): Evidence => ({ kind: 'fact', about, value });

/** What a failing requirement says: its evidence, each sentence once. */
function told(...evidence: readonly Evidence[]): string {
  const [result] = evaluate({
    packs: [packOf([requirement('x', [finding('fail', 'Account: View All is not granted', { evidence })])])],
    settings: settings(),
    accesses: [accessOf()],
    rules: rulesOf(),
  });
  return [...new Set(result?.evidence.map(({ text }) => text))].join(' ');
}

const profile = container('profile', 'API Only');
const extras = container('permission-set', 'Sync extras');
const byProfile = granted(grant(profile));
const expired = nearMiss('expired', extras, { through: assignment({ expires: '2026-10-01T00:00:00.000Z' }) });

test('it reads as the issue asks', () => {
  expect(
    told(
      decided('Account: View All', denied(expired)),
      decided('Account: Read', byProfile),
      decided('Account: Create', byProfile),
      decided('Account: Edit', byProfile),
    ),
  ).toBe(
    "Profile 'API Only' grants Read, Create, Edit. Permission set 'Sync extras' would grant it: its assignment expired on 2026-10-01.",
  );
});

describe('a grant', () => {
  const syncGroup = group('Sync');
  test.each<readonly [string, Partial<Grant>, string]>([
    ['of a profile', {}, "Profile 'API Only' grants Read."],
    ['of a permission set', { container: extras }, "Permission set 'Sync extras' grants Read."],
    [
      'of a group',
      {
        container: container('group', 'Sync'),
        through: assignment({ group: syncGroup }),
        members: [extras, container('permission-set', 'Base')],
      },
      "Permission set group 'Sync' grants Read (from its members 'Sync extras', 'Base').",
    ],
    [
      'of a group with one member that has it',
      {
        container: container('group', 'Sync'),
        through: assignment({ group: syncGroup }),
        members: [extras],
      },
      "Permission set group 'Sync' grants Read (from its member 'Sync extras').",
    ],
    [
      'that ends',
      { through: assignment({ expires: '2026-12-31T10:00:00Z' }) },
      "Profile 'API Only' grants Read until 2026-12-31.",
    ],
    [
      'that is implied',
      { implied: { by: 'Modify All Data', fact: '-' } },
      "Profile 'API Only' grants Read through Modify All Data.",
    ],
    [
      'that nothing can take away',
      { entry: { kind: 'fixed', what: 'it has no field-level security' } },
      'Read needs no grant: it has no field-level security.',
    ],
  ])('%s', (_, more, text) => {
    expect(told(decided('Account: Read', granted(grant(profile, more))))).toBe(text);
  });

  test('that is implied is not told beside a direct one of the same container', () => {
    const implied = grant(profile, { implied: { by: 'View All', fact: '-' } });
    expect(told(decided('Account: Read', granted(implied, grant(profile))))).toBe(
      "Profile 'API Only' grants Read.",
    );
  });
  test('by two containers takes two sentences, for every right on the object', () => {
    const both = granted(grant(profile), grant(extras));
    expect(told(decided('Account: Read', both), decided('Account: Edit', byProfile))).toBe(
      "Profile 'API Only' grants Read, Edit. Permission set 'Sync extras' grants Read.",
    );
  });
  test('by very many containers is counted', () => {
    const [first, ...more] = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) =>
      grant(container('permission-set', title)),
    );
    if (first === undefined) throw new Error('no grant');
    expect(told(decided('Account: Read', granted(first, ...more)))).toBe(
      "Permission set 'A' grants Read. Permission set 'B' grants Read. Permission set 'C' grants Read. Permission set 'D' grants Read. 2 more grant Read.",
    );
  });
  test('of alike things on several objects names them together', () => {
    expect(
      told(
        ...['Lead.A', 'Lead.B', 'Lead'].map((topic) => decided(`${topic}: Edit`, byProfile)),
        decided('Lead: Read', byProfile),
      ),
    ).toBe("Profile 'API Only' grants Edit on Lead.A, Lead.B and Edit, Read on Lead.");
  });
  test('names its object where the evidence is about several', () => {
    expect(told(decided('Account: Read', byProfile), decided('Account.X__c: Edit', byProfile))).toBe(
      "Profile 'API Only' grants Read on Account and Edit on Account.X__c.",
    );
  });
  test('of a system permission is told by the label in Setup', () => {
    expect(told(decided('ApiEnabled', byProfile), decided('Other', byProfile))).toBe(
      "Profile 'API Only' grants API Enabled, Other.",
    );
  });
});

describe('text', () => {
  test('is shared by evidence that shares a sentence, and by no other', () => {
    const both = granted(grant(profile), grant(extras));
    const [result] = evaluate({
      packs: [
        packOf([
          requirement('x', [
            finding('fail', 'F', {
              evidence: [
                decided('Account: Read', both),
                decided('Account: Edit', byProfile),
                decided('Account: Delete', denied()),
                fact('Edition', 'Team'),
              ],
            }),
          ]),
        ]),
      ],
      settings: settings(),
      accesses: [accessOf()],
      rules: rulesOf(),
    });
    const shared = "Profile 'API Only' grants Read, Edit. Permission set 'Sync extras' grants Read.";
    expect(result?.evidence.map(({ text }) => text)).toEqual([
      shared,
      shared,
      'Nothing assigned to the user grants it.',
      'Edition: Team.',
    ]);
  });
});

describe('what is denied', () => {
  const inGroup = { through: assignment({ group: group('Sync', 'Outdated') }) };
  test.each<readonly [string, Decision, string]>([
    ['by nothing near', denied(), 'Nothing assigned to the user grants it.'],
    [
      'by an inactive assignment',
      denied(nearMiss('inactive', extras)),
      "Permission set 'Sync extras' would grant it: its assignment is not active.",
    ],
    [
      'by a revoked assignment',
      denied(nearMiss('revoked', extras)),
      "Permission set 'Sync extras' would grant it: its assignment was revoked.",
    ],
    [
      'by an expired assignment of a group',
      denied(
        nearMiss('expired', extras, { through: assignment({ group: group('Sync'), expires: '2026-01-02' }) }),
      ),
      "Permission set 'Sync extras' in permission set group 'Sync' would grant it: the group's assignment expired on 2026-01-02.",
    ],
    [
      'by a session',
      denied(nearMiss('session-based', extras)),
      "Permission set 'Sync extras' would grant it: it counts only in a session that has activated it.",
    ],
    [
      'by an outdated group',
      denied(nearMiss('outdated-group', container('group', 'Sync'), inGroup)),
      "Permission set group 'Sync' would grant it: the group has to be recalculated first, its status is Outdated.",
    ],
    [
      'by a muting set',
      denied(nearMiss('muted', extras, { ...inGroup, mutedBy: container('muting', 'Quiet') })),
      "Permission set 'Sync extras' in permission set group 'Sync' would grant it: muting permission set 'Quiet' takes it away.",
    ],
    [
      'for want of an assignment',
      denied(nearMiss('not-assigned', extras)),
      "Permission set 'Sync extras' would grant it: it is not assigned to the user.",
    ],
    [
      'in many ways',
      denied(
        ...['A', 'B', 'C', 'D', 'E', 'F'].map((title) => nearMiss('inactive', container('group', title))),
      ),
      `${['A', 'B', 'C', 'D', 'E'].map((title) => `Permission set group '${title}' would grant it: its assignment is not active.`).join(' ')} 1 more would grant it.`,
    ],
  ])('%s', (_, decision, text) => {
    expect(told(decided('Account: View All', decision))).toBe(text);
  });

  test('together is told together', () => {
    expect(told(decided('Account: Edit', denied(expired)), decided('Account: Delete', denied(expired)))).toBe(
      "Permission set 'Sync extras' would grant Edit, Delete: its assignment expired on 2026-10-01.",
    );
  });
  test('partly near, partly not, is told apart', () => {
    expect(told(decided('Account: Edit', denied(expired)), decided('Account: Delete', denied()))).toBe(
      "Permission set 'Sync extras' would grant Edit: its assignment expired on 2026-10-01. Nothing assigned to the user grants Delete.",
    );
  });
});

describe('what could not be known', () => {
  const blind = gap('PermissionSet could not be queried.', 'give the auditor View Setup.');
  test('says why, and what would make it known', () => {
    expect(told(decided('Account: Edit', unknown(blind)))).toBe(
      'Not known: PermissionSet could not be queried. To know it: give the auditor View Setup.',
    );
  });
  test('says each reason once', () => {
    expect(
      told(
        decided('Account: Edit', unknown(blind)),
        decided('Account: Read', unknown(blind, gap('And more'))),
      ),
    ).toBe(
      'Account: Edit, Read could not be known: PermissionSet could not be queried. To know it: give the auditor View Setup. Account: Read could not be known: And more.',
    );
  });
  test('is not named again where the reason names it', () => {
    expect(
      told(
        decided('Lead.A: Edit', unknown(gap('Lead.A: Edit is hidden'))),
        decided('Lead.B: Edit', unknown(blind)),
      ),
    ).toBe(
      'Not known: Lead.A: Edit is hidden. Lead.B: Edit could not be known: PermissionSet could not be queried. To know it: give the auditor View Setup.',
    );
  });
  test('says what would grant it too', () => {
    const decision: Decision = { decision: 'unknown', because: [blind], nearMisses: [expired] };
    expect(told(decided('Account: Edit', decision))).toContain(
      "Permission set 'Sync extras' would grant it: ",
    );
  });
  test('for one reason is told once, however much it is', () => {
    expect(told(decided('Lead.A: Edit', unknown(blind)), decided('Lead.B: Edit', unknown(blind)))).toBe(
      'Not known: PermissionSet could not be queried. To know it: give the auditor View Setup.',
    );
  });
  test('does not repeat as a near miss what the doubt says', () => {
    const nearMisses = [
      nearMiss('session-based', extras),
      nearMiss('outdated-group', container('group', 'Sync')),
    ];
    expect(
      told(decided('Account: Edit', { decision: 'unknown', because: [blind], nearMisses })),
    ).not.toContain('would grant');
  });
  test('may be no permission at all', () => {
    expect(told({ kind: 'gap', about: 'The login', gap: gap('UserLogin is closed') })).toBe(
      'Not known: UserLogin is closed.',
    );
  });
});

test.each<readonly [Json, string]>([
  ['Enterprise Edition', 'Edition: Enterprise Edition.'],
  [true, 'Edition: yes.'],
  [null, 'Edition: none.'],
  [[], 'Edition: none.'],
  [12, 'Edition: 12.'],
  [['a', 'b'], 'Edition: a, b.'],
  [{ max: 10, left: null }, 'Edition: max 10, left none.'],
  [Array.from({ length: 12 }, (_, n) => n), 'Edition: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more.'],
])('the fact %j is told as "%s"', (value, text) => {
  expect(told(fact('Edition', value))).toBe(text);
});

test('names are told as they are: escaping them is for whoever prints', () => {
  const hostile = '\u001b[2J\u202e|<b>{object}$&';
  expect(told(decided('Account: Read', granted(grant(container('profile', hostile)))))).toBe(
    `Profile '${hostile}' grants Read.`,
  );
});
