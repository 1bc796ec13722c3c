import { describe, expect, test } from 'vitest';
import type { Catalogue, Field } from '../../src/model/snapshot.ts';
import { fieldIn, summaryOf } from './decide.ts';
import { field, need, ok } from './org-parts.ts';
import { account, rightsOf } from './rights-of-field.ts';
import type { SetUp } from './snapshot-builder.ts';

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

  test.each<readonly [string, Partial<Field>, Catalogue['seenBy'], boolean | 'auditor-blind']>([
    ['a plain field is writable', {}, 'tooling', true],
    ['and so it is where the auditor may write it', {}, 'describe', true],
    ['a compound field is not', { updatable: false }, 'tooling', false],
    ['of what the auditor may not write, it is not known', { updatable: false }, 'describe', 'auditor-blind'],
    ['a formula is not, whoever looks', { updatable: false, calculated: true }, 'describe', false],
    ['nor is what the org keeps by itself', { name: 'CreatedDate', permissionable: false }, 'tooling', false],
  ])('%s', (_, different, seenBy, expected) => {
    const name = different.name ?? 'Site';
    const fields = [field(name, different)];
    const org = {
      needs: need({ fields: [`Account.${name}`] }),
      catalogue: { Account: ok({ seenBy, fields }) },
    };
    const { writable } = fieldIn(org, `Account.${name}`);
    expect(writable.status === 'ok' ? writable.value : writable.reason.code).toBe(expected);
  });

  test('a field that does not exist is written by nobody', () => {
    const org = { needs: need({ fields: ['Account.Gone'] }) };
    expect(fieldIn(org, 'Account.Gone').writable).toEqual(ok(false));
  });

  test('are unknown where describe says it, which speaks of its caller alone', () => {
    const words = ['granted', 'unknown: auditor-blind', 'granted', 'unknown: auditor-blind'];
    expect(rightsOf({ updatable: false }, all, 'describe')).toEqual(words);
    expect(rightsOf({ updatable: false, permissionable: false }, all, 'describe')).toEqual(words);
    expect(rightsOf({ updatable: false, calculated: true }, all, 'describe')).toEqual(readOnly);
  });
});
