import { describe, expect, test } from 'vitest';
import { visibilityRules } from '../../../src/emulator/org/visibility.ts';
import { orgWith, smallOrg } from './small-org.ts';

/** What a caller gets for all rows of an object: how many, or the refusal's code. */
function seenBy(
  system: readonly string[],
  object: string,
  surface: 'data' | 'tooling' = 'data',
): number | string {
  const { org, as } = orgWith({
    profiles: smallOrg.profiles.map((profile) =>
      profile.name === 'API Only' ? { ...profile, system } : profile,
    ),
  });
  const reified = ['FieldDefinition', 'EntityParticle'].includes(object)
    ? " WHERE EntityDefinition.QualifiedApiName = 'Account'"
    : '';
  const column = surface === 'tooling' || reified !== '' ? 'DurableId' : 'Id';
  try {
    return org.query(`SELECT ${column} FROM ${object}${reified}`, as('sync@small.example', { surface }))
      .length;
  } catch (error) {
    return (error as { errorCode: string }).errorCode;
  }
}

describe('Who may see what', () => {
  const cases: readonly (readonly [string, number | string, number | string])[] = [
    // With nothing but API access; with View Setup.
    ['PermissionSet', 3, 7],
    ['PermissionSetAssignment', 3, 5],
    ['ObjectPermissions', 0, 10],
    ['FieldPermissions', 0, 7],
    ['SetupEntityAccess', 0, 2],
    ['PermissionSetLicense', 0, 1],
    ['PermissionSetLicenseAssign', 1, 1],
    ['PermissionSetGroup', 'INVALID_TYPE', 1],
    ['PermissionSetGroupComponent', 'INVALID_TYPE', 3],
    ['MutingPermissionSet', 'INVALID_TYPE', 1],
    ['SessionPermSetActivation', 'INVALID_TYPE', 0],
    ['FlowDefinitionView', 3, 3],
    ['UserLogin', 'INVALID_TYPE', 'INVALID_TYPE'],
    ['User', 3, 3],
    ['Organization', 1, 1],
    ['UserPermissionAccess', 1, 1],
    ['Contact', 0, 0],
  ];
  test.each(cases)('%s: %s without View Setup, %s with it', (object, without, withSetup) => {
    const ungrouped = (system: readonly string[]) => seenBy(system, object);
    expect([ungrouped(['ApiEnabled']), ungrouped(['ApiEnabled', 'ViewSetup'])]).toEqual([without, withSetup]);
  });

  test('UserLogin needs Manage Users', () => expect(seenBy(['ManageUsers'], 'UserLogin')).toBe(3));

  test('flows need View Setup or Manage Flow, which the caller has by its group', () => {
    const { org, as } = orgWith({ absentPermissions: ['ManageInteraction'] });
    expect(() => org.query('SELECT Id FROM FlowDefinitionView', as('sync@small.example'))).toThrow(
      "sObject type 'FlowDefinitionView' is not supported",
    );
  });

  test('the Tooling catalogue needs View Setup', () => {
    expect(seenBy(['ApiEnabled'], 'FieldDefinition', 'tooling')).toBe('INVALID_TYPE');
    expect(seenBy(['ApiEnabled'], 'EntityParticle', 'tooling')).toBe('INVALID_TYPE');
    expect(seenBy(['ViewSetup'], 'FieldDefinition', 'tooling')).toBe(12);
  });

  test('a query may not go around it by a relationship', () => {
    const { org, as } = orgWith();
    const caller = as('sync@small.example');
    expect(() =>
      org.query('SELECT PermissionSetGroup.DeveloperName FROM PermissionSetAssignment', caller),
    ).toThrow("Didn't understand relationship 'PermissionSetGroup' in field path.");
  });

  test('the table names no object twice on one surface, and each rule says how far it is trusted', () => {
    const keys = visibilityRules.flatMap(({ object, surface }) =>
      (surface === undefined ? ['data', 'tooling'] : [surface]).map((one) => `${object} ${one}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(visibilityRules.filter(({ trust }) => !/\b[Vvu]\b/.test(trust))).toEqual([]);
  });
});

describe('Data of the org follows the caller’s own rights', () => {
  const { org, as } = orgWith();
  const sync = as('sync@small.example');
  const fields = (username: string) =>
    (org.describe('Account', as(username)) as { fields: { name: string; updateable: boolean }[] }).fields;
  const names = (username: string) => fields(username).map(({ name }) => name);

  test('a describe leaves out fields that field-level security hides', () => {
    expect(names('sync@small.example')).toEqual([
      'Id',
      'Name',
      'Industry',
      'Score__c',
      'IsDeleted',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ]);
  });

  test('View All Data shows the object, not its fields', () => {
    expect(names('admin@small.example')).not.toContain('Industry');
    expect(names('admin@small.example')).toContain('Name');
  });

  test('what cannot be edited is not updateable', () => {
    const updateable = Object.fromEntries(
      fields('sync@small.example').map((field) => [field.name, field.updateable]),
    );
    expect(updateable).toMatchObject({ Industry: true, Score__c: false, Name: true, Id: false });
  });

  test('an object the caller cannot read does not exist', () => {
    const auditor = as('auditor@small.example');
    expect(() => org.query('SELECT Id FROM Account', auditor)).toThrow(
      "sObject type 'Account' is not supported",
    );
    expect(() => org.describe('Account', auditor)).toThrow('The requested resource does not exist');
    expect(org.objectNames(auditor)).not.toContain('Account');
    expect(org.objectNames(sync)).toContain('Account');
  });

  test('the Tooling catalogue shows all fields, the data surface only those the caller reads', () => {
    const both = orgWith({
      profiles: smallOrg.profiles.map((profile) =>
        profile.name === 'API Only' ? { ...profile, system: ['ViewSetup'] } : profile,
      ),
    });
    const soql =
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account'";
    const seen = (surface: 'data' | 'tooling') =>
      both.org.query(soql, both.as('sync@small.example', { surface })).map((row) => row.QualifiedApiName);
    expect(seen('tooling')).toContain('iv__InsideView_Company_ID__c');
    expect(seen('data')).not.toContain('iv__InsideView_Company_ID__c');
  });
});

describe('A permission counts for its caller', () => {
  const may = (assignment: object, permission: string) => {
    const { org } = orgWith({
      users: smallOrg.users.map((user) =>
        user.alias === 'sync' ? { ...user, assignments: [assignment] } : user,
      ) as typeof smallOrg.users,
    });
    return org.callerMay(org.userId('sync@small.example') ?? '', permission);
  };
  const cases: readonly (readonly [string, object, string, boolean])[] = [
    ['from the profile', { permissionSet: 'System' }, 'ApiEnabled', true],
    ['from a set', { permissionSet: 'System' }, 'ManageInteraction', true],
    ['from a group', { group: 'Sync' }, 'RunFlow', true],
    ['not where the group mutes it', { group: 'Sync' }, 'ViewAllData', false],
    [
      'not from an assignment that has expired',
      { permissionSet: 'System', expires: '2026-10-31T00:00:00Z' },
      'ViewAllData',
      false,
    ],
    [
      'until the assignment expires',
      { permissionSet: 'System', expires: '2026-11-02T00:00:00Z' },
      'ViewAllData',
      true,
    ],
    ['not from an inactive assignment', { permissionSet: 'System', active: false }, 'ViewAllData', false],
    ['not from a revoked one', { permissionSet: 'System', revoked: true }, 'ViewAllData', false],
    ['not from a session-based set', { permissionSet: 'Step_Up' }, 'CustomizeApplication', false],
    [
      'from a session-based set once activated',
      { permissionSet: 'Step_Up', sessionActive: true },
      'CustomizeApplication',
      true,
    ],
  ];
  test.each(cases)('%s', (_, assignment, permission, expected) => {
    expect(may(assignment, permission)).toBe(expected);
  });
});
