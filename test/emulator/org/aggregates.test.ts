import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOrg } from '../../../src/emulator/org/create-org.ts';
import type {
  ObjectRightName,
  OrgDescription,
  PermissionEntries,
  PermissionSetGroupDescription,
} from '../../../src/emulator/org-description.ts';
import { runs } from '../../runs.ts';
import { smallOrg } from './small-org.ts';

const rightColumns = {
  PermissionsRead: 'read',
  PermissionsCreate: 'create',
  PermissionsEdit: 'edit',
  PermissionsDelete: 'delete',
  PermissionsViewAllRecords: 'viewAllRecords',
  PermissionsModifyAllRecords: 'modifyAllRecords',
  PermissionsViewAllFields: 'viewAllFields',
} as const satisfies Readonly<Record<string, ObjectRightName>>;
const system = ['RunFlow', 'ViewAllData', 'ModifyAllData', 'ManageUsers', 'ApiEnabled'];

/** Reads, from the rows of an org, what a set grants as flat facts such as `Account.delete`. Inferred rows are left out. */
function factReader(description: OrgDescription): (where: string, object?: string) => readonly string[] {
  const org = createOrg(description);
  const userId = org.userId('auditor@small.example') ?? '';
  const ask = (soql: string) => org.query(soql, { caller: { userId }, surface: 'data', apiVersion: 67 });
  return (where, object = 'PermissionSet') => {
    const [set] = ask(`SELECT FIELDS(STANDARD) FROM ${object} WHERE ${where}`);
    if (set === undefined) throw new Error(`No set ${where}`);
    const rows = (child: string) => ask(`SELECT FIELDS(STANDARD) FROM ${child} WHERE ParentId = '${set.Id}'`);
    return [
      ...system.filter((name) => set[`Permissions${name}`] === true),
      ...rows('ObjectPermissions')
        .filter((row) => !String(row.Id).startsWith('000'))
        .flatMap((row) =>
          Object.entries(rightColumns)
            .filter(([column]) => row[column] === true)
            .map(([, right]) => `${row.SobjectType}.${right}`),
        ),
      ...rows('FieldPermissions').flatMap((row) => [
        ...(row.PermissionsRead === true ? [`${row.Field} read`] : []),
        ...(row.PermissionsEdit === true ? [`${row.Field} edit`] : []),
      ]),
      ...rows('SetupEntityAccess').map((row) => `flow ${row.SetupEntityId}`),
    ].sort();
  };
}

const withGroup = (
  group: Partial<PermissionSetGroupDescription>,
  sets: Readonly<Record<string, PermissionEntries>>,
): OrgDescription => ({
  ...smallOrg,
  permissionSets: Object.entries(sets).map(([name, entries]) => ({ name, label: name, ...entries })),
  permissionSetGroups: [{ name: 'G', label: 'G', members: Object.keys(sets), ...group }],
  users: smallOrg.users.map(({ assignments: _, ...user }) => user),
});
const groupSet = `Name = 'G' AND Type = 'Group'`;
const aggregate = (description: OrgDescription) => factReader(description)(groupSet);
const muting = (entries: PermissionEntries) => ({ muting: { name: 'M', label: 'M', ...entries } });

describe('What a set is saved with', () => {
  const cases: readonly (readonly [string, PermissionEntries, readonly string[]])[] = [
    ['Create brings Read', { objects: { Account: ['create'] } }, ['Account.create', 'Account.read']],
    [
      'Delete brings Read and Edit',
      { objects: { Account: ['delete'] } },
      ['Account.delete', 'Account.edit', 'Account.read'],
    ],
    [
      'View All brings Read',
      { objects: { Account: ['viewAllRecords'] } },
      ['Account.read', 'Account.viewAllRecords'],
    ],
    [
      'Modify All brings all but Create',
      { objects: { Account: ['modifyAllRecords'] } },
      [
        'Account.delete',
        'Account.edit',
        'Account.modifyAllRecords',
        'Account.read',
        'Account.viewAllRecords',
      ],
    ],
    ['no rights are no row', { objects: { Account: [] } }, []],
    [
      'editing a field is reading it',
      { fields: { 'Account.Industry': 'edit' } },
      ['Account.Industry edit', 'Account.Industry read'],
    ],
    ['a formula can only be read', { fields: { 'Account.Score__c': 'edit' } }, ['Account.Score__c read']],
    ['Modify All Data brings View All Data', { system: ['ModifyAllData'] }, ['ModifyAllData', 'ViewAllData']],
  ];
  test.each(cases)('%s', (_, entries, expected) => {
    expect(factReader(withGroup({}, { A: entries }))(`Name = 'A'`)).toEqual(expected);
  });
});

