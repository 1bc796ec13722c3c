import { describe, expect, test } from 'vitest';
import { SalesforceError } from '../../../src/emulator/emulated-org.ts';
import { orgWith } from './small-org.ts';

const { org, as } = orgWith();
const auditor = as('auditor@small.example');

function refusalOf(soql: string, context = auditor): { status: number; errorCode: string; message: string } {
  try {
    org.query(soql, context);
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { status: error.status, errorCode: error.errorCode, message: error.message };
  }
  throw new Error(`Answered: ${soql}`);
}

const toColumn =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

describe('Queries are refused in the words of an org', () => {
  test('an unknown column names itself, its object, and its place', () => {
    expect(refusalOf('SELECT Id, PermissionsNothing FROM PermissionSet')).toEqual({
      status: 400,
      errorCode: 'INVALID_FIELD',
      message: `\nSELECT Id, PermissionsNothing FROM PermissionSet\n           ^\nERROR at Row:1:Column:12\nNo such column 'PermissionsNothing' on entity 'PermissionSet'. ${toColumn}`,
    });
  });

  test('of a long query only the words around the culprit are shown', () => {
    const { message } = refusalOf(
      'SELECT PermissionsModifyAllData, PermissionsNothing, PermissionsApiEnabled, PermissionsInstallPackaging FROM UserPermissionAccess LIMIT 1',
    );
    expect(message).toMatch(
      /^\nSELECT PermissionsModifyAllData, PermissionsNothing, PermissionsApiEnabled\n {33}\^\nERROR at Row:1:Column:34\n/,
    );
  });

  test('the row is counted too', () => {
    expect(refusalOf('SELECT Id\nFROM User\nWHERE Nothing = 1').message).toContain('ERROR at Row:3:Column:7');
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ['SELECT Id FROM ScratchOrgInfo', 'INVALID_TYPE', "sObject type 'ScratchOrgInfo' is not supported."],
    ['SELECT Id FROM Flow', 'INVALID_TYPE', "sObject type 'Flow' is not supported."],
    ['SELECT Foo.Name FROM User', 'INVALID_FIELD', "Didn't understand relationship 'Foo' in field path."],
    ['SELECT Profile.Foo FROM User', 'INVALID_FIELD', "No such column 'Foo' on entity 'Profile'"],
    [
      'SELECT Id FROM User WHERE Profile.Foo = 1',
      'INVALID_FIELD',
      "No such column 'Foo' on entity 'Profile'",
    ],
    ['SELECT Id FROM User ORDER BY Foo', 'INVALID_FIELD', "No such column 'Foo' on entity 'User'"],
    [
      'SELECT License.DeveloperName FROM PermissionSet',
      'INVALID_FIELD',
      "No such column 'DeveloperName' on entity 'Name'",
    ],
    ['SELECT Id, id FROM User', 'INVALID_FIELD', 'duplicate field selected: Id'],
    ['SELECT Id, FIELDS(STANDARD) FROM User', 'INVALID_FIELD', 'duplicate field selected: Id'],
    [
      'SELECT FIELDS(ALL) FROM User',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
      'SELECT FIELDS(ALL) FROM User LIMIT 201',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    ['SELECT Name n FROM User', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
    ['SELECT Id FROM User WHERE', 'MALFORMED_QUERY', "unexpected token: '<EOF>'"],
    ['SELECT FROM User', 'MALFORMED_QUERY', "unexpected token: 'FROM'"],
    ['', 'MALFORMED_QUERY', "unexpected token: '<EOF>'"],
    [
      "SELECT Id FROM User WHERE Alias = 'a' AND Alias = 'b' OR Alias = 'c'",
      'MALFORMED_QUERY',
      "unexpected token: 'OR'",
    ],
    [
      "SELECT Id FROM User WHERE IsActive = 'true'",
      'INVALID_FIELD',
      "value of filter criterion for field 'IsActive' must be of type boolean and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM User WHERE Alias = 5',
      'INVALID_FIELD',
      "value of filter criterion for field 'Alias' must be of type string and should be enclosed in quotes",
    ],
    ["SELECT Id FROM User WHERE LastLoginDate > '2026-01-01'", 'INVALID_FIELD', 'must be of type dateTime'],
    ['SELECT Id FROM User WHERE LastLoginDate > 2026-01-01', 'INVALID_FIELD', 'must be of type dateTime'],
    [
      "SELECT Id FROM User WHERE Id = 'somebody'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: somebody',
    ],
    [
      'SELECT Id FROM User WHERE Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSetId IN (SELECT Id FROM PermissionSet))',
      'MALFORMED_QUERY',
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      "SELECT Id FROM User WHERE Alias = 'x' OR Id IN (SELECT AssigneeId FROM PermissionSetAssignment)",
      'MALFORMED_QUERY',
      "Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    [
      'SELECT Id FROM User WHERE (NOT Id IN (SELECT AssigneeId FROM PermissionSetAssignment))',
      'MALFORMED_QUERY',
      'Semi join sub-selects are not allowed',
    ],
    [
      'SELECT Id FROM User WHERE Id IN (SELECT Id FROM User)',
      'MALFORMED_QUERY',
      'The inner and outer selects should not be on the same object type',
    ],
    [
      'SELECT Id FROM User WHERE Id IN (SELECT PermissionSetId FROM PermissionSetAssignment)',
      'MALFORMED_QUERY',
      'should point to the same object type',
    ],
    [
      'SELECT Alias, COUNT(Id) FROM User GROUP BY ProfileId',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Alias',
    ],
    ['SELECT Id FROM User WITH SECURITY_ENFORCED', 'MALFORMED_QUERY', "unexpected token: 'WITH'"],
    [
      'SELECT Id, (SELECT Id FROM Assignments) FROM PermissionSet',
      'NOT_IMPLEMENTED',
      'The emulator does not answer subqueries',
    ],
    ['SELECT FORMAT(Name) x FROM User', 'NOT_IMPLEMENTED', 'The emulator does not answer FORMAT()'],
    ['SELECT Id FROM User WHERE DAY_ONLY(LastLoginDate) = TODAY', 'NOT_IMPLEMENTED', 'functions in WHERE'],
    ['SELECT Id FROM User WHERE LastLoginDate = THIS_WEEK', 'NOT_IMPLEMENTED', 'the date literal THIS_WEEK'],
  ];
  test.each(cases)('%s', (soql, errorCode, message) => {
    const refusal = refusalOf(soql);
    expect(refusal.errorCode).toBe(errorCode);
    expect(refusal.message).toContain(message);
  });

  test('FIELDS() is younger than 51.0', () => {
    expect(refusalOf('SELECT FIELDS(STANDARD) FROM User', { ...auditor, apiVersion: 50 }).errorCode).toBe(
      'MALFORMED_QUERY',
    );
  });
});

describe('The metadata catalogue answers less than tables do', () => {
  const tooling = { ...auditor, surface: 'tooling' as const };
  const cases: readonly (readonly [string, string])[] = [
    [
      'SELECT QualifiedApiName FROM FieldDefinition',
      'FieldDefinition: a filter on a reified column is required [EntityDefinitionId,DurableId]',
    ],
    [
      "SELECT QualifiedApiName FROM EntityParticle WHERE Label = 'x'",
      'EntityParticle: a filter on a reified column is required [EntityDefinitionId,FieldDefinitionId,DurableId]',
    ],
    [
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' OR EntityDefinition.QualifiedApiName = 'Contact'",
      'Disjunctions not supported',
    ],
    [
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' AND Label != 'x'",
      'Only equals comparisons permitted',
    ],
    [
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' AND (NOT Label = 'x')",
      'Only equals comparisons permitted',
    ],
    [
      "SELECT COUNT() FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account'",
      'The requested operation is not yet supported by this SObject storage type',
    ],
    [
      'SELECT IsQueryable, COUNT(QualifiedApiName) FROM EntityDefinition GROUP BY IsQueryable',
      'The requested operation is not yet supported by this SObject storage type',
    ],
  ];
  test.each(cases)('%s', (soql, message) => expect(refusalOf(soql, tooling).message).toContain(message));

  test('LIMIT is ignored, and paging goes by DurableId', () => {
    const fields = (rest: string) =>
      org
        .query(
          `SELECT DurableId FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' ${rest}`,
          tooling,
        )
        .map((row) => row.DurableId);
    const all = fields('');
    expect(all).toHaveLength(12);
    expect(fields('LIMIT 1')).toEqual(all);
    expect(fields(`AND DurableId > '${all[5]}'`)).toEqual(all.slice(6));
  });
});
