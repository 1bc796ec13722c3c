import { describe, expect, test } from 'vitest';
import { orgWith, smallOrg } from './small-org.ts';

const { org, as } = orgWith();
const auditor = as('auditor@small.example');
const tooling = { ...auditor, surface: 'tooling' as const };

describe('Rows an org computes', () => {
  test('a group’s muting set is a component with its own Id and no permission set', () => {
    const rows = org.query(
      'SELECT PermissionSetId, PermissionSet.Name FROM PermissionSetGroupComponent ORDER BY Id',
      auditor,
    );
    expect(rows.map((row) => (row.PermissionSet as { Name: string } | null)?.Name ?? null)).toEqual([
      'Objects',
      'System',
      null,
    ]);
    expect(rows[2]?.PermissionSetId).toMatch(/^0QM/);
  });

  test('an assignment of a group names its aggregate set and the group', () => {
    const [row] = org.query(
      "SELECT PermissionSet.Type, PermissionSet.PermissionSetGroupId, PermissionSetGroupId FROM PermissionSetAssignment WHERE PermissionSetGroup.DeveloperName = 'Sync'",
      auditor,
    );
    const set = row?.PermissionSet as { Type: string; PermissionSetGroupId: string };
    expect(set).toMatchObject({ Type: 'Group', PermissionSetGroupId: row?.PermissionSetGroupId });
    expect(row?.PermissionSetGroupId).toMatch(/^0PG/);
  });

  test('inferred access shows as placeholder rows beside explicit ones, on every object with permissions', () => {
    const rows = org.query(
      "SELECT Id, SobjectType, PermissionsRead, PermissionsCreate, PermissionsModifyAllRecords FROM ObjectPermissions WHERE Parent.Profile.Name = 'System Administrator'",
      auditor,
    );
    expect(rows.map(({ attributes: _, ...row }) => row)).toEqual(
      ['Account', 'Contact'].map((SobjectType) => ({
        Id: '000000000000000AAA',
        SobjectType,
        PermissionsRead: true,
        PermissionsCreate: false,
        PermissionsModifyAllRecords: true,
      })),
    );
  });

  test('rows of a muting set hang on its Id, and its parent as a permission set is null', () => {
    const rows = org.query(
      "SELECT ParentId, Parent.Name FROM ObjectPermissions WHERE SobjectType = 'Account'",
      auditor,
    );
    expect(rows.filter((row) => String(row.ParentId).startsWith('0QM')).map((row) => row.Parent)).toEqual([
      null,
    ]);
  });

  test('securable objects and fields are the pick lists of the permission objects', () => {
    const valuesOf = (object: string, field: string, apiVersion = 67) => {
      const { fields } = org.describe(object, { ...auditor, apiVersion }) as unknown as {
        fields: { name: string; picklistValues: { value: string }[] }[];
      };
      return fields.find(({ name }) => name === field)?.picklistValues.map(({ value }) => value);
    };
    expect(valuesOf('ObjectPermissions', 'SobjectType')).toEqual(['Account', 'Contact']);
    expect(valuesOf('FieldPermissions', 'SobjectType')).toEqual(['Account', 'Contact', 'Task']);
    expect(valuesOf('FieldPermissions', 'Field')).toEqual([
      'Account.ParentId',
      'Account.Industry',
      'Account.Score__c',
      'Account.iv__InsideView_Company_ID__c',
      'Contact.AccountId',
      'Task.Subject',
    ]);
    expect(valuesOf('FieldPermissions', 'Field', 49)).toContain('Account.Parent');
  });

  test('a session activation is a row', () => {
    const activated = orgWith({
      users: smallOrg.users.map((user) =>
        user.alias === 'sync'
          ? { ...user, assignments: [{ permissionSet: 'Step_Up', sessionActive: true }] }
          : user,
      ),
    });
    const rows = activated.org.query(
      'SELECT PermissionSet.Name, User.Username FROM SessionPermSetActivation',
      activated.as('auditor@small.example'),
    );
    expect(rows).toMatchObject([
      { PermissionSet: { Name: 'Step_Up' }, User: { Username: 'sync@small.example' } },
    ]);
  });

  test('one record is retrieved with all its fields, or not found', () => {
    const id = org.userId('SYNC@small.example') ?? '';
    expect(org.retrieve('user', id, auditor)).toMatchObject({
      Id: id,
      Name: 'Sync',
      LastName: 'Sync',
      FirstName: null,
      IsActive: true,
    });
    expect(() => org.retrieve('User', '005gS0000000099', auditor)).toThrow(
      'The requested resource does not exist',
    );
    expect(() => org.retrieve('User', 'me', auditor)).toThrow(
      'Provided external ID field does not exist or is not accessible: me',
    );
    expect(() => org.retrieve('ScratchOrgInfo', id, auditor)).toThrow(
      'The requested resource does not exist',
    );
  });

  test('the same description gives the same rows', () => {
    const again = orgWith();
    const soql = 'SELECT FIELDS(STANDARD) FROM ObjectPermissions';
    expect(again.org.query(soql, auditor)).toEqual(org.query(soql, auditor));
  });
});