describe('What a group grants', () => {
  const a: PermissionEntries = {
    objects: { Account: ['modifyAllRecords'] },
    fields: { 'Account.Industry': 'edit' },
    system: ['RunFlow'],
  };
  const b: PermissionEntries = {
    objects: { Account: ['create'], Contact: ['read'] },
    fields: { 'Account.Industry': 'read' },
    system: ['ModifyAllData'],
    flows: ['Enrich'],
  };
  const everything = [
    'Account.Industry edit',
    'Account.Industry read',
    'Account.create',
    'Account.delete',
    'Account.edit',
    'Account.modifyAllRecords',
    'Account.read',
    'Account.viewAllRecords',
    'Contact.read',
    'ModifyAllData',
    'RunFlow',
    'ViewAllData',
    expect.stringMatching(/^flow 300/),
  ];
  const cases: readonly (readonly [string, PermissionEntries | undefined, readonly string[]])[] = [
    ['without muting: all its members grant', undefined, []],
    [
      'muting Delete takes Modify All too',
      { objects: { Account: ['delete'] } },
      ['Account.delete', 'Account.modifyAllRecords'],
    ],
    [
      'muting Modify All leaves the rest',
      { objects: { Account: ['modifyAllRecords'] } },
      ['Account.modifyAllRecords'],
    ],
    [
      'muting Read takes everything on the object',
      { objects: { Account: ['read'] } },
      ['create', 'delete', 'edit', 'modifyAllRecords', 'read', 'viewAllRecords'].map(
        (right) => `Account.${right}`,
      ),
    ],
    [
      'muting Edit of a field leaves it readable',
      { fields: { 'Account.Industry': 'edit' } },
      ['Account.Industry edit'],
    ],
    [
      'muting Read of a field takes both',
      { fields: { 'Account.Industry': 'read' } },
      ['Account.Industry edit', 'Account.Industry read'],
    ],
    [
      'muting View All Data takes Modify All Data too',
      { system: ['ViewAllData'] },
      ['ModifyAllData', 'ViewAllData'],
    ],
    ['muting Modify All Data leaves View All Data', { system: ['ModifyAllData'] }, ['ModifyAllData']],
  ];
  test.each(cases)('%s', (_, muted, taken) => {
    const group = muted === undefined ? {} : muting(muted);
    expect(aggregate(withGroup(group, { A: a, B: b }))).toEqual(
      everything.filter((fact) => !taken.includes(fact as string)),
    );
  });

  test('muting a flow takes its access', () => {
    expect(aggregate(withGroup(muting({ flows: ['Enrich'] }), { B: { flows: ['Enrich'] } }))).toEqual([]);
  });

  test('a muting set answers what it takes, under its own Id', () => {
    const description = withGroup(
      muting({
        objects: { Account: ['delete'] },
        fields: { 'Account.Industry': 'edit' },
        system: ['RunFlow'],
      }),
      { A: a },
    );
    expect(factReader(description)(`DeveloperName = 'M'`, 'MutingPermissionSet')).toEqual([
      'Account.Industry edit',
      'Account.delete',
      'Account.modifyAllRecords',
      'RunFlow',
    ]);
  });

  test('while a group is not up to date its aggregate answers the older state, if there is one', () => {
    const stale = { staleAggregate: { system: ['RunFlow'] } };
    const outdated = withGroup({ status: 'Outdated', ...stale }, { B: { system: ['ManageUsers'] } });
    expect(aggregate(outdated)).toEqual(['RunFlow']);
    expect(aggregate(withGroup({ status: 'Updated', ...stale }, { B: { system: ['ManageUsers'] } }))).toEqual(
      ['ManageUsers'],
    );
    expect(aggregate(withGroup({ status: 'Failed' }, { B: { system: ['ManageUsers'] } }))).toEqual([
      'ManageUsers',
    ]);
  });
});

describe('Whatever the members and the muting', () => {
  const entries: fc.Arbitrary<PermissionEntries> = fc.record({
    system: fc.subarray(system),
    objects: fc.dictionary(
      fc.constantFrom('Account', 'Contact'),
      fc.subarray(Object.values(rightColumns) as ObjectRightName[]),
      { noNullPrototype: true },
    ),
    fields: fc.dictionary(
      fc.constantFrom('Account.Industry', 'Contact.AccountId'),
      fc.constantFrom('read' as const, 'edit' as const),
      { noNullPrototype: true },
    ),
    flows: fc.subarray(['Enrich', 'Old_Screen']),
  });

  test('an aggregate without muting is the union of its members, and with muting part of it, less all that is muted', () => {
    fc.assert(
      fc.property(entries, entries, entries, (a, b, muted) => {
        const plain = factReader(withGroup({}, { A: a, B: b }));
        const union = [...new Set([...plain(`Name = 'A'`), ...plain(`Name = 'B'`)])].sort();
        expect(plain(groupSet)).toEqual(union);
        const withMuting = factReader(withGroup(muting(muted), { A: a, B: b }));
        const left = withMuting(groupSet);
        const taken = withMuting(`DeveloperName = 'M'`, 'MutingPermissionSet');
        expect(left.filter((fact) => !union.includes(fact))).toEqual([]);
        expect(left.filter((fact) => taken.includes(fact))).toEqual([]);
        expect(union.filter((fact) => !taken.includes(fact) && !left.includes(fact))).toEqual([]);
      }),
      runs(24),
    );
  });
});
