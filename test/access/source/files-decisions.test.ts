import { describe, expect, test } from 'vitest';
import type { Persona } from '../../../src/access/with-personas.ts';
import { need } from '../org-parts.ts';
import { accessTo, decisionOn, placedSummary } from './decide-files.ts';
import { type Files, filesOf } from './files-builder.ts';

const needs = need({
  systemPermissions: ['ApiEnabled'],
  objects: ['Deal__c'],
  fields: ['Account.iv__Id__c', 'Account.Site'],
});

type Case = readonly [
  title: string,
  files: Omit<Files, 'needs'>,
  who: Partial<Persona>,
  about: string,
  summary: string,
];

/** Somebody else's set with an entry for the field, and rights on its object. */
const others = { Others: { fields: { 'Account.iv__Id__c': 'none' as const }, objects: { Account: [] } } };

const cases: readonly Case[] = [
  [
    'a permission set grants with the line of the entry',
    { sets: { Sync: { system: ['ApiEnabled'] } } },
    { permissionSets: ['Sync'] },
    'ApiEnabled',
    'granted by Sync@Sync.xml:10',
  ],
  [
    'what a complete permission set leaves out is denied, with the place to add it',
    { sets: { Sync: {} } },
    { permissionSets: ['Sync'] },
    'ApiEnabled',
    'denied, add@Sync.xml:90',
  ],
  [
    'what a profile leaves out is unknown, never denied',
    { profiles: { P: {} } },
    { profile: 'P' },
    'ApiEnabled',
    'unknown: source-cannot-tell, add@P.xml:90',
  ],
  [
    'what a profile says is not enabled is denied on that line',
    { profiles: { P: { notSystem: ['ApiEnabled'] } } },
    { profile: 'P' },
    'ApiEnabled',
    'denied (refused P@P.xml:11), add@P.xml:90',
  ],
  [
    'what a set takes away and the profile does not mention is unknown, and points at the line',
    { profiles: { P: {} }, sets: { Sync: { notSystem: ['ApiEnabled'] } } },
    { profile: 'P', permissionSets: ['Sync'] },
    'ApiEnabled',
    'unknown: source-cannot-tell (refused Sync@Sync.xml:11), add@Sync.xml:90',
  ],
  [
    'what the profile grants is granted, whatever a set says',
    { profiles: { P: { system: ['ApiEnabled'] } }, sets: { Sync: { notSystem: ['ApiEnabled'] } } },
    { profile: 'P', permissionSets: ['Sync'] },
    'ApiEnabled',
    'granted by P@P.xml:10',
  ],
  [
    'a set that holds it and is not assigned is a near miss',
    { sets: { Sync: {}, Extra: { system: ['ApiEnabled'] } } },
    { permissionSets: ['Sync'] },
    'ApiEnabled',
    'denied (not-assigned Extra@Extra.xml:10), add@Sync.xml:90',
  ],
  [
    'what hangs on a malformed file is unknown',
    { sets: { Sync: { malformed: true } } },
    { permissionSets: ['Sync'] },
    'ApiEnabled',
    'unknown: file-unreadable, add@Sync.xml:90',
  ],
  [
    'a right on an object is denied where its entry says so',
    { sets: { Sync: { objects: { Account: ['read'] } } } },
    { permissionSets: ['Sync'] },
    'Account: edit',
    'denied (refused Sync@Sync.xml:21), add@Sync.xml:91',
  ],
  [
    'an object that no file gives anything on may not be there at all',
    { sets: { Sync: { system: ['ViewAllData'] } } },
    { permissionSets: ['Sync'] },
    'Deal__c: read',
    'unknown: source-cannot-tell',
  ],
  [
    'View All Data reads an object that every org has, though no file gives anything on it',
    { sets: { Sync: { system: ['ViewAllData'] } } },
    { permissionSets: ['Sync'] },
    'Account: read',
    'granted by Sync@Sync.xml:10',
  ],
  [
    'an object that every org has is denied by a set that gives nothing on it',
    { sets: { Sync: {} } },
    { permissionSets: ['Sync'] },
    'Account: read',
    'denied, add@Sync.xml:91',
  ],
  [
    'Edit taken from a field of a package is denied on that line, though no file defines the field',
    { sets: { Sync: { fields: { 'Account.iv__Id__c': 'read' }, objects: { Account: ['read', 'edit'] } } } },
    { permissionSets: ['Sync'] },
    'Account.iv__Id__c: edit',
    'denied (refused Sync@Sync.xml:33), add@Sync.xml:92',
  ],
  [
    'of several sets that say no the one comes first that grants the rest',
    {
      sets: {
        A: { fields: { 'Account.iv__Id__c': 'none' } },
        B: { fields: { 'Account.iv__Id__c': 'read' }, objects: { Account: ['read', 'edit'] } },
      },
    },
    { permissionSets: ['A', 'B'] },
    'Account.iv__Id__c: edit',
    'denied (refused B@B.xml:33; refused A@A.xml:33), add@A.xml:92',
  ],
  [
    'a field whose entry is gone is denied where others still have one',
    { sets: { Sync: { fields: { 'Account.Site': 'edit' } }, ...others } },
    { permissionSets: ['Sync'] },
    'Account.iv__Id__c: edit',
    'denied, add@Sync.xml:92',
  ],
  [
    'a field that no file has any entry for may have no field-level security',
    { sets: { Sync: { fields: { 'Account.Site': 'edit' } } } },
    { permissionSets: ['Sync'] },
    'Account.iv__Id__c: edit',
    'unknown: source-cannot-tell, add@Sync.xml:92',
  ],
  [
    'View All Fields does not prove that a field is there which no file mentions',
    { sets: { Sync: { objects: { Account: ['read', 'viewAllFields'] } } } },
    { permissionSets: ['Sync'] },
    'Account.iv__Id__c: read',
    'unknown: source-cannot-tell',
  ],
  [
    'a file with View All Fields leaves single fields out, so that Edit is not known',
    { sets: { Sync: { objects: { Account: ['read', 'edit', 'viewAllFields'] } }, ...others } },
    { permissionSets: ['Sync'] },
    'Account.iv__Id__c: edit',
    'unknown: source-cannot-tell, add@Sync.xml:93',
  ],
  [
    'the place is in the set that has other fields of the object',
    { sets: { A: {}, B: { fields: { 'Account.Site': 'edit' } }, ...others }, profiles: { P: {} } },
    { profile: 'P', permissionSets: ['A', 'B'] },
    'Account.iv__Id__c: read',
    'unknown: source-cannot-tell, add@B.xml:92',
  ],
];

