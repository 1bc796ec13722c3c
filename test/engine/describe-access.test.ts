import { expect, test } from 'vitest';
import { describeAccess } from '../../src/engine/describe-access.ts';
import type { Access, Decision, FieldAccess, FlowAccess } from '../../src/model/access.ts';
import type { Field } from '../../src/model/snapshot.ts';
import {
  accessOf,
  addable,
  container,
  denied,
  gap,
  grant,
  granted,
  nearMiss,
  persona,
  place,
  unknown,
} from './fixtures.ts';

const byProfile = granted(grant(container('profile', 'API Only')));
const notAssigned = denied(nearMiss('not-assigned', container('permission-set', 'Extras')));
const blind = unknown(gap('it is closed', 'open it'));

const field: Field = {
  name: 'Rate__c',
  label: 'Rate',
  dataType: 'Text(40)',
  permissionable: true,
  calculated: false,
  autoNumber: false,
  updatable: true,
};

const fieldAccess = (more: Partial<FieldAccess> = {}): FieldAccess => ({
  asked: { object: 'Account', field: 'Rating__c' },
  field: { status: 'ok', value: field },
  foundBy: 'name',
  candidates: [],
  writable: { status: 'ok', value: true },
  fieldLevel: { read: byProfile, edit: byProfile },
  effective: { read: byProfile, edit: notAssigned },
  ...more,
});

const flow = (name: string, run: Decision, more: Partial<FlowAccess['flow']> = {}): FlowAccess => ({
  flow: {
    id: `300${name}`,
    name,
    label: name,
    namespace: null,
    processType: 'Flow',
    triggerType: null,
    restricted: { status: 'ok', value: true },
    ...more,
  },
  context: 'user',
  run,
});

const unasked = {
  status: 'unavailable',
  reason: { code: 'not-collected', message: 'nobody asked' },
} as const;

/** Each row in a line. */
const lines = (access: Partial<Access>) =>
  describeAccess(accessOf({ flows: unasked, ...access })).map(
    ({ kind, what, decision, sentences }) => `${kind} | ${what} | ${decision} | ${sentences.join(' ')}`,
  );

test('system permissions go by their labels, sorted by name', () => {
  expect(lines({ systemPermissions: { RunFlow: notAssigned, ApiEnabled: byProfile, Other: blind } })).toEqual(
    [
      "system | API Enabled | granted | Profile 'API Only' grants API Enabled.",
      'system | Other | unknown | Not known: it is closed. To know it: open it.',
      "system | Run Flows | denied | Permission set 'Extras' would grant it: it is not assigned to the user.",
    ],
  );
});

test('objects have seven rights, in the order of Setup', () => {
  const rights = {
    modifyAllRecords: denied(),
    read: byProfile,
    create: byProfile,
    edit: blind,
    delete: denied(),
    viewAllRecords: notAssigned,
    viewAllFields: denied(),
  };
  expect(lines({ objects: { Account: { object: 'Account', rights } } })).toEqual([
    "object | Account: Read | granted | Profile 'API Only' grants Read.",
    "object | Account: Create | granted | Profile 'API Only' grants Create.",
    'object | Account: Edit | unknown | Not known: it is closed. To know it: open it.',
    'object | Account: Delete | denied | Nothing assigned to the user grants it.',
    "object | Account: View All | denied | Permission set 'Extras' would grant it: it is not assigned to the user.",
    'object | Account: Modify All | denied | Nothing assigned to the user grants it.',
    'object | Account: View All Fields | denied | Nothing assigned to the user grants it.',
  ]);
});

test('fields are what field-level security and object access come to together', () => {
  expect(lines({ fields: { 'Account.Rating__c': fieldAccess() } })).toEqual([
    "field | Account.Rating__c: Read | granted | Profile 'API Only' grants Read.",
    "field | Account.Rating__c: Edit | denied | Permission set 'Extras' would grant it: it is not assigned to the user.",
  ]);
});

