import { describe, expect, test } from 'vitest';
import { orgWith } from './small-org.ts';

const { org, as } = orgWith();
const auditor = as('auditor@small.example');
const id = (username: string) => org.userId(username) ?? '';
const sync = id('sync@small.example');

/** Rows without their attributes, nested ones too. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const { attributes: _, ...rest } = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([key, cell]) => [key, plain(cell)]));
};
const ask = (soql: string) => plain(org.query(soql, auditor));
const names = (soql: string) => org.query(soql, auditor).map((row) => row.Name ?? row.Username);

describe('What a query selects', () => {
  test('relationship paths nest, and end in null past an empty lookup', () => {
    const soql = `SELECT PermissionSet.Profile.Name, PermissionSet.Label, PermissionSetGroup.DeveloperName
      FROM PermissionSetAssignment WHERE AssigneeId = '${sync}' ORDER BY Id`;
    expect(ask(soql)).toEqual([
      {
        PermissionSet: { Profile: { Name: 'API Only' }, Label: expect.stringMatching(/^00e/) },
        PermissionSetGroup: null,
      },
      { PermissionSet: { Profile: null, Label: 'Sync' }, PermissionSetGroup: { DeveloperName: 'Sync' } },
      { PermissionSet: { Profile: null, Label: 'Step up' }, PermissionSetGroup: null },
    ]);
  });

  test('every row, nested ones too, carries its object and its address', () => {
    const [row] = org.query(
      `SELECT Id, PermissionSet.Id FROM PermissionSetAssignment WHERE AssigneeId = '${sync}' LIMIT 1`,
      auditor,
    );
    const url = (type: string, key: unknown) => `/services/data/v67.0/sobjects/${type}/${key}`;
    expect(row?.attributes).toEqual({
      type: 'PermissionSetAssignment',
      url: url('PermissionSetAssignment', row?.Id),
    });
    const set = row?.PermissionSet as { Id: string; attributes: unknown };
    expect(set.attributes).toEqual({ type: 'PermissionSet', url: url('PermissionSet', set.Id) });
  });

  test('columns come back in the spelling of the org, in the order asked for', () => {
    const [row] = org.query(`select LABEL, name, profile.NAME from permissionset limit 1`, auditor);
    expect(Object.keys(row ?? {})).toEqual(['attributes', 'Label', 'Name', 'Profile']);
  });

  test('FIELDS(STANDARD) is every standard column, as many as a real org has', () => {
    const [set] = org.query('SELECT FIELDS(STANDARD) FROM PermissionSet LIMIT 1', auditor);
    expect(Object.keys(set ?? {}).length).toBeGreaterThan(400);
    expect(set).toMatchObject({ Type: 'Profile', IsOwnedByProfile: true, PermissionsApiEnabled: true });
  });

  test('an alias or the object itself may stand in front of a field', () => {
    expect(names(`SELECT u.Username FROM User u WHERE u.IsActive = false`)).toEqual(['admin@small.example']);
    expect(names(`SELECT User.Username FROM User WHERE User.Profile.Name = 'Auditor'`)).toEqual([
      'auditor@small.example',
    ]);
  });

  test('a polymorphic lookup shows the name and kind of what it points to', () => {
    expect(ask(`SELECT License.Name FROM PermissionSet WHERE Profile.Name = 'Auditor'`)).toEqual([
      { License: { Name: 'Salesforce' } },
    ]);
  });

  test('COUNT() answers one bare row for each row counted', () => {
    expect(org.query('SELECT COUNT() FROM User', auditor)).toHaveLength(3);
    expect(org.query('SELECT COUNT() FROM User LIMIT 2', auditor)).toHaveLength(2);
  });

  test('aggregates group', () => {
    expect(ask('SELECT IsActive, COUNT(Id) n FROM User GROUP BY IsActive')).toEqual([
      { IsActive: true, n: 2 },
      { IsActive: false, n: 1 },
    ]);
    expect(ask('SELECT COUNT(Id), MIN(Username) FROM User')).toEqual([
      { expr0: 3, expr1: 'admin@small.example' },
    ]);
    expect(
      ask('SELECT Profile.Name, COUNT_DISTINCT(UserType) FROM User GROUP BY Profile.Name LIMIT 1'),
    ).toEqual([{ Name: 'Auditor', expr0: 1 }]);
  });
});

describe('Which rows a condition lets through', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [`Username = 'SYNC@small.example'`, ['sync']],
    [`Username != 'sync@small.example'`, ['auditor', 'admin']],
    [`Username IN ('sync@small.example', 'nobody')`, ['sync']],
    [`Username NOT IN ('sync@small.example')`, ['auditor', 'admin']],
    [`Username LIKE 's%'`, ['sync']],
    [`Username LIKE '%@SMALL.example' AND Alias LIKE '_____'`, ['auditor', 'admin']],
    [`(NOT Username LIKE 'a%')`, ['sync']],
    [`NOT (IsActive = true AND Alias = 'sync')`, ['auditor', 'admin']],
    [`Alias > 'audit'`, ['sync']],
    [`Alias >= 'AUDIT'`, ['auditor', 'sync']],
    [`Alias < 'audit'`, ['admin']],
    [`Alias <= 'audit' AND IsActive = TRUE`, ['auditor']],
    [`LastLoginDate = null`, ['auditor']],
    [`LastLoginDate != null`, ['sync', 'admin']],
    [`FirstName = ''`, ['sync']],
    [`LastLoginDate >= 2026-10-31T08:00:00Z`, ['sync']],
    [`LastLoginDate > 2026-10-31T08:00:00Z`, []],
    [`LastLoginDate < 2026-10-31T08:00:00.000Z`, ['admin']],
    [`LastLoginDate = YESTERDAY`, ['sync']],
    [`LastLoginDate = TODAY`, []],
    [`LastLoginDate < LAST_N_DAYS:30`, ['admin']],
    [`LastLoginDate >= LAST_N_DAYS:30`, ['sync']],
    [`LastLoginDate = LAST_MONTH`, ['sync']],
    [`LastLoginDate = THIS_YEAR`, ['sync', 'admin']],
    [`LastLoginDate = N_DAYS_AGO:1`, ['sync']],
    [`NumberOfFailedLogins = 0 AND (Alias = 'sync' OR Alias = 'admin')`, ['sync', 'admin']],
    [`Profile.Name = 'api only'`, ['sync']],
    [`Profile.UserLicense.Name = 'Salesforce' AND IsActive = false`, ['admin']],
    [`ProfileId IN (SELECT ProfileId FROM PermissionSet WHERE PermissionsModifyAllData = true)`, ['admin']],
    [
      `Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSetGroupId != null)`,
      ['auditor', 'admin'],
    ],
    [
      `Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Label = 'Step up')`,
      ['sync'],
    ],
    [`Name = 'O\\'Brien'`, []],
  ];
  test.each(cases)('%s', (condition, expected) => {
    const found = org.query(`SELECT Username FROM User WHERE ${condition}`, auditor);
    expect(found.map((row) => String(row.Username).replace('@small.example', ''))).toEqual(expected);
  });

  test('an Id is found by its 18 characters, by 15, and by 18 with its capitals lost', () => {
    for (const written of [sync, sync.slice(0, 15), sync.toLowerCase()]) {
      expect(ask(`SELECT Username FROM User WHERE Id = '${written}'`)).toEqual([
        { Username: 'sync@small.example' },
      ]);
    }
    expect(ask(`SELECT Username FROM User WHERE Id = '${sync.slice(0, 15).toUpperCase()}'`)).toEqual([]);
  });

  test('from 50.0 a lookup field is found with and without Id, and answered with it', () => {
    const found = (apiVersion: number, field: string) =>
      org
        .query(`SELECT Field FROM FieldPermissions WHERE Field = '${field}' LIMIT 1`, {
          ...auditor,
          apiVersion,
        })
        .map((row) => row.Field);
    expect(found(50, 'Contact.AccountId')).toEqual(['Contact.AccountId']);
    expect(found(50, 'contact.account')).toEqual(['Contact.AccountId']);
    expect(found(49, 'Contact.Account')).toEqual(['Contact.Account']);
    expect(found(49, 'Contact.AccountId')).toEqual([]);
  });
});

describe('In which order rows come', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Username', ['admin', 'auditor', 'sync']],
    ['Username DESC', ['sync', 'auditor', 'admin']],
    ['LastLoginDate', ['auditor', 'admin', 'sync']],
    ['LastLoginDate NULLS LAST', ['admin', 'sync', 'auditor']],
    ['LastLoginDate DESC NULLS LAST', ['sync', 'admin', 'auditor']],
    ['IsActive, Username DESC', ['admin', 'sync', 'auditor']],
    ['Profile.Name', ['sync', 'auditor', 'admin']],
    ['Username LIMIT 1 OFFSET 1', ['auditor']],
    ['Username LIMIT 0', []],
  ];
  test.each(cases)('ORDER BY %s', (order, expected) => {
    const found = org.query(`SELECT Username FROM User ORDER BY ${order}`, auditor);
    expect(found.map((row) => String(row.Username).replace('@small.example', ''))).toEqual(expected);
  });
});
