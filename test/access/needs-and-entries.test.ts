import { describe, expect, test } from 'vitest';
import { expandNeeds } from '../../src/access/expand-needs.ts';
import { missingEntries } from '../../src/access/missing-entries.ts';
import type { Entry } from '../../src/model/access.ts';
import type { Needs } from '../../src/model/needs.ts';
import { accessIn } from './decide.ts';
import { asOf, field, flow, need, ok, unread } from './org-parts.ts';
import { type Org, snapshotOf } from './snapshot-builder.ts';

describe('expanding needs', () => {
  const cases: readonly (readonly [string, Needs, Needs])[] = [
    ['nothing asked for stays nothing', {}, {}],
    ['facts about the user need nothing more', { user: true, limits: true }, { user: true, limits: true }],
    ['flows need the assignments', { flows: true }, { flows: true, assignments: true }],
    [
      'an object needs the permissions over all data',
      { objects: ['Lead', 'Account', 'Lead'] },
      {
        objects: ['Account', 'Lead'],
        systemPermissions: ['ModifyAllData', 'ViewAllData'],
        assignments: true,
      },
    ],
    [
      'a system permission needs those that imply some',
      { systemPermissions: ['RunFlow', 'ApiEnabled', 'RunFlow'] },
      { systemPermissions: ['ApiEnabled', 'ModifyAllData', 'RunFlow'], assignments: true },
    ],
    [
      'a field needs its object, and the permissions over all fields',
      { fields: [{ object: 'account', field: 'Site' }], objects: ['Account'] },
      {
        fields: [{ object: 'account', field: 'Site' }],
        objects: ['Account'],
        systemPermissions: ['EditReadonlyFields', 'ModifyAllData', 'ViewAllData', 'ViewAllFieldsGlobal'],
        assignments: true,
      },
    ],
  ];
  test.each(cases)('%s', (_, needs, expected) => {
    expect(expandNeeds(needs)).toEqual(expected);
    expect(expandNeeds(expandNeeds(needs))).toEqual(expected);
  });
});

describe('entries worth looking for', () => {
  const words = (entry: Entry): string => {
    if (entry.kind === 'system') return entry.permission;
    if (entry.kind === 'object') return `${entry.object}: ${entry.right}`;
    if (entry.kind === 'field') return `${entry.object}.${entry.field}: ${entry.right}`;
    return entry.kind === 'flow' ? `flow ${entry.flow}` : entry.what;
  };
  const missingIn = (org: Org) => missingEntries(accessIn(org)).map(words);

  test('are what is denied and what another set would settle', () => {
    const org: Org = {
      needs: need({ systemPermissions: ['ApiEnabled', 'RunFlow'], objects: ['Account'] }),
      profile: { system: ['ViewAllData'], objects: { Account: ['create'] } },
      sets: { Session: { system: ['RunFlow'], sessionBased: true } },
      assigned: ['Session'],
    };
    expect(missingIn(org)).toEqual([
      'ApiEnabled',
      'ModifyAllData',
      'RunFlow',
      'Account: edit',
      'Account: delete',
      'Account: modifyAllRecords',
      'Account: viewAllFields',
    ]);
  });

  test('are not what the org does not have', () => {
    const needs = need({ systemPermissions: ['ApiEnabled'], objects: ['Gone'], fields: ['Account.Gone'] });
    const all = {
      needs,
      profile: { system: ['ModifyAllData', 'ViewAllFieldsGlobal', 'EditReadonlyFields'] },
    };
    const org = { ...all, available: ok([]), permissionable: ok(['Account']), catalogue: { Gone: [] } };
    expect(missingIn(org)).toEqual(['Account: create', 'Account: viewAllFields']);
  });

  test('are fields under the name they were found by, and only the rights that can be had', () => {
    const fields = [
      { object: 'Account', field: 'X__c', label: 'The X' },
      ...['Formula__c', 'OwnerId'].map((name) => ({ object: 'Account', field: name })),
    ];
    const catalogue = {
      Account: [
        field('Y__c', { label: 'The X' }),
        field('Formula__c', { calculated: true, updatable: false }),
        field('OwnerId', { permissionable: false }),
      ],
    };
    const profile = {
      system: ['ModifyAllData'],
      objects: { Account: ['create', 'viewAllRecords'] },
    } as const;
    const missing = missingIn({ needs: need({ fields }), catalogue, profile });
    expect(missing.filter((words) => words.includes('.'))).toEqual([
      'Account.Formula__c: read',
      'Account.Y__c: read',
      'Account.Y__c: edit',
    ]);
  });

  test('are no rights that no row can give', () => {
    const catalogue = { Account: [field('OwnerId', { permissionable: false })] };
    const org = { needs: need({ fields: ['Account.OwnerId'] }), catalogue };
    const entries = missingEntries(accessIn(org, { containers: [] }));
    expect(entries.filter(({ kind }) => kind === 'field')).toEqual([]);
  });

  test('are flows that restrict access, or may, and run as the user', () => {
    const flows = [
      flow('Restricted'),
      flow('Managed', { namespace: 'iv', restricted: unread }),
      flow('Open', { restricted: ok(false) }),
      flow('Triggered', { triggerType: 'RecordAfterSave' }),
    ];
    expect(missingIn({ needs: { flows: true, assignments: true }, flows })).toEqual([
      'flow iv__Managed',
      'flow Restricted',
    ]);
  });

  test('are none where it is not known what the user is assigned', () => {
    const org: Org = { needs: need({ systemPermissions: ['ApiEnabled'] }) };
    const subjects = snapshotOf(org).subjects.map((record) => ({ ...record, assignments: unread }));
    expect(missingEntries(accessIn(org, { subjects }))).toEqual([]);
  });

  test('are only those that given decisions stand on, where such are given', () => {
    const org: Org = {
      needs: need({ systemPermissions: ['ApiEnabled'], fields: ['Account.Site'] }),
      catalogue: { Account: [field('Site')] },
      sets: { Set: { objects: { Account: ['read', 'edit'] } } },
      assigned: [{ to: 'Set', expires: asOf }],
    };
    const access = accessIn(org);
    const about = (...decisions: readonly unknown[]) =>
      missingEntries(access, new Set(decisions) as Parameters<typeof missingEntries>[1]).map(words);
    expect(about(access.systemPermissions.ApiEnabled)).toEqual(['ApiEnabled']);
    expect(about(access.fields['Account.Site']?.effective.edit)).toEqual([
      'Account: edit',
      'Account.Site: edit',
    ]);
    expect(about(access.fields['Account.Site']?.fieldLevel.read)).toEqual(['Account.Site: read']);
    expect(about()).toEqual([]);
  });
});