test.each<readonly [string, Partial<FieldAccess>, string]>([
  ['by its label', { foundBy: 'label' }, 'It is Account.Rate__c in this org, found by its label. '],
  [
    'by its configured name',
    { foundBy: 'configured' },
    'It is Account.Rate__c in this org, found by its configured name. ',
  ],
  ['not at all', { foundBy: null, field: { status: 'ok', value: null } }, 'The org has no such field. '],
  [
    'not at all, but others near it',
    { foundBy: null, field: { status: 'ok', value: null }, candidates: ['Rate__c', 'Rated__c'] },
    'The org has no such field. Its names nearest to it: Rate__c, Rated__c. ',
  ],
])('a field found %s says so', (_, more, note) => {
  const [read] = lines({ fields: { 'Account.Rating__c': fieldAccess(more) } });
  expect(read).toBe(`field | Account.Rating__c: Read | granted | ${note}Profile 'API Only' grants Read.`);
});

test('flows are told where they ask for a grant of their own, or may', () => {
  const managed = { restricted: { status: 'unavailable', reason: gap('it is managed') } } as const;
  const flows = [
    flow('B', notAssigned),
    flow('A', byProfile),
    flow('Open', denied(), { restricted: { status: 'ok', value: false } }),
    flow('M1', denied(), managed),
    flow('M2', byProfile, managed),
    { ...flow('S', denied()), context: 'system' as const },
  ];
  expect(lines({ flows: { status: 'ok', value: flows } })).toEqual([
    "flow | Flow A: Run | granted | Profile 'API Only' grants Run.",
    "flow | Flow B: Run | denied | Permission set 'Extras' would grant it: it is not assigned to the user.",
    'flow | Flow M1: Run | unknown | Flow M1: Run could not be known: it is managed.',
    "flow | Flow M2: Run | granted | Profile 'API Only' grants Run.",
  ]);
});

test('flows that could not be read are told; those nobody asked for are not', () => {
  expect(lines({ flows: { status: 'unavailable', reason: gap('no flows') } })).toEqual([
    'flow | Flows | unknown | Flows could not be known: no flows.',
  ]);
  expect(lines({ flows: unasked })).toEqual([]);
});

test('licences hold while they are active', () => {
  const license = (status: string, expires: string | null) =>
    ({ status: 'ok', value: { name: 'Sync', label: 'Sync', status, expires } }) as const;
  const permissionSetLicenses = {
    A: license('Active', '2026-10-03T00:00:00Z'),
    B: license('Active', '2026-10-02T08:00:00Z'),
    C: license('Disabled', null),
    D: license('Odd', null),
    E: { status: 'ok', value: null } as const,
    F: { status: 'unavailable', reason: gap('closed') } as const,
  };
  expect(lines({ permissionSetLicenses })).toEqual([
    "license | Permission set license A | granted | 'Sync' is assigned until 2026-10-03; its status is Active.",
    "license | Permission set license B | denied | 'Sync' is assigned until 2026-10-02; its status is Active.",
    "license | Permission set license C | denied | 'Sync' is assigned; its status is Disabled.",
    "license | Permission set license D | unknown | 'Sync' is assigned; its status is Odd.",
    'license | Permission set license E | denied | It is not assigned to the user.',
    'license | Permission set license F | unknown | Permission set license F could not be known: closed.',
  ]);
});

test('of a persona it is told in its words, with the places in its files', () => {
  const entry = { kind: 'system', permission: 'ApiEnabled', at: place(3) } as const;
  const systemPermissions = {
    ApiEnabled: granted(grant(container('permission-set', 'Extras'), { entry })),
    RunFlow: addable(denied(), container('permission-set', 'Extras'), place(9)),
    ViewSetup: notAssigned,
  };
  expect(lines({ subject: persona(), systemPermissions })).toEqual([
    "system | API Enabled | granted | Permission set 'Extras' grants API Enabled (extras.xml:3:9).",
    "system | Run Flows | denied | Nothing in the persona grants it. An entry for it would go into permission set 'Extras' (extras.xml:9:9).",
    "system | View Setup and Configuration | denied | Permission set 'Extras' would grant it: it is not in the persona.",
  ]);
});
