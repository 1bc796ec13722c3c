import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/model/snapshot.ts';
import { fieldIn, summaryOf } from './decide.ts';
import { field, type Holds, need, ok, type SetUp } from './snapshot-builder.ts';

const account = (rights: readonly ('read' | 'edit')[]): Holds => ({ objects: { Account: rights } });

/** Read and Edit of a field in one line each: by field-level security, and in effect. */
function rightsOf(different: Partial<Field>, profile: SetUp, seenBy: 'tooling' | 'describe' = 'tooling') {
  const name = different.name ?? 'Site';
  const org = {
    needs: need({ fields: [`Account.${name}`] }),
    profile,
    catalogue: { Account: ok({ seenBy, fields: [field(name, different)] }) },
  };
  const { fieldLevel, effective } = fieldIn(org, `Account.${name}`);
  const inWords = [fieldLevel.read, fieldLevel.edit, effective.read, effective.edit].map(summaryOf);
  return inWords.map((words) => words.replace(/ by .*/, ''));
}

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

describe('fields without field-level security', () => {
  const full = account(['read', 'edit']);
  const none = { permissionable: false };
  const cases: readonly (readonly [string, Partial<Field>, SetUp, readonly string[]])[] = [
    [
      'OwnerId is read and written by who may read and edit the record',
      { ...none, name: 'OwnerId' },
      full,
      ['granted', 'granted', 'granted', 'granted'],
    ],
    [
      'and no more than the object allows',
      { ...none, name: 'OwnerId' },
      account(['read']),
      ['granted', 'granted', 'granted', 'denied'],
    ],
    [
      'Id is read and never written',
      { ...none, name: 'Id', updatable: false },
      full,
      ['granted', 'denied', 'granted', 'denied'],
    ],
    [
      'CreatedDate is never written, though audit fields can be set on creation',
      { ...none, name: 'CreatedDate' },
      full,
      ['granted', 'denied', 'granted', 'denied'],
    ],
    [
      'a master-detail field that cannot be changed is not written',
      { ...none, updatable: false },
      full,
      ['granted', 'denied', 'granted', 'denied'],
    ],
  ];
  test.each(cases)('%s', (_, different, profile, expected) => {
    expect(rightsOf(different, profile)).toEqual(expected);
  });

  test('name the profile, which nobody is without, and no permission', () => {
    const org = {
      needs: need({ fields: ['Account.OwnerId'] }),
      catalogue: { Account: [field('OwnerId', none)] },
      sets: { 'A set': account(['read']) },
      assigned: ['A set'],
    };
    expect(fieldIn(org, 'Account.OwnerId').fieldLevel.read).toMatchObject({
      decision: 'granted',
      grants: [
        {
          container: { kind: 'profile' },
          entry: { kind: 'fixed', what: expect.stringContaining('Account.OwnerId') },
        },
      ],
    });
  });

  test('are unknown where not even the profile was read', () => {
    const org = {
      needs: need({ fields: ['Account.OwnerId'] }),
      catalogue: { Account: [field('OwnerId', none)] },
    };
    const { fieldLevel } = fieldIn(org, 'Account.OwnerId', { containers: [] });
    expect(summaryOf(fieldLevel.read)).toBe('unknown: auditor-blind');
  });
});

describe('fields that nobody can write', () => {
  const all: SetUp = {
    ...account(['read', 'edit']),
    fields: { 'Account.Site': 'edit' },
    system: ['EditReadonlyFields'],
  };
  const readOnly = ['granted', 'denied', 'granted', 'denied'];
  const cases: readonly (readonly [string, Partial<Field>])[] = [
    ['a formula', { calculated: true, updatable: false }],
    ['an auto-number', { autoNumber: true, updatable: false }],
    ['a formula that claims to be updatable', { calculated: true }],
    ['a compound field', { updatable: false }],
  ];
  test.each(cases)('%s is denied for Edit, whatever the rows say', (_, different) => {
    expect(rightsOf(different, all)).toEqual(readOnly);
  });

  test('are named with what makes them so, and without near misses', () => {
    const org = {
      needs: need({ fields: ['Account.Site'] }),
      catalogue: { Account: [field('Site', { calculated: true, updatable: false })] },
      sets: { Set: { fields: { 'Account.Site': 'edit' } } },
    } as const;
    const access = fieldIn(org, 'Account.Site');
    expect(access.field).toMatchObject({ status: 'ok', value: { calculated: true } });
    expect(access.fieldLevel.edit).toEqual({ decision: 'denied', nearMisses: [] });
  });

  test('are unknown where describe says it, which speaks of its caller alone', () => {
    const words = ['granted', 'unknown: auditor-blind', 'granted', 'unknown: auditor-blind'];
    expect(rightsOf({ updatable: false }, all, 'describe')).toEqual(words);
    expect(rightsOf({ updatable: false, permissionable: false }, all, 'describe')).toEqual(words);
    expect(rightsOf({ updatable: false, calculated: true }, all, 'describe')).toEqual(readOnly);
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