describe('Flows', () => {
  test('the view lists every flow, active or not, without saying which restrict access', () => {
    const rows = org.query(
      'SELECT ApiName, IsActive, NamespacePrefix, InstalledPackageName, ActiveVersionId FROM FlowDefinitionView ORDER BY ApiName',
      auditor,
    );
    expect(rows).toMatchObject([
      {
        ApiName: 'Enrich',
        IsActive: true,
        NamespacePrefix: null,
        ActiveVersionId: expect.stringMatching(/^301/),
      },
      { ApiName: 'iv__Sync', IsActive: true, NamespacePrefix: 'iv', InstalledPackageName: 'InsideView' },
      { ApiName: 'Old_Screen', IsActive: false, ActiveVersionId: null },
    ]);
    expect(() =>
      org.query('SELECT IsAdditionalPermissionRequiredToRun FROM FlowDefinitionView', auditor),
    ).toThrow('No such column');
  });

  test('metadata comes for one flow at a time, and never for a managed one', () => {
    const metadata = (where: string) =>
      org.query(`SELECT Metadata FROM Flow WHERE ${where}`, tooling)[0]?.Metadata;
    expect(metadata("MasterLabel = 'Enrich'")).toMatchObject({ isAdditionalPermissionRequiredToRun: true });
    expect(metadata("MasterLabel = 'Old screen'")).toMatchObject({
      isAdditionalPermissionRequiredToRun: null,
    });
    expect(metadata("MasterLabel = 'Sync'")).toBeNull();
    expect(() => org.query('SELECT Id, Metadata FROM Flow', tooling)).toThrow(
      'the query qualifications must specify no more than one row for retrieval. Result size: 3',
    );
  });

  test('a grant of a flow names its definition, from 58.0', () => {
    const soql = "SELECT SetupEntityId, SetupEntityType FROM SetupEntityAccess WHERE Parent.Name = 'Objects'";
    const [definition] = org.query("SELECT Id FROM FlowDefinition WHERE DeveloperName = 'Enrich'", tooling);
    expect(org.query(soql, auditor)).toMatchObject([
      { SetupEntityId: definition?.Id, SetupEntityType: 'FlowDefinition' },
    ]);
    expect(org.query(soql, { ...auditor, apiVersion: 57 })).toEqual([]);
  });
});

describe('The field catalogue', () => {
  test('says of a field what Setup and the API say', () => {
    const ask = (object: string, columns: string, field: string) =>
      org.query(
        `SELECT ${columns} FROM ${object} WHERE EntityDefinition.QualifiedApiName = 'Account' AND QualifiedApiName = '${field}'`,
        tooling,
      )[0];
    expect(
      ask(
        'FieldDefinition',
        'DataType, Label, IsFlsEnabled, IsCalculated, IsNillable, NamespacePrefix, DeveloperName',
        'iv__insideview_company_id__c',
      ),
    ).toMatchObject({
      DataType: 'Text(40)',
      Label: 'InsideView Company Id',
      IsFlsEnabled: true,
      IsCalculated: false,
      IsNillable: true,
      NamespacePrefix: 'iv',
      DeveloperName: 'InsideView_Company_ID',
    });
    expect(ask('FieldDefinition', 'IsFlsEnabled, IsNillable', 'Name')).toMatchObject({
      IsFlsEnabled: false,
      IsNillable: false,
    });
    expect(
      ask(
        'EntityParticle',
        'DataType, IsCalculated, IsAutonumber, IsPermissionable, IsCreatable, IsUpdatable',
        'Score__c',
      ),
    ).toMatchObject({
      DataType: 'double',
      IsCalculated: true,
      IsAutonumber: false,
      IsPermissionable: true,
      IsCreatable: false,
      IsUpdatable: false,
    });
    expect(ask('EntityParticle', 'EntityDefinition.Label, RelationshipName', 'ParentId')).toMatchObject({
      EntityDefinition: { Label: 'Account' },
      RelationshipName: 'Parent',
    });
  });
});

