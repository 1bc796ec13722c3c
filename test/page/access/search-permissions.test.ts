import { describe, expect, test } from 'vitest';
import { decideAccess } from '../../../src/access/decide-access.ts';
import { permissionsOf } from '../../../src/page/access/permissions.ts';
import { findables, search } from '../../../src/page/access/search-permissions.ts';
import { field, need, ok, userId } from '../../access/org-parts.ts';
import { snapshotOf } from '../../access/snapshot-builder.ts';

const needs = need({
  systemPermissions: ['ApiEnabled'],
  objects: ['Account'],
  fields: ['Account.Site', { object: 'Account', field: 'Tier__c', label: 'Customer tier' }],
});
const snapshot = {
  ...snapshotOf({
    needs,
    available: ok([...(needs.systemPermissions ?? []), 'ViewSetup']),
    permissionable: ok(['Account', 'Case']),
    catalogue: {
      Account: [
        field('Site'),
        field('Level__c', { label: 'Customer tier' }),
        field('Fax', { label: 'Telefax' }),
      ],
    },
  }),
};
const access = decideAccess(snapshot, userId);
const all = findables(permissionsOf(access), access, snapshot);
const found = (query: string, most = 50) =>
  search(query, all, most).first.map(({ permission, title }) => permission?.key ?? `unread ${title}`);

describe('searching', () => {
  test.each([
    ['a system permission by its label', 'api enabled', ['ApiEnabled']],
    ['a system permission by its API name', 'apienabled', ['ApiEnabled']],
    ['a right on an object', 'account view all', ['Account:viewAllRecords', 'Account:viewAllFields']],
    ['a field by its API name', 'account.site', ['Account.Site:read', 'Account.Site:edit']],
    ['a field by its label', 'customer TIER edit', ['Account.Tier__c:edit']],
    [
      'a field by the name that it has in this org',
      'level__c',
      ['Account.Tier__c:read', 'Account.Tier__c:edit'],
    ],
    ['a field that nobody asked for, by its label', 'telefax', ['unread Account.Fax']],
    ['an object that nobody asked for', 'case', ['unread Case']],
    ['a system permission that nobody asked for', 'view setup', ['unread View Setup and Configuration']],
    ['nothing by nothing', '  ', []],
    ['nothing by what is not there', 'zebra', []],
  ])('finds %s', (_, query, keys) => {
    expect(found(query)).toEqual(keys);
  });

  test('lists each thing that was read once, and none of it as unread', () => {
    const keys = all.map(({ permission, title }) => permission?.key ?? title.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    expect(all.filter(({ permission }) => permission === null).map(({ title }) => title)).toEqual([
      'View Setup and Configuration',
      'Case',
      'Account.Fax',
    ]);
  });

  test('puts names alike first, and tells how many there are', () => {
    expect(found('account', 3)).toEqual(['Account:read', 'Account:create', 'Account:edit']);
    expect(search('account', all, 3).total).toBe(12);
    expect(found('edit read only fields')[0]).toBe('EditReadonlyFields');
  });
});
