import { describe, expect, test } from 'vitest';
import type { Grant } from '../../../src/model/access.ts';
import { assignment, container, grant, granted, group } from '../fixtures.ts';
import { byProfile, decided, extras, profile, told } from './told.ts';

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