describe('decided by files', () => {
  test.each(cases)('%s', (_title, files, who, about, summary) => {
    const access = accessTo(filesOf({ needs, ...files }), who);
    expect(placedSummary(decisionOn(access, about))).toBe(summary);
  });

  test('a field that a file defines is there, and one that no file defines may be', () => {
    const site = {
      ...{ name: 'Site', label: 'Site', dataType: 'Text', permissionable: true },
      ...{ calculated: false, autoNumber: false, updatable: true },
    };
    const files = filesOf({ needs, sets: { Sync: {} }, catalogue: { Account: [site] } });
    const { fields } = accessTo(files, { permissionSets: ['Sync'] });
    expect(fields['Account.Site']?.field).toEqual({ status: 'ok', value: site });
    expect(fields['Account.iv__Id__c']?.field).toMatchObject({
      status: 'unavailable',
      reason: { code: 'source-cannot-tell' },
    });
  });

  test('an old API version does not show View All Fields', () => {
    const files = filesOf({ needs, sets: { Sync: {}, ...others }, apiVersion: '60.0' });
    const access = accessTo(files, { permissionSets: ['Sync'] });
    expect(decisionOn(access, 'Account.iv__Id__c: read').decision).toBe('unknown');
    expect(decisionOn(access, 'Account.iv__Id__c: edit').decision).toBe('denied');
  });
});
