import { describe, expect, test } from 'vitest';
import { implications } from '../../src/access/implications.ts';
import type { FieldRight } from '../../src/model/access.ts';
import type { ObjectRight } from '../../src/model/container.ts';
import { objectRights } from '../../src/salesforce/labels.ts';
import { decisionIn, fieldIn, summaryOf } from './decide.ts';
import { field, need } from './org-parts.ts';
import type { Holds } from './snapshot-builder.ts';

const needs = need({ objects: ['Account'], fields: ['Account.Site'], systemPermissions: ['ViewAllData'] });
const catalogue = { Account: [field('Site')] };
const orgWith = (profile: Holds) => ({ needs, profile, catalogue });

/** Written out from the references once more, so that the table of implications is held against something. */
const objectCases: readonly (readonly [string, Holds, readonly ObjectRight[]])[] = [
  ['Read', { objects: { Account: ['read'] } }, ['read']],
  ['Create', { objects: { Account: ['create'] } }, ['read', 'create']],
  ['Edit', { objects: { Account: ['edit'] } }, ['read', 'edit']],
  ['Delete', { objects: { Account: ['delete'] } }, ['read', 'edit', 'delete']],
  ['View All', { objects: { Account: ['viewAllRecords'] } }, ['read', 'viewAllRecords']],
  [
    'Modify All',
    { objects: { Account: ['modifyAllRecords'] } },
    ['read', 'edit', 'delete', 'viewAllRecords', 'modifyAllRecords'],
  ],
  ['View All Fields', { objects: { Account: ['viewAllFields'] } }, ['viewAllFields']],
  ['View All Data', { system: ['ViewAllData'] }, ['read', 'viewAllRecords']],
  [
    'Modify All Data',
    { system: ['ModifyAllData'] },
    ['read', 'edit', 'delete', 'viewAllRecords', 'modifyAllRecords'],
  ],
  ['View All Fields (Global)', { system: ['ViewAllFieldsGlobal'] }, []],
  ['Edit Read Only Fields', { system: ['EditReadonlyFields'] }, []],
  ['Edit on a field', { fields: { 'Account.Site': 'edit' } }, []],
];

describe('object rights', () => {
  test.each(objectCases)('%s gives exactly what the reference says', (_, profile, expected) => {
    const granted = objectRights.filter(
      (right) => decisionIn(orgWith(profile), `Account: ${right}`).decision === 'granted',
    );
    expect(granted).toEqual(expected);
  });

  test('rights on one object say nothing of another', () => {
    const org = orgWith({ objects: { Contact: ['modifyAllRecords'] } });
    expect(summaryOf(decisionIn(org, 'Account: read'))).toBe('denied');
  });
});

const fieldCases: readonly (readonly [string, Holds, readonly FieldRight[]])[] = [
  ['Read', { fields: { 'Account.Site': 'read' } }, ['read']],
  ['Edit', { fields: { 'Account.Site': 'edit' } }, ['read', 'edit']],
  ['View All Fields', { objects: { Account: ['viewAllFields'] } }, ['read']],
  ['View All Fields (Global)', { system: ['ViewAllFieldsGlobal'] }, ['read']],
  ['View All Data', { system: ['ViewAllData'] }, []],
  ['Modify All Data', { system: ['ModifyAllData'] }, []],
  ['Modify All', { objects: { Account: ['modifyAllRecords'] } }, []],
  ['Edit Read Only Fields alone', { system: ['EditReadonlyFields'] }, []],
  [
    'Edit Read Only Fields with Read',
    { system: ['EditReadonlyFields'], fields: { 'Account.Site': 'read' } },
    ['read', 'edit'],
  ],
  [
    'Edit Read Only Fields with View All Fields (Global)',
    { system: ['EditReadonlyFields', 'ViewAllFieldsGlobal'] },
    ['read', 'edit'],
  ],
];

describe('field-level security', () => {
  test.each(fieldCases)('%s gives exactly what the reference says', (_, profile, expected) => {
    const { fieldLevel } = fieldIn(orgWith(profile), 'Account.Site');
    const granted = (['read', 'edit'] as const).filter((right) => fieldLevel[right].decision === 'granted');
    expect(granted).toEqual(expected);
  });
});

test('Modify All Data is View All Data too', () => {
  const decision = decisionIn(orgWith({ system: ['ModifyAllData'] }), 'ViewAllData');
  expect(summaryOf(decision)).toBe('granted by Profile');
});

test('an implied grant names the entry that is there, what implies and who says so', () => {
  expect(decisionIn(orgWith({ system: ['ModifyAllData'] }), 'Account: edit')).toMatchObject({
    decision: 'granted',
    grants: [
      {
        container: { title: 'Profile' },
        entry: { kind: 'system', permission: 'ModifyAllData' },
        implied: { by: 'Modify All Data', fact: expect.stringContaining('Salesforce Help') },
      },
    ],
  });
});

test('direct grants come before implied ones, and a row is not named twice for its own dependencies', () => {
  const org = {
    ...orgWith({ system: ['ModifyAllData'] }),
    sets: { 'A set': { objects: { Account: ['read', 'edit', 'delete'] } } },
    assigned: ['A set'],
  } as const;
  const decision = decisionIn(org, 'Account: read');
  expect(decision.decision === 'granted' && decision.grants.map(({ entry }) => entry)).toEqual([
    { kind: 'object', object: 'Account', right: 'read' },
    { kind: 'system', permission: 'ModifyAllData' },
  ]);
});

test('every implication says where it is written', () => {
  for (const { fact } of implications) expect(fact).toMatch(/\(.+\)$/);
});