describe('What exists hangs on the version, the edition and the org', () => {
  const columnsOf = (object: string, apiVersion: number, change: Parameters<typeof orgWith>[0] = {}) => {
    const changed = orgWith(change);
    const { fields } = changed.org.describe(
      object,
      changed.as('auditor@small.example', { apiVersion }),
    ) as unknown as { fields: { name: string }[] };
    return fields.map(({ name }) => name);
  };
  const versions: readonly (readonly [string, string, number])[] = [
    ['PermissionSetAssignment', 'IsActive', 52],
    ['PermissionSetAssignment', 'ExpirationDate', 52],
    ['PermissionSetGroup', 'HasActivationRequired', 53],
    ['ObjectPermissions', 'PermissionsViewAllFields', 63],
    ['PermissionSet', 'PermissionsViewAllFieldsGlobal', 63],
    ['PermissionSet', 'Type', 46],
    ['SessionPermSetActivation', 'PermissionSetGroupId', 53],
  ];
  test.each(versions)('%s.%s is there from %d.0', (object, column, since) => {
    expect(columnsOf(object, since)).toContain(column);
    expect(columnsOf(object, since - 1)).not.toContain(column);
  });

  test('IsRevoked exists only where user access policies are in use, from 57.0', () => {
    const users = smallOrg.users.map((user) => ({
      ...user,
      assignments: [{ permissionSet: 'System', revoked: false }],
    }));
    expect(columnsOf('PermissionSetAssignment', 67)).not.toContain('IsRevoked');
    expect(columnsOf('PermissionSetAssignment', 67, { users })).toContain('IsRevoked');
    expect(columnsOf('PermissionSetAssignment', 56, { users })).not.toContain('IsRevoked');
  });

  test('PasswordExpirationDate exists only where a user has one', () => {
    const users = smallOrg.users.map((user) => ({ ...user, passwordExpires: '2026-12-01T00:00:00Z' }));
    expect(columnsOf('User', 67)).not.toContain('PasswordExpirationDate');
    expect(columnsOf('User', 67, { users })).toContain('PasswordExpirationDate');
  });

  test('a permission the org lacks is no column anywhere, and no set can hold it', () => {
    const change = { absentPermissions: ['ManageInteraction'] };
    for (const object of ['PermissionSet', 'Profile', 'MutingPermissionSet', 'UserPermissionAccess']) {
      expect(columnsOf(object, 67)).toContain('PermissionsManageInteraction');
      expect(columnsOf(object, 67, change)).not.toContain('PermissionsManageInteraction');
    }
    const lacking = orgWith(change);
    const user = lacking.org.userId('sync@small.example') ?? '';
    expect(lacking.org.callerMay(user, 'ManageInteraction')).toBe(false);
  });

  test('Professional Edition has no Apex, and so no column for it', () => {
    const organization = { name: 'Small', type: 'Professional Edition' };
    expect(columnsOf('UserPermissionAccess', 67)).toContain('PermissionsAuthorApex');
    expect(columnsOf('UserPermissionAccess', 67, { organization })).not.toContain('PermissionsAuthorApex');
  });

  test('three permissions keep an older name on Profile', () => {
    expect(columnsOf('Profile', 67)).toContain('PermissionsInstallMultiforce');
    expect(columnsOf('PermissionSet', 67)).toContain('PermissionsInstallPackaging');
  });
});
