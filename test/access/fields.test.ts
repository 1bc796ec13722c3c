import { describe, expect, test } from 'vitest';
import { fieldIn, summaryOf } from './decide.ts';
import { field, need } from './org-parts.ts';
import { account, rightsOf } from './rights-of-field.ts';
import type { Holds, SetUp } from './snapshot-builder.ts';

describe('field-level security and object access together', () => {
  const cases: readonly (readonly [string, SetUp, readonly string[]])[] = [
    [
      'both give both',
      { ...account(['read', 'edit']), fields: { 'Account.Site': 'edit' } },
      ['granted', 'granted', 'granted', 'granted'],
    ],
    [
      'the object gives Read alone',
      { ...account(['read']), fields: { 'Account.Site': 'edit' } },
      ['granted', 'granted', 'granted', 'denied'],
    ],
    [
      'the object gives nothing',
      { fields: { 'Account.Site': 'edit' } },
      ['granted', 'granted', 'denied', 'denied'],
    ],
    [
      'the field gives Read alone',
      { ...account(['read', 'edit']), fields: { 'Account.Site': 'read' } },
      ['granted', 'denied', 'granted', 'denied'],
    ],
    ['the field gives nothing', account(['read', 'edit']), ['denied', 'denied', 'denied', 'denied']],
    [
      'the object gives nothing and the field is not known',
      { unread: ['fields'] },
      ['unknown: query-failed', 'unknown: query-failed', 'denied', 'denied'],
    ],
    [
      'the object is not known',
      { unread: ['objects'], fields: { 'Account.Site': 'edit' } },
      ['granted', 'granted', 'unknown: query-failed', 'unknown: query-failed'],
    ],
  ];
  test.each(cases)('%s', (_, profile, expected) => {
    expect(rightsOf({}, profile)).toEqual(expected);
  });

  test('a grant in effect names what gives the field and what gives the object', () => {
    const org = {
      needs: need({ fields: ['Account.Site'] }),
      catalogue: { Account: [field('Site')] },
      profile: account(['read']),
      sets: { Set: { fields: { 'Account.Site': 'read' } } },
      assigned: ['Set'],
    } as const;
    const { effective } = fieldIn(org, 'Account.Site');
    expect(summaryOf(effective.read)).toBe('granted by Set, Profile');
    expect(summaryOf(effective.edit)).toBe('denied');
  });
});

describe('Edit Read Only Fields', () => {
  const readable: Holds = { ...account(['read', 'edit']), fields: { 'Account.Site': 'read' } };
  const org = (profile: SetUp, more: object = {}) => ({
    needs: need({ fields: ['Account.Site'] }),
    catalogue: { Account: [field('Site')] },
    profile,
    ...more,
  });

  test('grants Edit by itself and says so', () => {
    const { fieldLevel } = fieldIn(org({ ...readable, system: ['EditReadonlyFields'] }), 'Account.Site');
    expect(fieldLevel.edit).toMatchObject({
      grants: [{ entry: { permission: 'EditReadonlyFields' }, implied: { by: 'Edit Read Only Fields' } }],
    });
  });

  test('leaves Edit open where it is open itself', () => {
    const session = {
      sets: { Set: { system: ['EditReadonlyFields'], sessionBased: true } },
      assigned: ['Set'],
    };
    const { fieldLevel } = fieldIn(org(readable, session), 'Account.Site');
    expect(summaryOf(fieldLevel.edit)).toBe('unknown: undocumented (session-based Set)');
  });

  test('leaves Edit open where it is open whether the field can be read', () => {
    const session = { sets: { Set: { ...readable, sessionBased: true } }, assigned: ['Set'] };
    const { fieldLevel } = fieldIn(org({ system: ['EditReadonlyFields'] }, session), 'Account.Site');
    expect(summaryOf(fieldLevel.edit)).toBe('unknown: undocumented (session-based Set)');
  });
});

describe('rows of lookups', () => {
  const row = (name: string): Holds => ({
    ...account(['read', 'edit']),
    fields: { [`Account.${name}`]: 'edit' },
  });
  const parent = { name: 'ParentId', dataType: 'Hierarchy' };

  test('are found by the name with Id and without', () => {
    expect(rightsOf(parent, row('ParentId'))[1]).toBe('granted');
    expect(rightsOf(parent, row('Parent'))[1]).toBe('granted');
    expect(rightsOf(parent, row('PARENTID'))[1]).toBe('granted');
  });

  test('are not found by a name that merely ends so', () => {
    expect(rightsOf({ name: 'Paid' }, row('Pa'))[1]).toBe('denied');
  });

  test('are not taken from another field that has the shorter name', () => {
    const org = {
      needs: need({ fields: ['Account.ParentId'] }),
      catalogue: { Account: [field('ParentId'), field('Parent')] },
      profile: row('Parent'),
    };
    expect(summaryOf(fieldIn(org, 'Account.ParentId').fieldLevel.edit)).toBe('denied');
  });
});
