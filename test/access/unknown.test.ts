import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { accessIn, decisionIn, fieldIn, summaryOf } from './decide.ts';
import { field, flow, need, ok, unread } from './org-parts.ts';
import { type Org, snapshotOf } from './snapshot-builder.ts';

const needs = need({ systemPermissions: ['ApiEnabled'], objects: ['Account'], fields: ['Account.Site'] });
const catalogue = { Account: [field('Site')] };

function withSubject(org: Org, different: Partial<Snapshot['subjects'][number]>): Partial<Snapshot> {
  const [first] = snapshotOf(org).subjects;
  return first ? { subjects: [{ ...first, ...different }] } : {};
}

describe('assignments that could not be read', () => {
  const org: Org = {
    needs: need({ ...needs, flows: true, fields: ['Account.Site', 'Account.Gone', 'Account.OwnerId'] }),
    profile: {
      system: ['ApiEnabled'],
      objects: { Account: ['read', 'edit'] },
      fields: { 'Account.Site': 'edit' },
    },
    catalogue: { Account: [field('Site'), field('OwnerId', { permissionable: false })] },
    flows: [flow('Sync')],
  };
  const access = accessIn(org, withSubject(org, { assignments: unread }));
  const decisions = [
    ...Object.values(access.systemPermissions),
    ...Object.values(access.objects).flatMap(({ rights }) => Object.values(rights)),
    ...Object.values(access.fields).flatMap((each) => [
      ...Object.values(each.fieldLevel),
      ...Object.values(each.effective),
    ]),
    ...(access.flows.status === 'ok' ? access.flows.value.map(({ run }) => run) : []),
  ];

  test('leave everything unknown, and say why', () => {
    expect(new Set(decisions.map(summaryOf))).toEqual(new Set(['unknown: query-failed']));
    expect(access.assignments).toEqual(unread);
  });
});

describe('a container of which a block of entries could not be read', () => {
  const cases = [
    ['systemPermissions', 'ApiEnabled'],
    ['objects', 'Account: read'],
  ] as const;
  test.each(cases)('leaves %s open where nobody else grants it', (block, about) => {
    expect(summaryOf(decisionIn({ needs, profile: { unread: [block] } }, about))).toBe(
      'unknown: query-failed',
    );
  });

  test('leaves a field open', () => {
    const { fieldLevel } = fieldIn({ needs, catalogue, profile: { unread: ['fields'] } }, 'Account.Site');
    expect(summaryOf(fieldLevel.edit)).toBe('unknown: query-failed');
  });

  test('leaves a field open where its object permissions may say View All Fields', () => {
    const { fieldLevel } = fieldIn({ needs, catalogue, profile: { unread: ['objects'] } }, 'Account.Site');
    expect([fieldLevel.read, fieldLevel.edit].map(summaryOf)).toEqual(['unknown: query-failed', 'denied']);
  });

  test('leaves an object open where its system permissions may say Modify All Data', () => {
    const org = { needs, profile: { unread: ['systemPermissions'] } } as const;
    expect(summaryOf(decisionIn(org, 'Account: delete'))).toBe('unknown: query-failed');
    expect(summaryOf(decisionIn(org, 'Account: create'))).toBe('denied');
  });
});

test('what a partial container leaves out is unknown, what it says is granted', () => {
  const org = { needs, profile: { partial: true, objects: { Account: ['read'] } } } as const;
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('unknown: source-cannot-tell');
  expect(summaryOf(decisionIn(org, 'Account: read'))).toBe('granted by Profile');
});

describe('a permission that the org does not have', () => {
  test('is unknown, never denied', () => {
    const org = { needs, available: ok(['ViewAllData', 'ModifyAllData']) };
    expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('unknown: not-in-org');
  });

  test('is no way to what it would imply', () => {
    const org = { needs, available: ok(['ApiEnabled']) };
    expect(summaryOf(decisionIn(org, 'Account: read'))).toBe('denied');
  });

  test('is unknown for want of knowing, where the list of permissions could not be read', () => {
    const org = { needs, available: unread };
    expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe('unknown: query-failed');
    expect(summaryOf(decisionIn(org, 'Account: read'))).toBe('unknown: query-failed');
  });
});

describe('an API version that does not show View All Fields', () => {
  const old = { needs, catalogue, apiVersion: '62.0' };

  test('leaves open whether a field can be read', () => {
    const { fieldLevel } = fieldIn(old, 'Account.Site');
    expect(summaryOf(fieldLevel.read)).toBe('unknown: source-cannot-tell');
    expect(summaryOf(fieldLevel.edit)).toBe('denied');
  });

  test('leaves open the global permission', () => {
    const available = ok((needs.systemPermissions ?? []).filter((name) => name !== 'ViewAllFieldsGlobal'));
    expect(summaryOf(decisionIn({ ...old, available }, 'ViewAllFieldsGlobal'))).toBe(
      'unknown: source-cannot-tell',
    );
  });

  test('takes nothing from what is granted', () => {
    const { fieldLevel } = fieldIn(
      { ...old, profile: { fields: { 'Account.Site': 'read' } } },
      'Account.Site',
    );
    expect(summaryOf(fieldLevel.read)).toBe('granted by Profile');
  });
});

describe('what nobody asked for when the snapshot was collected', () => {
  test('has no decision of its own', () => {
    const access = accessIn({ needs: {}, profile: { system: ['ApiEnabled'] } });
    expect(access.systemPermissions).toEqual({});
  });

  test('leaves open what it would imply', () => {
    const org = { needs: { objects: ['Account'] }, profile: {} };
    expect(summaryOf(decisionIn(org, 'Account: read'))).toBe('unknown: not-collected, not-collected');
  });

  test('grants nothing, even where it was read by the way', () => {
    const org = { needs: { objects: ['Account'] }, profile: { system: ['ModifyAllData'] } };
    expect(summaryOf(decisionIn(org, 'Account: read'))).toBe('unknown: not-collected, not-collected');
  });

  test('leaves a field open whose object was not asked for', () => {
    const org: Org = {
      needs: { ...needs, objects: [] },
      catalogue,
      profile: { fields: { 'Account.Site': 'edit' }, objects: { Account: ['read', 'edit'] } },
    };
    expect(summaryOf(fieldIn(org, 'Account.Site').effective.edit)).toBe('unknown: not-collected');
  });
});

test('each reason is told once, in the same order', () => {
  const org = {
    needs,
    profile: { unread: ['systemPermissions'] },
    sets: { One: { unread: ['systemPermissions'] }, Session: { system: ['ApiEnabled'], sessionBased: true } },
    assigned: ['Session', 'One'],
  } as const;
  expect(summaryOf(decisionIn(org, 'ApiEnabled'))).toBe(
    'unknown: query-failed, undocumented (session-based Session)',
  );
});

test('a subject that the snapshot does not have is an error of the caller', () => {
  expect(() => accessIn({}, { subjects: [] })).toThrow('The snapshot has no subject 005');
});
